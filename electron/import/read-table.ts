import { setImmediate } from 'node:timers/promises';
import { parseDate } from './cells';
import { recogniseHeader, type HeaderColumn, type RecognisedHeader, type Table } from './columns';
import { refusalOf, type Origin, type PartRefusal, type RowAt } from './refusal-at';
import { RowReader, unnamedColumn } from './row-reader';
import { readCallOut } from './read-callout';
import { readHazard } from './read-hazard';
import { readElevator, readInspection, readOutage, readVisit, type RowContext } from './rows';
import type { Sheet, SheetRow } from './sheet';

/** One row that could be read, with the place it came from. */
export interface ReadRow<T> extends RowAt {
  readonly value: T;
}

interface Values {
  elevators: NonNullable<ReturnType<typeof readElevator>>;
  visits: NonNullable<ReturnType<typeof readVisit>>;
  outages: NonNullable<ReturnType<typeof readOutage>>;
  inspections: NonNullable<ReturnType<typeof readInspection>>;
  callouts: NonNullable<ReturnType<typeof readCallOut>>;
  hazards: NonNullable<ReturnType<typeof readHazard>>;
}
export type ReadRows = { [T in Table]: ReadRow<Values[T]>[] };

export const noRows = (): ReadRows => ({
  elevators: [],
  visits: [],
  outages: [],
  inspections: [],
  callouts: [],
  hazards: [],
});

const READERS: { [T in Table]: (row: RowReader, context: RowContext) => Values[T] | null } = {
  elevators: readElevator,
  visits: readVisit,
  outages: readOutage,
  inspections: readInspection,
  callouts: readCallOut,
  hazards: readHazard,
};

export interface ReadTable {
  readonly header: RecognisedHeader;
  readonly headerRow: number;
  /** The columns as a person should see them: those without a name only if something stands in them. */
  readonly columns: readonly HeaderColumn[];
  readonly rows: number;
  readonly refusals: readonly PartRefusal[];
  readonly skippedBlank: number;
  readonly skippedTotals: number;
}

/** Rows between two looks at the signal; keeps a large file from blocking its thread. */
const ROWS_PER_TURN = 5_000;

export interface Turn {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Reads the rows under a sheet's header into `into`. Null when the sheet holds no table, or another than `only`. A
 * missing required column refuses the table as a whole.
 */
export async function readTable(
  sheet: Sheet,
  part: number,
  only: Table | undefined,
  context: RowContext,
  into: ReadRows,
  turn: Turn,
): Promise<ReadTable | null> {
  const header = recogniseHeader(sheet.rows);
  if (header === null || (only !== undefined && header.table !== only)) return null;
  const origin: Origin = { file: sheet.file, sheet: sheet.name, part, header };
  const headerRow = sheet.rows[header.index]?.no ?? 0;
  const found = { header, headerRow, columns: header.columns.filter(({ header }) => header !== '') };
  if (header.missing.length > 0)
    return { ...found, rows: 0, refusals: missingColumns(sheet, origin), skippedBlank: 0, skippedTotals: 0 };
  const body = sheet.rows.slice(header.index + 1);
  const refusals: PartRefusal[] = [];
  let [rows, skippedTotals] = [0, 0];
  const unnamed = new Set<number>();
  for (const [index, row] of body.entries()) {
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) {
      turn.progress(index, body.length);
      await setImmediate();
      turn.signal.throwIfAborted();
    }
    if (isTotals(row)) skippedTotals += 1;
    else {
      rows += 1;
      noteUnnamed(header.columns, row, unnamed);
      refusals.push(...readRow(sheet, { origin, row: row.no, cells: row.cells }, context, into));
    }
  }
  const columns = header.columns.flatMap((column, index) => {
    if (column.header !== '') return [column];
    return unnamed.has(index) ? [{ header: unnamedColumn(index), field: null }] : [];
  });
  return { ...found, columns, rows, refusals, skippedBlank: sheet.lastRow - headerRow - body.length, skippedTotals };
}

function readRow(sheet: Sheet, at: RowAt, context: RowContext, into: ReadRows): readonly PartRefusal[] {
  const shifted = shiftedCells(sheet.delimiter, at);
  if (shifted !== null) return [shifted];
  const reader = new RowReader(at);
  const { table } = at.origin.header;
  const value = READERS[table](reader, context);
  if (value === null) return reader.refusals;
  (into[table] as ReadRow<unknown>[]).push({ ...at, value });
  return [];
}

const DATE_FIELDS = {
  elevators: '',
  visits: 'date',
  outages: 'from',
  inspections: 'date',
  callouts: 'reported_at',
  hazards: 'found_on',
} as const;
const SIGNS = { comma: ',', semicolon: ';', tab: '\t', none: null } as const;

/**
 * A row of a text file whose cells are not where the header says: more of them than columns (a delimiter inside an
 * unquoted cell), or whole rows inside one cell (a quote that is closed some rows later). Values of the wrong column
 * must not pass for data, and swallowed rows must not vanish.
 */
function shiftedCells(delimiter: Sheet['delimiter'], at: RowAt): PartRefusal | null {
  const sign = SIGNS[delimiter];
  if (sign === null) return null;
  const { columns, indexOf, table } = at.origin.header;
  const surplus = at.cells.findIndex((cell, index) => index >= columns.length && cell.trim() !== '');
  if (surplus >= 0)
    return refusalOf(at, unnamedColumn(surplus), at.cells[surplus]!, 'unreadable-row', { what: 'surplus' });
  const dateAt = indexOf.get(DATE_FIELDS[table]);
  const looksLikeRow = (line: string): boolean => {
    const cells = line.split(sign);
    return cells.length >= columns.length && (dateAt === undefined || parseDate(cells[dateAt]!).ok);
  };
  const swallowing = at.cells.findIndex((cell) => cell.includes('\n') && cell.split('\n').slice(1).some(looksLikeRow));
  if (swallowing < 0) return null;
  const column = columns[swallowing]?.header ?? '';
  return refusalOf(at, column, at.cells[swallowing]!, 'unreadable-row', { what: 'quote' });
}

function noteUnnamed(columns: readonly HeaderColumn[], row: SheetRow, unnamed: Set<number>): void {
  for (const [index, { header }] of columns.entries())
    if (header === '' && (row.cells[index] ?? '').trim() !== '') unnamed.add(index);
}

function missingColumns(sheet: Sheet, origin: Origin): PartRefusal[] {
  const row = sheet.rows[origin.header.index];
  const at = { origin, row: row?.no ?? 0, cells: row?.cells ?? [] };
  return origin.header.missing.map(({ key, names }) => refusalOf(at, names[0]!, '', 'missing-column', { key }));
}

/** A totals row begins with a word for a sum, perhaps with its number in the same cell. */
function isTotals({ cells }: SheetRow): boolean {
  const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  return /^(合\s*计|总\s*计|小\s*计|共\s*计|total)\s*[:：]?\s*\d*\s*[台条行次部项]?$/i.test(first);
}
