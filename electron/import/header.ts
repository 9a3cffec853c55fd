import { wellFormed } from '../../domain/reading/text';
import { isFormula } from '../../domain/table/csv';
import type { Column, HeaderColumn, RecognisedHeader, Table } from './column';
import { COLUMNS, TABLES } from './columns';
import { namedBy, normalised, type Named } from './header-names';

/** Rows among which the header is looked for, below whatever title a form has. */
export const HEADER_ROWS = 200;
/** Cells after which no better header is looked for: thousands of columns would be held against every name, row by row. */
const HEADER_CELLS = 20_000;
const KEY = 'registration_no';
const CODE = 'code';
/** Tables that a day and a category tell apart from a register; an outage has but a day, which registers have too. */
const TELLING: ReadonlySet<Table> = new Set([
  'visits',
  'inspections',
  'callouts',
  'hazards',
  'hazard_steps',
  'device_events',
  'daily_checks',
]);

const LONGEST_DAY = 20;
const CALENDAR_COLUMN =
  /^(?:\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?|\d{4}[-年/.]\d{1,2}(?:月|[-月/.]\d{1,2}日?)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|\d{1,2}[日号]?)$/;

/**
 * The header row of a sheet: of its first rows the one that names most columns of one table, records before registers
 * where all their columns are there. A table without its required columns is recognised all the same, with what is
 * missing. Null = no table.
 */
export function recogniseHeader(
  rows: readonly { readonly cells: readonly string[] }[],
  only?: Table,
): RecognisedHeader | null {
  let best: RecognisedHeader | null = null;
  let looked = 0;
  for (const [index, { cells }] of rows.slice(0, HEADER_ROWS).entries()) {
    if ((looked += cells.length) > HEADER_CELLS && best !== null) break;
    if (!cells.some((cell) => cell.length > 0 && cell.length < 60)) continue;
    const above = rows[index - 1]?.cells ?? [];
    for (const table of only === undefined ? TABLES : [only]) {
      const found = headerOf(table, index, cells, above);
      if (found !== null && (best === null || found.score > best.score)) best = found;
    }
  }
  return best;
}

/** The header as a table of a known kind where it is whole as one; otherwise what the header itself says. */
export function headerFor(
  rows: readonly { readonly cells: readonly string[] }[],
  wanted: Table | undefined,
): RecognisedHeader | null {
  const asWanted = wanted === undefined ? null : recogniseHeader(rows, wanted);
  return asWanted?.missing.length === 0 ? asWanted : recogniseHeader(rows);
}

function headerOf(
  table: Table,
  index: number,
  cells: readonly string[],
  above: readonly string[],
): RecognisedHeader | null {
  const fields = fieldsOf(table, cells, above);
  const { indexOf, missing } = fields;
  const tells = isKeyed(indexOf) || indexOf.size >= 3 || (indexOf.size === 2 && missing.length <= 1);
  return tells ? withScore(table, index, cells, fields) : null;
}

/** One row read as the header of a table, whatever it is. */
export function headerAs(
  table: Table,
  index: number,
  cells: readonly string[],
  above: readonly string[] = [],
): RecognisedHeader {
  return withScore(table, index, cells, fieldsOf(table, cells, above));
}

type Fields = Pick<RecognisedHeader, 'columns' | 'indexOf' | 'allOf' | 'missing'>;

function fieldsOf(table: Table, cells: readonly string[], above: readonly string[]): Fields {
  let spanning = '';
  const named = cells.map((cell, at) => {
    const over = (above[at] ?? '').trim();
    if (over !== '') spanning = over;
    return readHeader(table, cell.trim(), over, spanning);
  });
  const fields = withoutRepeats(named);
  return { ...fields, missing: missingIn(table, fields.indexOf) };
}

function withScore(table: Table, index: number, cells: readonly string[], fields: Fields): RecognisedHeader {
  const { indexOf, missing } = fields;
  const filled = indexOf.size + (isKeyed(indexOf) ? 1 : 0);
  const wholeRecords = TELLING.has(table) && missing.every(({ key }) => key === KEY);
  const score = filled * 10 - missing.length * 15 + (wholeRecords ? 50 : 0);
  const calendarColumns = cells.filter(
    (cell) => cell.length <= LONGEST_DAY && CALENDAR_COLUMN.test(normalised(cell)),
  ).length;
  return { table, index, ...fields, score, calendarColumns };
}

function isKeyed(indexOf: ReadonlyMap<string, number>): boolean {
  return indexOf.has(KEY) || indexOf.has(CODE);
}

/** The columns without which a table cannot be read. */
export function missingIn(table: Table, indexOf: ReadonlyMap<string, number>): Column[] {
  return COLUMNS[table].filter(({ key, required }) => required === true && !has(indexOf, key));
}

/** An elevator is found by its certificate or by a code. */
function has(indexOf: ReadonlyMap<string, number>, key: string): boolean {
  return indexOf.has(key) || (key === KEY && indexOf.has(CODE));
}

interface ReadHeader {
  readonly header: string;
  readonly named: Named | null;
}

/**
 * A header of its own, or joined with the one that spans it from the row above: 维保 over 日期, 时间 over 开始. Where merged
 * cells were lost, what stands to the left above spans it.
 */
function readHeader(table: Table, cell: string, above: string, spanning: string): ReadHeader {
  const bare = unquotedHeader(table, cell);
  if (bare !== cell) return { header: wellFormed(bare), named: isFormula(cell) ? namedBy(table, bare) : null };
  const header = wellFormed(cell);
  const own = namedBy(table, cell);
  if (own !== null || spanning === '' || spanning === cell) return { header, named: own };
  if (cell === '') {
    const spanned = namedBy(table, above);
    return spanned === null ? { header, named: null } : { header: wellFormed(above), named: spanned };
  }
  const joined = namedBy(table, spanning + cell) ?? namedBy(table, cell + spanning);
  return joined === null ? { header, named: null } : { header: wellFormed(`${spanning} ${cell}`), named: joined };
}

/** The header without the apostrophe before a formula sign, or before the name of a field that its column is not of. */
function unquotedHeader(table: Table, cell: string): string {
  if (!cell.startsWith("'")) return cell;
  const bare = cell.replace(/^'+/, '');
  return isFormula(bare) || namedBy(table, bare) !== null ? cell.slice(1) : cell;
}

/** The header of a column that no field of a table has, so that it is read as such; `unquotedHeader` gives it back. */
export function headerOfNoField(table: Table, header: string): string {
  return namedBy(table, header.replace(/^'+/, '')) === null ? header : `'${header}`;
}

/** How well the best of these rows serves as a header; 0 = not at all. */
export function headerScore(rows: readonly (readonly string[])[]): number {
  return recogniseHeader(rows.map((cells) => ({ cells })))?.score ?? 0;
}

/** A field named by two headers belongs to the better name, of equals to the first; the other stays an unknown column. */
function withoutRepeats(headers: readonly ReadHeader[]): Pick<RecognisedHeader, 'columns' | 'indexOf' | 'allOf'> {
  const indexOf = new Map<string, number>();
  const allOf = new Map<string, number[]>();
  for (const [at, { named }] of headers.entries()) {
    if (named === null) continue;
    const before = indexOf.get(named.key);
    if (named.several) allOf.set(named.key, [...(allOf.get(named.key) ?? []), at]);
    if (before === undefined || (!named.several && named.rank < headers[before]!.named!.rank))
      indexOf.set(named.key, at);
  }
  const columns = headers.map(({ header, named }, at): HeaderColumn => {
    const holds = named !== null && (named.several || indexOf.get(named.key) === at);
    return { header, field: holds ? named.key : null };
  });
  return { columns, indexOf, allOf };
}
