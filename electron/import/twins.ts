import type { TwinQuestion } from '../../domain/bridge/import-replies';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { KnownNumbers } from '../../domain/elevator/known-numbers';
import { TABLES } from './columns';
import type { ReadRow } from './read-row';
import { noRows, type ReadRows } from './read-table';
import { writtenIn, type RowAt } from './refusal-at';

/** The known number whose elevator a near twin is; null = another elevator. `apart`: nobody is asked, all are others. */
export type TwinAnswers = ReadonlyMap<RegistrationNo, RegistrationNo | null> | 'apart';

export interface SettledRows {
  /** Under the numbers by which the rows count, without those that wait for an answer. */
  readonly rows: ReadRows;
  readonly waiting: readonly RowAt[];
  readonly twins: readonly TwinQuestion[];
}

const MOST_PLACES = 3;

/** By which number the rows of one count; null while they wait for an answer. */
type Counts = ReadonlyMap<RegistrationNo, RegistrationNo | null>;

/**
 * Rows under the numbers they count for: one on record however it is spelled there, or the known one that the person said a
 * near twin is. Known are the numbers on record and those registered earlier in the files; what is nearly one of them waits.
 */
export function settleTwins(read: ReadRows, onRecord: KnownNumbers, answers: TwinAnswers): SettledRows {
  const inFiles = new KnownNumbers();
  const registers = new Set(read.elevators.map(({ value }) => value.registrationNo));
  const counts = new Map<RegistrationNo, RegistrationNo | null>();
  const asked = new Map<RegistrationNo, Pick<TwinQuestion, 'known' | 'answer'>>();
  for (const registrationNo of numbersOf(read)) {
    const stored = onRecord.find(registrationNo);
    if (stored !== undefined) {
      if (stored !== registrationNo) counts.set(registrationNo, stored);
      continue;
    }
    const known = [...onRecord.twinsOf(registrationNo), ...inFiles.twinsOf(registrationNo)];
    const answer = known.length === 0 ? 'another' : answerTo(registrationNo, known, answers);
    if (known.length > 0) asked.set(registrationNo, { known, answer });
    if (answer !== 'another') counts.set(registrationNo, answer);
    else if (registers.has(registrationNo)) inFiles.add(registrationNo);
  }
  return { ...settled(read, counts), twins: questionsOf(read, asked) };
}

/** Those that are registered first: records of a number before its register say nothing new. */
function numbersOf(read: ReadRows): ReadonlySet<RegistrationNo> {
  const numbers = new Set<RegistrationNo>();
  for (const table of ['elevators', ...TABLES] as const)
    for (const { value } of read[table]) numbers.add(value.registrationNo);
  return numbers;
}

function answerTo(
  registrationNo: RegistrationNo,
  known: readonly RegistrationNo[],
  answers: TwinAnswers,
): TwinQuestion['answer'] {
  if (answers === 'apart') return 'another';
  const answer = answers.get(registrationNo);
  if (answer === null) return 'another';
  return answer !== undefined && known.includes(answer) ? answer : null;
}

function settled(read: ReadRows, counts: Counts): Pick<SettledRows, 'rows' | 'waiting'> {
  if (counts.size === 0) return { rows: read, waiting: [] };
  const rows = noRows();
  const waiting: RowAt[] = [];
  for (const table of TABLES) {
    const into = rows[table] as ReadRow<{ registrationNo: RegistrationNo }>[]; // the rows of one table stay in it
    for (const row of read[table]) {
      const counted = counts.get(row.value.registrationNo);
      if (counted === null) waiting.push(row);
      else into.push(counted === undefined ? row : row.as({ ...row.value, registrationNo: counted }));
    }
  }
  return { rows, waiting };
}

function questionsOf(
  read: ReadRows,
  asked: ReadonlyMap<RegistrationNo, Pick<TwinQuestion, 'known' | 'answer'>>,
): TwinQuestion[] {
  if (asked.size === 0) return [];
  const found = new Map<RegistrationNo, { rows: number; places: TwinQuestion['places'][number][] }>();
  for (const table of TABLES)
    for (const row of read[table]) {
      const { registrationNo } = row.value;
      if (!asked.has(registrationNo)) continue;
      const of = found.get(registrationNo) ?? { rows: 0, places: [] };
      of.rows += 1;
      const { origin, row: no } = row;
      if (of.places.length < MOST_PLACES)
        of.places.push({ file: origin.file, row: no, value: writtenIn(row, 'registration_no').trim() });
      found.set(registrationNo, of);
    }
  return [...asked].map(([registrationNo, question]) => ({
    registrationNo,
    ...question,
    ...(found.get(registrationNo) ?? { rows: 0, places: [] }),
  }));
}
