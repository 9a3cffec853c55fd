import type { Cell, Column, TableBlock } from '../../../domain/report/model';
import type { Canvas } from '../surface';
import { MM } from '../ink';
import type { Line } from '../runs';
import { layOut, oneLine } from '../text-runs';

export const CELL_SIZE = 8.25;
export const CELL_LEADING = 11.6;
export const CELL_PADDING = 1.2 * MM;
/** Figures stand clear of the column to their right. */
const AFTER_FIGURES = 2 * MM;
const MARK_ROOM = 11.5;

export interface MeasuredCell {
  readonly lines: readonly Line[];
  readonly mark: Cell['mark'];
}

export interface MeasuredRow {
  readonly cells: readonly MeasuredCell[];
  readonly late: boolean;
  readonly height: number;
  /** Number of the row in the table, from 1; a row cut in two keeps its number. */
  readonly no: number;
}

/** Room that text leaves on its right. */
export function paddingOf(columns: readonly Column[], index: number): number {
  return columns[index]?.align === 'right' && index < columns.length - 1 ? AFTER_FIGURES : CELL_PADDING;
}

/** Columns in points, scaled so that they fill the width exactly. */
export function columnWidths(columns: readonly Column[], width: number): number[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  return columns.map((column) => (column.width * width) / sum);
}

export function measureHead(canvas: Canvas, columns: readonly Column[], widths: readonly number[]): MeasuredRow {
  const cells = columns.map(({ title }, index): MeasuredCell => ({
    lines: layOut(
      canvas.fonts,
      [{ text: title, bold: true }],
      { size: CELL_SIZE },
      widths[index]! - paddingOf(columns, index),
    ),
    mark: undefined,
  }));
  return { cells, late: false, no: 0, height: heightOf(cells) };
}

/** Every row laid out once, the rows taller than `most` split between lines, so that nothing is ever cut off. */
export function measureRows(canvas: Canvas, table: TableBlock, widths: readonly number[], most: number): MeasuredRow[] {
  return table.rows.flatMap(({ cells, late }, index) => {
    const measured = cells.map((cell, column): MeasuredCell => ({
      lines: layOut(
        canvas.fonts,
        cell.runs,
        { size: CELL_SIZE, tabs: (table.columns[column]?.tabs ?? []).map((tab) => tab * MM) },
        widths[column]! - paddingOf(table.columns, column) - (cell.mark === undefined ? 0 : MARK_ROOM),
      ),
      mark: cell.mark,
    }));
    const row = { cells: measured, late: late === true, no: index + 1, height: heightOf(measured) };
    return row.height <= most
      ? [row]
      : splitRow(canvas, table, row, Math.max(1, Math.floor((most - 2 * CELL_PADDING) / CELL_LEADING)));
  });
}

/** Parts of a row taller than a page; each later part says which row it continues. */
function splitRow(canvas: Canvas, table: TableBlock, row: MeasuredRow, linesAPart: number): MeasuredRow[] {
  const parts = Math.ceil(Math.max(...row.cells.map(({ lines }) => lines.length)) / linesAPart);
  const lead = table.rows[row.no - 1]?.cells[0]?.runs.map(({ text }) => text).join('') ?? '';
  const again = oneLine(canvas.fonts, `${lead}${table.rowContinued}`, { size: CELL_SIZE });
  return Array.from({ length: parts }, (_, part) => {
    const cells = row.cells.map((cell, column): MeasuredCell => {
      const lines = cell.lines.slice(part * linesAPart, (part + 1) * linesAPart);
      const continued = part > 0 && column === 0 && lines.length === 0;
      return { lines: continued ? [again] : lines, mark: part === 0 ? cell.mark : undefined };
    });
    return { ...row, cells, height: heightOf(cells) };
  });
}

function heightOf(cells: readonly MeasuredCell[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length)) * CELL_LEADING + 2 * CELL_PADDING;
}

/** Rows that stay together on each side of a page break. */
export const ROWS_TOGETHER = 3;

/** Rows by page: at least `together` rows on each side of a break, where there are that many. */
export function breakRows(
  rows: readonly MeasuredRow[],
  firstRoom: number,
  nextRoom: number,
  together = ROWS_TOGETHER,
): MeasuredRow[][] {
  const pages: MeasuredRow[][] = [];
  let next = 0;
  let room = firstRoom;
  while (next < rows.length) {
    let fit = 0;
    let used = 0;
    while (next + fit < rows.length && used + rows[next + fit]!.height <= room) used += rows[next + fit++]!.height;
    const left = rows.length - next - fit;
    if (left > 0 && left < together) fit = Math.max(0, fit - (together - left));
    const tooFew = fit < Math.min(together, rows.length - next);
    if (tooFew && room < nextRoom) fit = 0;
    else if (fit === 0) fit = 1; // a full page holds any row: rows are split before
    pages.push(rows.slice(next, next + fit));
    next += fit;
    room = nextRoom;
  }
  return pages;
}
