import { simplified } from '../../domain/reading/hanzi';
import { MEASURES, unitNamed, type MeasureUnit } from '../../domain/reading/measures';
import { plain, wellFormed } from '../../domain/reading/text';
import { isFormula } from '../../domain/table/csv';
import type { Column, HeaderColumn, RecognisedHeader, Table } from './column';
import { COLUMNS, TABLES } from './columns';

/** Rows among which the header is looked for, below whatever title a form has. */
export const HEADER_ROWS = 200;
/** Cells after which no better header is looked for: thousands of columns would be held against every name, row by row. */
const HEADER_CELLS = 100_000;
const KEY = 'registration_no';
const CODE = 'code';
/** Tables that a day and a category tell apart from a register; an outage has but a day, which registers have too. */
const TELLING: ReadonlySet<Table> = new Set(['visits', 'inspections', 'callouts', 'hazards', 'hazard_steps']);

/** Units in which no column of the format is measured, nor converted: a header that names one is of no field. */
const FOREIGN_UNITS: ReadonlySet<string> = new Set(['万元', 'dm', '分米']);
const UNIT_IN_BRACKETS = /[(（]([^()（）]+)[)）]$/;
/** A unit behind the name without brackets: `speed_fpm`, 载重kg. */
const UNIT_BEHIND = /^(.*[^a-z/])([a-z]+(?:\/[a-z]+)?)$/;
const CALENDAR_COLUMN =
  /^(?:\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?|\d{4}[-年/.]\d{1,2}月?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|\d{1,2}[日号]?)$/;

interface Named {
  readonly key: string;
  /** Place of the name among those of its field: the official one before the others. */
  readonly rank: number;
  readonly several: boolean;
}

const NAMES = new Map(TABLES.map((table) => [table, namesOf(COLUMNS[table])]));

function namesOf(columns: readonly Column[]): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  for (const { key, names: known, several = false } of columns)
    for (const [rank, name] of [key, ...known].entries())
      if (!names.has(normalised(name))) names.set(normalised(name), { key, rank, several });
  return names;
}

function squeezed(header: string): string {
  return plain(header).replaceAll(/[\s*:：]+/g, '');
}

/** Header text without spaces, unseen signs, full-width and traditional forms, stars and brackets behind, in lower case. */
function normalised(header: string): string {
  const bare = simplified(squeezed(header));
  return bare.replace(/[(（].*[)）]$/, '').toLowerCase() || bare.toLowerCase();
}

function namedBy(table: Table, header: string): Named | null {
  if (header === '') return null;
  const names = NAMES.get(table)!;
  const name = normalised(header);
  const bracketed = UNIT_IN_BRACKETS.exec(squeezed(header))?.[1] ?? '';
  if (FOREIGN_UNITS.has(bracketed)) return null;
  const unit = unitNamed(bracketed);
  const exact = names.get(name);
  if (exact !== undefined) return unit === null || isMeasuredIn(exact.key, unit) ? exact : null;
  if (unit !== null) return null;
  const [, bare = '', behind = ''] = UNIT_BEHIND.exec(name) ?? [];
  const measured = names.get(bare.replace(/_$/, ''));
  const own = unitNamed(behind);
  if (measured !== undefined && own !== null) return isMeasuredIn(measured.key, own) ? measured : null;
  const numbered = names.get(name.replace(/[1-9一二三四五]$/, ''));
  return numbered?.several === true ? numbered : null;
}

function isMeasuredIn(field: string, unit: MeasureUnit): boolean {
  return MEASURES[field]?.units.includes(unit) === true;
}

/** The unit that a header names for its field, in brackets or behind the name; null where it names none. */
export function unitInHeader(field: string, header: string): MeasureUnit | null {
  const text = squeezed(header);
  const word = UNIT_IN_BRACKETS.exec(text)?.[1] ?? UNIT_BEHIND.exec(text.toLowerCase())?.[2] ?? '';
  const unit = unitNamed(word);
  return unit !== null && isMeasuredIn(field, unit) ? unit : null;
}

/** The format's key of a header in a table, or null for a column the format does not know. */
export function keyOf(table: Table, header: string): string | null {
  return namedBy(table, header)?.key ?? null;
}

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
  const named = cells.map((cell, at) => readHeader(table, cell.trim(), (above[at] ?? '').trim()));
  const fields = withoutRepeats(named);
  return { ...fields, missing: missingIn(table, fields.indexOf) };
}

function withScore(table: Table, index: number, cells: readonly string[], fields: Fields): RecognisedHeader {
  const { indexOf, missing } = fields;
  const filled = indexOf.size + (isKeyed(indexOf) ? 1 : 0);
  const wholeRecords = TELLING.has(table) && missing.every(({ key }) => key === KEY);
  const score = filled * 10 - missing.length * 15 + (wholeRecords ? 50 : 0);
  const calendarColumns = cells.filter((cell) => CALENDAR_COLUMN.test(normalised(cell))).length;
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

/** A header of its own, or joined with the one that spans it from the row above: 维保 over 日期, 时间 over 开始. */
function readHeader(table: Table, cell: string, above: string): ReadHeader {
  const bare = unquotedHeader(table, cell);
  if (bare !== cell) return { header: wellFormed(bare), named: isFormula(cell) ? namedBy(table, bare) : null };
  const header = wellFormed(cell);
  const own = namedBy(table, cell);
  if (own !== null || above === '' || above === cell) return { header, named: own };
  if (cell === '') return { header, named: null };
  const joined = namedBy(table, above + cell) ?? namedBy(table, cell + above);
  return joined === null ? { header, named: null } : { header: wellFormed(`${above} ${cell}`), named: joined };
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
