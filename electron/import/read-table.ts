import { setImmediate } from 'node:timers/promises';
import type { Refusal } from '../../domain/record/refusal';
import { recogniseHeader, type RecognisedHeader, type Table } from './columns';
import { RowReader } from './row-reader';
import { readElevator, readInspection, readOutage, readVisit, type RowContext } from './rows';
import type { Sheet, SheetRow } from './sheet';

/** One row that could be read, with the place it came from. */
export interface ReadRow<T> {
  readonly file: string;
  readonly row: number;
  readonly cells: readonly string[];
  readonly value: T;
}

interface Values {
  elevators: NonNullable<ReturnType<typeof readElevator>>;
  visits: NonNullable<ReturnType<typeof readVisit>>;
  outages: NonNullable<ReturnType<typeof readOutage>>;
  inspections: NonNullable<ReturnType<typeof readInspection>>;
}
export type ReadRows = { [T in Table]: ReadRow<Values[T]>[] };

export const noRows = (): ReadRows => ({ elevators: [], visits: [], outages: [], inspections: [] });

const READERS: { [T in Table]: (row: RowReader, context: RowContext) => Values[T] | null } = {
  elevators: readElevator,
  visits: readVisit,
  outages: readOutage,
  inspections: readInspection,
};

export interface ReadTable {
  readonly header: RecognisedHeader;
  readonly rows: number;
  readonly refusals: readonly Refusal[];
  readonly skippedBlank: number;
  readonly skippedTotals: number;
}

/** Shortest pause between two looks at the signal; keeps a large file from blocking its thread. */
const ROWS_PER_TURN = 5_000;

export interface Turn {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Reads the rows under the recognised header into `into`. Null when the sheet holds no table. A missing required column
 * refuses the table as a whole.
 */
export async function readTable(
  sheet: Sheet,
  only: Table | undefined,
  context: RowContext,
  into: ReadRows,
  turn: Turn,
): Promise<ReadTable | null> {
  const header = recogniseHeader(sheet.rows, only);
  if (header === null) return null;
  if (header.missing.length > 0)
    return { header, rows: 0, refusals: missingColumns(sheet, header), skippedBlank: 0, skippedTotals: 0 };
  const body = sheet.rows.slice(header.index + 1);
  const refusals: Refusal[] = [];
  let [rows, skippedBlank, skippedTotals] = [0, 0, 0];
  for (const [index, row] of body.entries()) {
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) {
      turn.progress(index, body.length);
      await setImmediate();
      turn.signal.throwIfAborted();
    }
    if (isBlank(row)) skippedBlank += 1;
    else if (isTotals(row)) skippedTotals += 1;
    else {
      rows += 1;
      refusals.push(...readRow(sheet, header, row, context, into));
    }
  }
  return { header, rows, refusals, skippedBlank, skippedTotals };
}

function readRow(
  sheet: Sheet,
  header: RecognisedHeader,
  row: SheetRow,
  context: RowContext,
  into: ReadRows,
): Refusal[] {
  const reader = new RowReader(sheet.file, header, row);
  const value = READERS[header.table](reader, context);
  if (value === null) return reader.refusals;
  (into[header.table] as ReadRow<unknown>[]).push({ file: sheet.file, row: row.no, cells: row.cells, value });
  return [];
}

function missingColumns(sheet: Sheet, header: RecognisedHeader): Refusal[] {
  const cells = sheet.rows[header.index]?.cells ?? [];
  return header.missing.map((column) => ({
    file: sheet.file,
    row: sheet.rows[header.index]?.no ?? 0,
    column,
    value: '',
    code: 'missing-column' as const,
    params: {},
    cells,
  }));
}

function isBlank({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** A totals row begins with a word for a sum. */
function isTotals({ cells }: SheetRow): boolean {
  const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  return /^(合计|总计|小计|共计|total)[:：]?$/i.test(first);
}
