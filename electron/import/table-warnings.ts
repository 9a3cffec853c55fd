import type { CivilDate } from '../../domain/calendar/civil-date';
import { toEpochDay } from '../../domain/calendar/civil-date';
import type { TableWarning } from '../../domain/bridge/table-replies';
import type { ReadRow } from './read-row';
import type { PartRefusal, RowAt } from './refusal-at';
import { dayOf, type TableBefore } from './table-before';

/** Rows of a warning that are shown with it. */
const EXAMPLES = 20;
/** Records are kept for some years; older ones are more often a year typed wrong. */
const USUAL_YEARS = 15;
/** A stretch without a row is odd from so many days on, and where that is many times the usual distance. */
const LEAST_HOLE = 7;
const HOLE_TIMES = 5;
/** One person on everything is odd from so many rows and elevators on. */
const MANY_ROWS = 20;
const MANY_ELEVATORS = 6;

/** What is odd about the rows of a table that are taken all the same. */
export function warningsOf(
  table: TableBefore,
  rows: readonly ReadRow<object>[],
  refused: readonly PartRefusal[],
  today: CivilDate,
): TableWarning[] {
  if (table.table === null) return [];
  const lost = new Set(refused.map(({ refusal }) => refusal.row));
  const taken = rows.filter(({ row }) => !lost.has(row));
  return [
    ...unusualDays(table, taken, today),
    ...missingDays(table, taken),
    ...(table.table === 'visits' ? [...onePerson(taken), ...ownConfirmation(taken)] : []),
    ...encodingDoubt(table),
  ];
}

function warning(code: TableWarning['code'], params: TableWarning['params'], rows: readonly RowAt[]): TableWarning {
  const examples = rows.slice(0, EXAMPLES).map(({ row, cells }) => ({ row, cells }));
  return { code, params, rows: rows.length, examples };
}

function unusualDays({ table }: TableBefore, rows: readonly ReadRow<object>[], today: CivilDate): TableWarning[] {
  const first = `${Number(today.slice(0, 4)) - USUAL_YEARS}${today.slice(4)}`;
  const odd = rows.filter(({ value }) => {
    const day = dayOf(table!, value);
    return day !== null && day < first;
  });
  return odd.length === 0 ? [] : [warning('days-unusual', { first }, odd)];
}

/** The longest stretch of days without a row, where rows otherwise lie close. */
function missingDays({ table }: TableBefore, rows: readonly ReadRow<object>[]): TableWarning[] {
  const days = [...new Set(rows.flatMap(({ value }) => dayOf(table!, value) ?? []))].sort();
  if (days.length < MANY_ROWS) return [];
  const numbers = days.map(toEpochDay);
  const usual = (numbers.at(-1)! - numbers[0]!) / (numbers.length - 1);
  let [longest, at] = [0, 0];
  for (let i = 1; i < numbers.length; i += 1)
    if (numbers[i]! - numbers[i - 1]! - 1 > longest) [longest, at] = [numbers[i]! - numbers[i - 1]! - 1, i];
  if (longest < Math.max(LEAST_HOLE, usual * HOLE_TIMES)) return [];
  return [warning('days-missing', { days: longest, after: days[at - 1]!, before: days[at]! }, [])];
}

interface Visited {
  readonly registrationNo: string;
  readonly technicians?: readonly string[];
  readonly confirmedBy?: string;
}

function onePerson(rows: readonly ReadRow<object>[]): TableWarning[] {
  const visits = rows as readonly ReadRow<Visited>[]; // of the table of visits
  if (visits.length < MANY_ROWS) return [];
  const person = visits.find(({ value: { technicians = [] } }) => technicians.length > 0)?.value.technicians?.[0];
  if (person === undefined) return [];
  if (visits.some(({ value: { technicians = [] } }) => technicians.some((name) => name !== person))) return [];
  const elevators = new Set(visits.map(({ value }) => value.registrationNo));
  if (elevators.size < MANY_ELEVATORS) return [];
  return [warning('one-person', { person, elevators: elevators.size }, visits)];
}

function ownConfirmation(rows: readonly ReadRow<object>[]): TableWarning[] {
  const visits = rows as readonly ReadRow<Visited>[]; // of the table of visits
  const own = visits.filter(({ value: { technicians = [], confirmedBy } }) =>
    technicians.some((name) => name === confirmedBy),
  );
  return own.length === 0 ? [] : [warning('own-confirmation', {}, own)];
}

/** The file is text in several encodings, nothing in it proves one, and nobody has said which it is. */
function encodingDoubt({ encoding, encodingBy, encodings }: TableBefore): TableWarning[] {
  return encodingBy === 'usual' && encodings.length > 1 ? [warning('encoding-doubt', { encoding }, [])] : [];
}
