import type { CivilDate } from '../../domain/calendar/civil-date';
import type { RowFate, ShownRow, ShownTable, ShownValue } from '../../domain/bridge/table-replies';
import type { TableMapping } from '../../domain/mapping/mapping';
import type { Table } from './column';
import { COLUMNS } from './columns';
import type { RecognisedHeader } from './column';
import type { MappedHeader } from './mapped-header';
import type { ReadRow, ReadRows } from './read-table';
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
    headerRow: sheet.rows[header.index]?.no ?? 0,
    columns: shownColumns(header, sheet.rows.slice(header.index + 1), null, { told: [], units: new Map() }, context),
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
  const body = sheet.rows.slice(header.index + 1);
  return {
    ...place,
    sheet: sheet.name,
    part,
    table: header.table,
    headerRow: sheet.rows[header.index]?.no ?? 0,
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

/** The tables with the rows as they will be written, their days and what is odd about them. */
export function withRows(
  before: readonly TableBefore[],
  rows: ReadRows,
  { fates, refusals }: { readonly fates: Fates; readonly refusals: readonly PartRefusal[] },
  { today, from = 0 }: { readonly today: CivilDate; readonly from?: number },
): ShownTable[] {
  return before.map((table): ShownTable => {
    if (table.table === null || table.part === null) return { ...table, days: [], warnings: [], rows: [] };
    const own = (rows[table.table] as readonly ReadRow<object>[]).filter(({ origin }) => origin.part === table.part);
    const refused = refusals.filter(({ part, refusal }) => part === table.part && refusal.row > 0);
    return {
      ...table,
      days: daysOf(table.table, own),
      warnings: warningsOf(table, own, refused, today),
      rows: shownRows(table.table, own, refused, fates, from),
    };
  });
}

function daysOf(table: Table, rows: readonly ReadRow<object>[]): ShownTable['days'] {
  const counts = new Map<CivilDate, number>();
  for (const { value } of rows) {
    const day = dayOf(table, value);
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, rows: count }));
}

function shownRows(
  table: Table,
  own: readonly ReadRow<object>[],
  refused: readonly PartRefusal[],
  fates: Fates,
  from: number,
): ShownRow[] {
  const lost = new Map(refused.map(({ refusal: { row, cells } }) => [row, cells]));
  const kept = own.filter(({ row }) => !lost.has(row));
  const all = [...kept.map((row) => ({ no: row.row, row })), ...[...lost].map(([no, cells]) => ({ no, cells }))];
  return all
    .sort((a, b) => a.no - b.no)
    .slice(from, from + ROWS_SHOWN)
    .map((one): ShownRow =>
      'row' in one
        ? {
            row: one.no,
            cells: one.row.cells,
            fate: fates.get(one.row) ?? 'taken',
            values: valuesOf(table, one.row),
          }
        : { row: one.no, cells: one.cells, fate: 'refused', values: [] },
    );
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
