import { DAYS_OF_STYLE, mappingKey, type TableMapping } from '../../domain/mapping/mapping';
import { isInstant, orderOf, type DayOrder, type DayReading } from '../../domain/reading/days';
import { habitsOf } from '../../domain/reading/habits';
import type { RecognisedHeader } from './column';
import { columnLetters } from './column-letters';
import { columnNames } from './mapped-header';
import { columnUnits } from './column-units';
import type { TableReading } from './refusal-at';
import type { ToldColumn } from './told-column';
import type { RowContext } from './row-context';
import type { Sheet } from './sheet';
import type { SheetRows } from './sheet-rows';

export const DAY_FIELDS: ReadonlySet<string> = new Set([
  'date',
  'from',
  'to',
  'valid_until',
  'entered_at',
  'accepted_on',
  'in_service_on',
  'records_from',
  'regime_from',
  'regime_to',
  'governor_since',
  'stopped_on',
  'ended_on',
  'ended_on deregistered',
  'ended_on scrapped',
  'ended_on relocated',
  'found_on',
  'on',
  'deadline',
  'notified_on',
  'reported_on',
  'started_on',
  'rectified_on',
  'rechecked_on',
  'returned_on',
  'closed_on',
  'refused_on',
  'started_at',
  'ended_at',
  'reported_at',
  'dispatched_at',
  'arrived_at',
  'freed_at',
]);
const SERIAL = /^[1-9]\d{4}(?:\.\d+)?$/;

/** How a table writes its days and numbers: by the habits of the country, and by what its own columns prove. */
export function readingOf(
  sheet: Sheet,
  header: RecognisedHeader,
  body: SheetRows,
  { pack }: RowContext,
  same: ReadonlyMap<string, string>,
  mapping: TableMapping | null,
): { readonly reading: TableReading; readonly told: readonly ToldColumn[] } {
  const habits = habitsOf(pack.id);
  const base: DayReading = { ...habits.days, zone: pack.zone, from1904: sheet.from1904 === true };
  const styles = new Map(mapping?.days.map(({ header: name, style }) => [mappingKey(name), style]));
  const names = columnNames(header.columns);
  const told: ToldColumn[] = [];
  const days = new Map<string, DayReading>();
  for (const [field, at] of header.indexOf) {
    if (!DAY_FIELDS.has(field)) continue;
    const column = header.columns[at]!.header;
    const seen = seenIn(body, at, base.from1904 === true);
    const style = styles.get(mappingKey(names[at]!));
    const said = style === undefined ? {} : DAYS_OF_STYLE[style];
    const order = said.order ?? provenOrder(seen, base.order);
    days.set(field, { ...base, ...said, order });
    const tell = (what: ToldColumn['what'], value: string): void =>
      void told.push({ column, value, what, params: { zone: pack.zone } });
    if (seen.either !== null && order !== undefined && said.order === undefined) tell(order, seen.either);
    if (seen.instant !== null) tell('instant', seen.instant);
    if (seen.serial !== null) tell('from-1904', seen.serial);
  }
  told.push(...secondOnes(header, body));
  const { units, told: toldUnits } = columnUnits(header, body, habits, mapping);
  told.push(...toldUnits);
  const daysOf = (field: string): DayReading => days.get(field) ?? base;
  const reading = { habits, daysOf, same, words: wordsOf(mapping), units };
  return { reading, told };
}

function wordsOf(mapping: TableMapping | null): TableReading['words'] {
  const words = new Map<string, Map<string, string>>();
  for (const { field, word, value } of mapping?.words ?? [])
    words.set(field, (words.get(field) ?? new Map<string, string>()).set(mappingKey(word), value));
  return words;
}

/** Further columns of certificates: tables side by side have them, and only the first table is read. */
function secondOnes({ columns }: RecognisedHeader, body: SheetRows): ToldColumn[] {
  const read = columns.find(({ field }) => field === 'registration_no');
  if (read === undefined || read.header === '') return [];
  return columns.flatMap(({ header, field }, at) => {
    if (field !== null || header !== read.header) return [];
    if (body.filledIn(at) === 0) return [];
    return [{ column: header, value: columnLetters(at + 1), what: 'first-of-two' as const, params: {} }];
  });
}

interface Seen {
  dayFirst: boolean;
  monthFirst: boolean;
  /** The first of its kind, as written. */
  either: string | null;
  instant: string | null;
  serial: string | null;
}

function seenIn(body: SheetRows, at: number, from1904: boolean): Seen {
  const seen: Seen = { dayFirst: false, monthFirst: false, either: null, instant: null, serial: null };
  body.eachDifferent(at, (cell) => {
    if (cell.length < 5 || (cell.length === 10 && cell.charCodeAt(4) === 0x2d)) return true;
    if (seen.instant === null && isInstant(cell)) seen.instant = cell;
    if (from1904 && seen.serial === null && SERIAL.test(cell)) seen.serial = cell;
    const order = orderOf(cell);
    if (order === 'day-first') seen.dayFirst = true;
    else if (order === 'month-first') seen.monthFirst = true;
    else if (order === 'either') seen.either ??= cell;
    return true;
  });
  return seen;
}

/** Days that can be read but one way prove the order of the others; where they contradict each other nothing is proven. */
function provenOrder({ dayFirst, monthFirst }: Seen, usual: DayOrder | undefined): DayOrder | undefined {
  if (dayFirst && monthFirst) return undefined;
  if (dayFirst) return 'day-first';
  return monthFirst ? 'month-first' : usual;
}
