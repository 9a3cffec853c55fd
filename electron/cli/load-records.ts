import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { differencesOf } from '../../domain/elevator/near-twin';
import type { Locale } from '../../domain/pack/rule-pack';
import type { Refusal, RefusalCode } from '../../domain/record/refusal';
import { refusalSentence } from '../../domain/record/refusal-sentences';
import { civilDayIn } from '../handlers/local-time';
import { readRecords, type RecordsRead } from '../import/read-records';
import type { InputFile } from '../import/read-sheets';
import { InputError, UsageError, type CommandIo } from './io';
import type { ChosenPack } from './load-pack';
import { listOption, type Values } from './options';
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
  hazards: { type: 'string', multiple: true },
  'skip-bad-rows': { type: 'boolean' },
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
    readonly needs?: readonly string[];
  },
  io: CommandIo,
): Promise<LoadedRecords> {
  const words = wordsOf(locale);
  for (const option of needs)
    if (listOption(values, option).length === 0) throw new UsageError(words.missing(`--${option}`));
  const names = namesOf([...Object.keys(TABLE_OPTIONS)].flatMap((option) => listOption(values, option)));
  const filesOf = (option: string): Promise<InputFile[]> =>
    Promise.all(listOption(values, option).map((path) => inputFile(path, names(path), locale)));
  const files = {
    elevators: await filesOf('register'),
    visits: await filesOf('visits'),
    outages: await filesOf('outages'),
    inspections: await filesOf('inspections'),
    callouts: await filesOf('callouts'),
    hazards: await filesOf('hazards'),
  };
  const today = civilDayIn(pack.zone, io.now());
  // A day is in the future only when it lies behind both the day of judgement and today.
  const read = await readRecords(files, { pack, today: asOf > today ? asOf : today }, io.signal);
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

async function inputFile(path: string, name: string, locale: Locale): Promise<InputFile> {
  return { name, bytes: await readInput(path, locale) };
}

/** The bytes of a file that the command line names. */
export async function readInput(path: string, locale: Locale): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new InputError(wordsOf(locale).noFile(path, code), { cause: error });
  }
}

function problemOf(refusal: Refusal, locale: Locale): Problem {
  const { file, row, column, value } = refusal;
  return { file, row, column, value, reason: refusalSentence(refusal, locale) };
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
