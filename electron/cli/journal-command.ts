import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { conditionOf, contradictionsOf, writtenElsewhere, type KnownOfJournal } from '../journal/condition-of';
import { Entries } from '../journal/entries';
import { Erasures } from '../journal/erasures';
import { keyOfProfile } from '../journal/feed-key';
import { KnownHeads, type KnownHead } from '../journal/known-heads';
import { isProved } from '../papers/meet-heads';
import { readPapers } from '../verify/read-papers';
import { salvageJournal } from '../journal/salvage';
import { scanJournal } from '../journal/scan';
import { flushFolder } from '../fs/files';
import { eraseDetails } from './erase-command';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import { journalWordsOf } from './journal-words';
import { localeOption, requiredOption, type Values } from './options';
import { witnessOf } from './journal-witness';
import { wordsOf } from './words';

export const JOURNAL_OPTIONS = {
  profile: { type: 'string' },
  out: { type: 'string' },
  details: { type: 'string' },
  reason: { type: 'string' },
  author: { type: 'string' },
  'dry-run': { type: 'boolean' },
  locale: { type: 'string' },
} as const;

/**
 * But for `erase` it reads the journal of a profile without opening it: nothing of it is changed, and the program may be running. `verify`
 * says what an opening would find, and what papers and backups that are named say of the journal, and exits with 1 where that is
 * not a whole journal or one of them is no witness for it; `export` writes the lines of a whole
 * one as they stand, `salvage` every whole entry of any.
 */
export async function journalCommand(values: Values, words: readonly string[], io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const said = journalWordsOf(locale);
  const [what = '', ...more] = words;
  if ((more.length > 0 && what !== 'verify') || !['verify', 'export', 'salvage', 'erase'].includes(what))
    throw new UsageError(wordsOf(locale).unknownCommand(`journal ${words.join(' ')}`.trim()));
  if (what === 'erase') return eraseDetails(values, locale, io);
  const profile = requiredOption(values, 'profile', locale);
  const path = join(profile, 'journal', 'journal.ndjson');
  const out = what === 'verify' ? '' : requiredOption(values, 'out', locale);
  try {
    if (what === 'salvage') {
      const saved = await salvageJournal(path, out);
      await io.out(`${said.salvaged(out, saved)}\n`);
      return saved.breaks.length > 0 || saved.unreadBytes > 0 ? EXIT.notInOrder : EXIT.done;
    }
    const { known, close } = await knownOf(profile, path);
    try {
      const { scan, entries } = known;
      const { index, ending } = scan;
      const condition = conditionOf(known);
      const damaged = entries.damaged(0, index.length).length;
      const lines = [
        said.walked(index.length, damaged, index.lastHash),
        ...said.condition(condition),
        ...said.ending(ending),
        ...contradictionsOf(known).map((one) => said.contradicted(one)),
        ...writtenElsewhere(known)
          .slice(0, 1)
          .map((one) => said.elsewhere(one)),
      ];
      const witnesses = await Promise.all(more.map((file) => witnessOf(file, known)));
      lines.push(...witnesses.map((one) => said.witness(one)));
      const isHeld = witnesses.every(({ says }) => says === 'agrees');
      const isWhole =
        (condition.state === 'whole' || condition.state === 'closed') && ending.kind === 'clean' && damaged === 0;
      if (what === 'export' && isWhole) {
        await writeWhole(path, out, index.bytes);
        lines.push(said.exported(out));
      } else if (what === 'export') lines.push(said.notExported);
      await io.out(`${lines.join('\n')}\n`);
      return isWhole && isHeld ? EXIT.done : EXIT.notInOrder;
    } finally {
      await close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new InputError(said.noLedger(profile), { cause: error });
    if (code === 'EEXIST') throw new InputError(wordsOf(locale).exists(out), { cause: error });
    throw error;
  }
}

/** What an opening would tell the condition of the journal from; `close` lets its file go. */
async function knownOf(
  profile: string,
  path: string,
): Promise<{ readonly known: KnownOfJournal; readonly close: () => Promise<void> }> {
  const folder = join(profile, 'journal');
  const handle = await open(path, 'r');
  const close = (): Promise<void> => handle.close();
  try {
    const scan = await scanJournal(path);
    const plain = new Entries(handle, scan.index, scan.open?.lines);
    const erasures = new Erasures(await plain.ofType('details-erased'));
    const entries = new Entries(handle, scan.index, scan.open?.lines, erasures);
    const [key, heads, decisions, closings] = await Promise.all([
      keyOfProfile(folder, true, false),
      headsOf(profile),
      entries.ofType('journal-mended'),
      entries.ofType('feed-closed'),
    ]);
    return { known: { scan, entries, key, heads, decisions, closings }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Heads that are kept, and those in papers that were signed here and not read before, where their feed signed them. */
async function headsOf(profile: string): Promise<readonly KnownHead[]> {
  const kept = await KnownHeads.open(join(profile, 'journal'), join(profile, 'heads'));
  for (const { stated } of await readPapers(join(profile, 'reports'), kept.read))
    if (stated !== null && isProved(stated) && kept.all.some(({ feed }) => feed === stated.head.feed))
      kept.learn({ ...stated.head, from: 'paper', where: stated.number });
  return kept.all;
}

/** The journal's lines into a new file, flushed; what is written meanwhile is not in it. */
async function writeWhole(path: string, out: string, bytes: number): Promise<void> {
  const target = createWriteStream(out, { mode: 0o600, flags: 'wx', flush: true });
  await (bytes === 0 ? pipeline([], target) : pipeline(createReadStream(path, { end: bytes - 1 }), target));
  await flushFolder(dirname(out));
}
