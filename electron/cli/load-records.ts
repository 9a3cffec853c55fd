import { basename, extname } from 'node:path';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { differencesOf } from '../../domain/elevator/near-twin';
import type { Locale } from '../../domain/pack/legal-basis';
import type { Refusal, RefusalCode } from '../../domain/record/refusal';
import { refusalSentence } from '../../domain/record/refusal-sentences';
import { TEXT_ENCODINGS } from '../../domain/reading/habits';
import { writeFileAtomic } from '../fs/files';
import { civilDayIn } from '../host/local-time';
import { refusedRowsFile } from '../import/refused-rows';
import { readRecords, type RecordsRead } from '../import/read-records';
import type { InputFile } from '../import/read-sheets';
import { InputError, UsageError, type CommandIo } from './io';
import type { ChosenPack } from './load-pack';
import { choiceOption, listOption, textOption, type Values } from './options';
import { readInput } from './read-input';
import { mappingsOption, tellMapped } from './mappings-option';
import { wordsOf } from './words';

/** One refused row or file, in the words of `formats.md` section 3. */
export interface Problem {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export interface LoadedRecords extends RecordsRead {
  readonly problems: readonly Problem[];
}

/** The options that name tables; each takes a file and may be given several times. */
export const TABLE_OPTIONS = {
  register: { type: 'string', multiple: true },
  visits: { type: 'string', multiple: true },
  outages: { type: 'string', multiple: true },
  inspections: { type: 'string', multiple: true },
  callouts: { type: 'string', multiple: true },
  contracts: { type: 'string', multiple: true },
  hazards: { type: 'string', multiple: true },
  'hazard-steps': { type: 'string', multiple: true },
  'device-events': { type: 'string', multiple: true },
  'skip-bad-rows': { type: 'boolean' },
  /** What text files are written in, where that cannot be told from them. */
  encoding: { type: 'string' },
  /** Where the rows that were not taken are written. */
  refused: { type: 'string' },
  /** Files of mappings; each is taken for the tables whose headers it fits. */
  mapping: { type: 'string', multiple: true },
} as const;

/** Refusals of a whole file: what stands in it is not known, so nothing can be judged without it. */
const WHOLE_FILE: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'archive-bomb',
  'too-many-rows',
  'header-not-found',
  'missing-column',
  'encoding-doubtful',
  'encoding-asked',
  'tick-matrix',
]);

/**
 * Reads the tables that the options name. Rows that cannot be taken are problems, the other rows stay usable; a whole
 * file that cannot be read throws InputError, after its problems were written to standard error.
 */
export async function loadRecords(
  values: Values,
  {
    pack,
    asOf,
    locale,
    needs = ['register', 'visits'],
  }: {
    readonly pack: ChosenPack['names'];
    readonly asOf: CivilDate;
    readonly locale: Locale;
    /** The tables without which nothing can be said. */
    readonly needs?: readonly string[] | undefined;
  },
  io: CommandIo,
): Promise<LoadedRecords> {
  const words = wordsOf(locale);
  for (const option of needs)
    if (listOption(values, option).length === 0) throw new UsageError(words.missing(`--${option}`));
  const names = namesOf(
    [...Object.keys(TABLE_OPTIONS), 'daily-checks'].flatMap((option) => listOption(values, option)),
  );
  const filesOf = (option: string): Promise<InputFile[]> => inputFiles(listOption(values, option), locale, names);
  const files = {
    elevators: await filesOf('register'),
    visits: await filesOf('visits'),
    outages: await filesOf('outages'),
    inspections: await filesOf('inspections'),
    callouts: await filesOf('callouts'),
    hazards: await filesOf('hazards'),
    hazard_steps: await filesOf('hazard-steps'),
    device_events: await filesOf('device-events'),
    contracts: await filesOf('contracts'),
    daily_checks: await filesOf('daily-checks'),
  };
  const today = civilDayIn(pack.zone, io.now());
  const encoding =
    textOption(values, 'encoding') === undefined
      ? undefined
      : choiceOption(values, 'encoding', TEXT_ENCODINGS, 'UTF-8', locale);
  const mappings = await mappingsOption(values, locale);
  // A day is in the future only when it lies behind both the day of judgement and today.
  const context = { pack, today: asOf > today ? asOf : today };
  const read = await readRecords(files, context, io.signal, { encoding, mappings });
  await keepRefused(read, textOption(values, 'refused'), locale, io);
  await tellMapped(read.mapped, mappings, locale, io);
  await tellNotes(read.notes, locale, io);
  await tellTwins(read.twins, locale, io);
  const problems = read.refusals.map((refusal) => problemOf(refusal, locale));
  const loaded = { ...read, problems };
  if (read.refusals.some(({ code }) => WHOLE_FILE.has(code))) {
    await tellProblems(loaded, locale, io);
    throw new InputError(words.fileRefused);
  }
  if (read.body.elevators.length === 0 && problems.length === 0) throw new InputError(words.emptyRegister);
  return loaded;
}

/** Writes the refused rows under the path asked for, with the ending of what they are; nothing where none was refused. */
async function keepRefused(
  { refused }: RecordsRead,
  path: string | undefined,
  locale: Locale,
  io: CommandIo,
): Promise<void> {
  if (path === undefined || refused.length === 0) return;
  const { fileName, bytes } = await refusedRowsFile(refused, locale);
  const ending = extname(fileName);
  const out = `${path.slice(0, path.length - extname(path).length)}${ending}`;
  await writeFileAtomic(out, bytes, 0o644);
  const rows = refused.reduce((sum, table) => sum + table.rows.length, 0);
  await io.err(`${wordsOf(locale).refusedWritten(rows, out)}\n`);
}

const MOST_TWINS_TOLD = 20;

/** Nobody can be asked here, so numbers that are nearly others are judged apart, and told. */
async function tellTwins(twins: RecordsRead['twins'], locale: Locale, io: CommandIo): Promise<void> {
  const words = wordsOf(locale);
  const lines = twins.slice(0, MOST_TWINS_TOLD).map(({ registrationNo, known: [known = ''], places: [place] }) => {
    const where = place === undefined ? '' : `${place.file}:${place.row}`;
    const differences = differencesOf(registrationNo, known).map((one) => words.twinDifferences[one]);
    return words.twin(where, registrationNo, known, differences.join(words.listJoint));
  });
  if (twins.length > lines.length) lines.push(words.moreTwins(twins.length - lines.length));
  if (lines.length > 0) await io.err(`${lines.join('\n')}\n`);
}

/** Files are called by their base name, or by the path as given where two share one. */
function namesOf(paths: readonly string[]): (path: string) => string {
  const unique = [...new Set(paths)];
  return (path) => {
    const name = basename(path);
    return unique.filter((other) => basename(other) === name).length > 1 ? path : name;
  };
}

/** The files of these paths, called by `names`, or among themselves by their base names. */
export function inputFiles(
  paths: readonly string[],
  locale: Locale,
  names: (path: string) => string = namesOf(paths),
): Promise<InputFile[]> {
  return Promise.all(paths.map((path) => inputFile(path, names(path), locale)));
}

async function inputFile(path: string, name: string, locale: Locale): Promise<InputFile> {
  return { name, bytes: await readInput(path, locale) };
}

function problemOf(refusal: Refusal, locale: Locale): Problem {
  const { file, row, column, value } = refusal;
  return { file, row, column, value, reason: refusalSentence(refusal, locale) };
}

const MOST_NOTES_TOLD = 50;

/** How columns are read, and what of the rows taken could not be: told, and no reason to stop. */
async function tellNotes(notes: RecordsRead['notes'], locale: Locale, io: CommandIo): Promise<void> {
  const words = wordsOf(locale);
  const lines = notes
    .slice(0, MOST_NOTES_TOLD)
    .map((note) => problemOf(note, locale))
    .map(({ file, row, column, value, reason }) =>
      words.problem(row === 0 ? file : `${file}:${row}`, column, value, reason),
    );
  if (notes.length > lines.length) lines.push(words.moreNotes(notes.length - lines.length));
  if (lines.length > 0) await io.err(`${lines.join('\n')}\n`);
}

export async function tellProblems(
  { problems }: Pick<LoadedRecords, 'problems'>,
  locale: Locale,
  io: CommandIo,
): Promise<void> {
  const { problem } = wordsOf(locale);
  const lines = problems.map(({ file, row, column, value, reason }) =>
    problem(row === 0 ? file : `${file}:${row}`, column, value, reason),
  );
  if (lines.length > 0) await io.err(`${lines.join('\n')}\n`);
}
