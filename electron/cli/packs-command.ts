import { resolve } from 'node:path';
import type { PackFault, RefusedPack } from '../../domain/pack/pack-fault';
import { civilDayIn } from '../../domain/calendar/civil-day-in';
import type { Locale } from '../../domain/pack/legal-basis';
import { datedFactsOf, datesInBrief } from '../../domain/pack/text-dates';
import type { LoadedPack } from '../packs/load-packs';
import type { PackFile } from '../packs/read-pack';
import { EXIT, UsageError, type CommandIo } from './io';
import { findPack, loadAllPacks } from './load-pack';
import { readInput } from './read-input';
import { choiceOption, localeOption, textOption, type Values } from './options';
import { faultLines } from './pack-fault-lines';
import { packTable, packText } from './packs-text';
import { wordsOf } from './words';

export const PACKS_OPTIONS = {
  id: { type: 'string' },
  'packs-dir': { type: 'string' },
  format: { type: 'string' },
  locale: { type: 'string' },
} as const;

interface Asked {
  readonly format: 'text' | 'json';
  readonly locale: Locale;
  readonly userFolder: string | undefined;
}

/** Lists the packs, shows one, or validates files. 2 = a pack was refused. */
export async function packsCommand(values: Values, words: readonly string[], io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const format = choiceOption(values, 'format', ['text', 'json'], 'text', locale);
  const asked: Asked = { format, locale, userFolder: textOption(values, 'packs-dir') };
  const [verb, ...files] = words;
  if (verb === 'validate') return validate(files, asked, io);
  if (verb !== undefined) throw new UsageError(wordsOf(locale).unknownCommand(`packs ${verb}`));
  return list(textOption(values, 'id'), asked, io);
}

async function list(id: string | undefined, { format, locale, userFolder }: Asked, io: CommandIo): Promise<number> {
  const { packs, refused } = await loadAllPacks(io, userFolder);
  await tellFaults(refused, locale, io);
  if (id !== undefined) {
    const loaded = findPack(packs, id, locale);
    await io.out(
      format === 'json'
        ? `${JSON.stringify(wholeOf(loaded))}\n`
        : packText(loaded, civilDayIn(loaded.pack.zone, io.now()), locale),
    );
  } else if (format === 'json') {
    await io.out(`[${packs.map((loaded) => JSON.stringify(summaryOf(loaded))).join(',\n')}]\n`);
  } else await io.out(packTable(packs, locale));
  return refused.length === 0 ? EXIT.done : EXIT.badInput;
}

/** Holds files against the schema, each other and the program's packs; one of the program's own stands for itself. */
async function validate(
  paths: readonly string[],
  { format, locale, userFolder }: Asked,
  io: CommandIo,
): Promise<number> {
  if (paths.length === 0) throw new UsageError(wordsOf(locale).missing('FILE.json'));
  for (const path of paths) await readInput(path, locale); // one that is not there is said so before anything is judged
  const given = [...new Map(paths.map((path) => [resolve(path), path]))].map(([path, name]): PackFile => ({
    path,
    name,
    origin: 'user',
  }));
  const named = new Set(given.map(({ path }) => path));
  const loaded = await loadAllPacks(io, userFolder, (known) => [
    ...known.filter(({ path }) => !named.has(resolve(path))),
    ...given,
  ]);
  const results = given.map(({ name }) => resultOf(name, loaded.packs, loaded.refused));
  if (format === 'json')
    await io.out(`[${results.map((result) => JSON.stringify(jsonOf(result, locale))).join(',\n')}]\n`);
  else
    for (const { name, pack, refused } of results)
      if (pack !== undefined) await io.out(`${wordsOf(locale).packInOrder(name, pack.pack)}\n`);
      else if (refused !== undefined) await tellFaults([refused], locale, io);
  return results.every(({ pack }) => pack !== undefined) ? EXIT.done : EXIT.badInput;
}

interface Result {
  readonly name: string;
  readonly pack: LoadedPack | undefined;
  readonly refused: RefusedPack | undefined;
}

function resultOf(name: string, packs: readonly LoadedPack[], refused: readonly RefusedPack[]): Result {
  const isIt = ({ file, origin }: { file: string; origin: string }): boolean => origin === 'user' && file === name;
  return { name, pack: packs.find(isIt), refused: refused.find(isIt) };
}

async function tellFaults(refused: readonly RefusedPack[], locale: Locale, io: CommandIo): Promise<void> {
  const lines = refused.flatMap((pack) => faultLines(pack, locale));
  if (lines.length > 0) await io.err(`${lines.join('\n')}\n`);
}

function jsonOf({ name, pack, refused }: Result, locale: Locale): object {
  return {
    file: name,
    valid: pack !== undefined,
    id: pack?.pack.id ?? null,
    version: pack?.pack.version ?? null,
    faults: refused?.faults.map((fault) => jsonFault(fault, locale)) ?? [],
    more: refused?.more ?? 0,
  };
}

function jsonFault({ line, column, pointer, sentence }: PackFault, locale: Locale): object {
  return { line, column, pointer, reason: sentence[locale] };
}

function summaryOf({ pack, sha256, file }: LoadedPack): object {
  const { id, version, title, zone, rules, requirements } = pack;
  const { texts, undated, lookedUntil, successors } = datesInBrief(datedFactsOf(pack));
  return {
    id,
    version,
    title,
    zone,
    texts,
    undatedTexts: undated,
    lookedUntil,
    successorsKnown: successors,
    extends: pack.extends ?? null,
    rules: rules.length,
    requirements: requirements.length,
    file,
    sha256,
  };
}

/** What a pack says but for its checklists, in the words of the pack itself. */
function wholeOf(loaded: LoadedPack): object {
  const { kinds, tasks, inspections, causes, rules, requirements, hazards = null, sources, doubts } = loaded.pack;
  return { ...summaryOf(loaded), kinds, tasks, inspections, causes, rules, requirements, hazards, sources, doubts };
}
