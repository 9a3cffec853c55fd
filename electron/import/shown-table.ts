import type { CivilDate } from '../../domain/calendar/civil-date';
import type { RowFate, ShownRow, ShownTable, ShownValue } from '../../domain/bridge/table-replies';
import type { TableMapping } from '../../domain/mapping/mapping';
import type { Table } from './column';
import { COLUMNS } from './columns';
import type { RecognisedHeader } from './column';
import type { MappedHeader } from './mapped-header';
import type { ReadRow } from './read-row';
import type { ReadRows } from './read-table';
import { measureAsWritten } from './figure-reading';
import type { PartRefusal, RowAt, TableReading } from './refusal-at';
import type { RowContext } from './row-context';
import type { SampleOfEncoding, Sheet } from './sheet';
import { shownColumns } from './shown-columns';
import { dayOf, type TableBefore } from './table-before';
import { warningsOf } from './table-warnings';
import { wordQuestions } from './word-questions';

/** Rows of a table that a preview shows at once. */
export const ROWS_SHOWN = 200;

interface SheetPlace {
  readonly at: number;
  readonly file: string;
  readonly encoding: string;
  readonly encodingBy: ShownTable['encodingBy'];
  readonly encodings: readonly SampleOfEncoding[];
}

/** A file that could not be read at all: asked about, where it is text in several encodings. */
export function unreadFile(place: SheetPlace): TableBefore {
  const nothing = { columns: [], mapping: null, kept: null, above: [], missing: [], words: [] };
  return { ...place, sheet: '', part: null, table: null, headerRow: 0, ...nothing };
}

/** A sheet that is not read as a table, with the columns of its likely header. */
export function unreadTable(
  place: SheetPlace,
  sheet: Sheet,
  header: RecognisedHeader | null,
  context: RowContext,
): TableBefore {
  if (header === null) return { ...unreadFile(place), sheet: sheet.name };
  return {
    ...place,
    sheet: sheet.name,
    part: null,
    table: null,
    headerRow: sheet.rows.at(header.index)?.no ?? 0,
    columns: shownColumns(header, sheet.rows.below(header.index + 1), null, { told: [], units: new Map() }, context),
    mapping: null,
    kept: null,
    above: [],
    missing: header.missing.map(({ key }) => key),
    words: [],
  };
}

export function readAsTable(
  place: SheetPlace,
  sheet: Sheet,
  part: number,
  {
    mapped,
    same,
    units,
    refusals,
    notes,
  }: {
    readonly mapped: MappedHeader;
    readonly same: ReadonlyMap<string, string>;
    readonly units: TableReading['units'];
    readonly refusals: readonly PartRefusal[];
    readonly notes: readonly PartRefusal[];
  },
  context: RowContext,
): TableBefore {
  const { header, mapping, kept } = mapped;
  const body = sheet.rows.below(header.index + 1);
  return {
    ...place,
    sheet: sheet.name,
    part,
    table: header.table,
    headerRow: sheet.rows.at(header.index)?.no ?? 0,
    columns: shownColumns(header, body, mapping, { told: [...refusals, ...notes], units }, context),
    mapping,
    kept,
    above: aboveOf(same, mapping),
    missing: header.missing.map(({ key }) => key).filter((key) => !holdsFor(same, key)),
    words: wordQuestions([...refusals, ...notes], context),
  };
}

function holdsFor(same: ReadonlyMap<string, string>, key: string): boolean {
  return same.has(key) || (key === 'registration_no' && same.has('code'));
}

function aboveOf(same: ReadonlyMap<string, string>, mapping: TableMapping | null): ShownTable['above'] {
  const said = new Set(mapping?.same.map(({ field }) => field));
  return [...same].flatMap(([field, value]) => (said.has(field) ? [] : [{ field, value }]));
}

/** What became of the rows, by the row itself. */
export type Fates = ReadonlyMap<RowAt, RowFate>;

/** Some rows of the table of a sheet. */
export interface RowsPlace {
  /** Place of the file among those of the import. */
  readonly at: number;
  readonly sheet: string;
  readonly from: number;
}

/** The tables with the first of their rows as they will be written, their days and what is odd about them; and later rows. */
export function withRows(
  before: readonly TableBefore[],
  rows: ReadRows,
  { fates, refusals }: { readonly fates: Fates; readonly refusals: readonly PartRefusal[] },
  today: CivilDate,
): { readonly tables: ShownTable[]; readonly rowsOf: (place: RowsPlace) => readonly ShownRow[] } {
  const inOrder = new Map<TableBefore, readonly OneRow[]>();
  const shownFrom = (table: TableBefore, from: number): ShownRow[] =>
    (inOrder.get(table) ?? []).slice(from, from + ROWS_SHOWN).map((row) => shownRow(table.table!, row, fates));
  const tables = before.map((table): ShownTable => {
    if (table.table === null || table.part === null) return { ...table, days: [], warnings: [], rows: [] };
    const own = (rows[table.table] as readonly ReadRow<object>[]).filter(({ origin }) => origin.part === table.part);
    const refused = refusals.filter(({ part, refusal }) => part === table.part && refusal.row > 0);
    inOrder.set(table, rowsInOrder(own, refused));
    return {
      ...table,
      days: daysOf(table.table, own),
      warnings: warningsOf(table, own, refused, today),
      rows: shownFrom(table, 0),
    };
  });
  const rowsOf = ({ at, sheet, from }: RowsPlace): readonly ShownRow[] => {
    const table = before.find((one) => one.at === at && one.sheet === sheet);
    return table === undefined ? [] : shownFrom(table, from);
  };
  return { tables, rowsOf };
}

function daysOf(table: Table, rows: readonly ReadRow<object>[]): ShownTable['days'] {
  const counts = new Map<CivilDate, number>();
  for (const { value } of rows) {
    const day = dayOf(table, value);
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, rows: count }));
}

type OneRow = ReadRow<object> | PartRefusal['refusal'];

/** The rows of a table by number, each once; a refused one with its reason. */
function rowsInOrder(own: readonly ReadRow<object>[], refused: readonly PartRefusal[]): readonly OneRow[] {
  const lost = new Map(refused.map(({ refusal }) => [refusal.row, refusal]));
  return [...own.filter(({ row }) => !lost.has(row)), ...lost.values()].sort((a, b) => a.row - b.row);
}

function shownRow(table: Table, row: OneRow, fates: Fates): ShownRow {
  if (!('value' in row && 'origin' in row)) return { row: row.row, cells: row.cells, fate: 'refused', values: [] };
  return { row: row.row, cells: row.cells, fate: fates.get(row) ?? 'taken', values: valuesOf(table, row) };
}

/** What is written of a row, by field in the order of the format. */
function valuesOf(table: Table, row: ReadRow<object>): ShownRow['values'] {
  const held = row.value as Readonly<Record<string, unknown>>;
  return COLUMNS[table].flatMap(({ key }): ShownValue[] => {
    const name = key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const value = textOf(held[name]);
    if (value === '') return [];
    const from = measureAsWritten(row, key);
    return [from === null ? { field: key, value } : { field: key, value, from }];
  });
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('、');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
