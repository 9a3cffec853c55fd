import type { TableBlock } from '../../../domain/report/model';
import type { Canvas, Structure } from '../surface';
import { drawLine, drawLines, rule } from '../canvas';
import { HAIR, LATE_GROUND, MM, SECONDARY } from '../ink';
import { artifact, tagged } from '../tagging';
import { Flow, LEFT, WIDTH, type Frame } from '../flow';
import { drawMark } from '../marks';
import { layOut, oneLine } from '../text-runs';
import {
  breakRows,
  CELL_LEADING,
  CELL_PADDING,
  CELL_SIZE,
  columnWidths,
  measureHead,
  measureRows,
  paddingOf,
  ROWS_TOGETHER,
  type MeasuredRow,
} from './measure';

const CAPTION_HEIGHT = 16;
const WHOLE: Frame = { x: LEFT, width: WIDTH };
const BASELINE = 8.6;
const BELOW_ROWS = 3;
const NOTE_SIZE = 7.5;
const NOTE_LEADING = 11;

/**
 * A three-line table over as many pages as it needs. One Table element; repeated heads and captions are artifacts. `after`:
 * room that its last rows leave for what belongs to it, such as a sentence below.
 */
export function drawTable(flow: Flow, table: TableBlock, frame: Frame = WHOLE, after = 0): void {
  const { canvas } = flow;
  const widths = columnWidths(table.columns, frame.width);
  const head = measureHead(canvas, table.columns, widths);
  const above = (table.caption === undefined ? 0 : CAPTION_HEIGHT) + head.height + 2;
  const aboveLater = CAPTION_HEIGHT + head.height + 2;
  const below = (table.note === undefined ? 0 : BELOW_ROWS + noteHeight(canvas, table.note, frame.width)) + after;
  const rows = measureRows(canvas, table, widths, Flow.fullRoom - aboveLater - below);
  const parts = (kept: number): MeasuredRow[][] =>
    breakRows(rows, flow.room - above - kept, Flow.fullRoom - aboveLater - kept);
  const full = parts(0);
  const pages = hasRoomBelow(full, below, [flow.room - above, Flow.fullRoom - aboveLater]) ? full : parts(below);
  const element = canvas.pdf.struct('Table');
  canvas.root.add(element);
  let first = true;
  for (const [index, part] of pages.entries()) {
    if (part.length > 0 || pages.length === 1) {
      drawPart(flow, { table, frame, widths, head, element, part, first });
      first = false;
    }
    if (index < pages.length - 1) flow.newPage();
  }
  if (rows.length === 0 && pages.length === 0) drawPart(flow, { table, frame, widths, head, element, part: [], first });
  element.end();
  flow.y += BELOW_ROWS;
  if (table.note !== undefined) drawNote(flow, table.note, frame);
  flow.y += 5;
}

/** What a table needs at least on the page where it starts: caption, head and three rows, or all where too few would follow. */
export function tableStart({ canvas }: Flow, table: TableBlock, after = 0): number {
  const widths = columnWidths(table.columns, WIDTH);
  const first = table.rows.length < 2 * ROWS_TOGETHER ? table.rows.length : ROWS_TOGETHER;
  const rows = measureRows(canvas, { ...table, rows: table.rows.slice(0, first) }, widths, Flow.fullRoom / 3);
  const head = measureHead(canvas, table.columns, widths).height + (table.caption === undefined ? 0 : CAPTION_HEIGHT);
  const isWhole = first === table.rows.length; // then its note must stand below it
  const note = table.note === undefined || !isWhole ? 0 : BELOW_ROWS + noteHeight(canvas, table.note, WIDTH);
  const needed = head + 2 + rows.reduce((sum, { height }) => sum + height, 0) + note + (isWhole ? after : 0);
  return Math.min(needed, Flow.fullRoom / 2);
}

/** Whether the note fits below the last rows. Where it would stand alone on the next page, all parts leave it its room. */
function hasRoomBelow(
  pages: readonly (readonly MeasuredRow[])[],
  below: number,
  [first, later]: readonly [number, number],
): boolean {
  const used = (pages.at(-1) ?? []).reduce((sum, { height }) => sum + height, 0);
  return used + below <= (pages.length > 1 ? later : first);
}

interface Part {
  readonly table: TableBlock;
  readonly frame: Frame;
  readonly widths: readonly number[];
  readonly head: MeasuredRow;
  readonly element: Structure;
  readonly part: readonly MeasuredRow[];
  readonly first: boolean;
}

function drawPart(flow: Flow, { table, frame, widths, head, element, part, first }: Part): void {
  const { canvas } = flow;
  const { x, width } = frame;
  if (table.caption !== undefined || !first) drawCaption(flow, table, frame, element, part, first);
  artifact(canvas, () => rule(canvas, x, flow.y, width, 1));
  if (first) drawRow(flow, canvas, head, table, widths, x, element, 'TH');
  else artifact(canvas, () => drawCells(canvas, head, table, widths, x, flow.y));
  if (!first) flow.y += head.height;
  artifact(canvas, () => rule(canvas, x, flow.y, width, 0.5));
  for (const [index, row] of part.entries()) {
    artifact(canvas, () => {
      if (row.late) canvas.pdf.rect(x, flow.y, width, row.height).fill(LATE_GROUND);
      if (index > 0) rule(canvas, x, flow.y, width, 0.25, HAIR);
      else rule(canvas, x, flow.y, width, 0.5);
    });
    drawRow(flow, canvas, row, table, widths, x, element, 'TD');
  }
  artifact(canvas, () => rule(canvas, x, flow.y, width, 1));
}

function drawCaption(
  flow: Flow,
  table: TableBlock,
  { x, width }: Frame,
  element: Structure,
  part: readonly MeasuredRow[],
  first: boolean,
): void {
  const { canvas } = flow;
  const { label, continued, right } = table.caption ?? { label: '', continued: table.continued, right: '' };
  const baseline = flow.y + 10;
  const draw = (): void => {
    const left = oneLine(canvas.fonts, `${first ? label : continued} `, { size: CELL_SIZE, face: 'bold' });
    drawLine(canvas, left, x + 1, baseline, CELL_SIZE);
    const whole = part.length === table.rows.length;
    const text = first || whole ? right : table.rowsFromTo(part[0]?.no ?? 0, part.at(-1)?.no ?? 0);
    const line = oneLine(canvas.fonts, text, { size: CELL_SIZE });
    drawLine(canvas, line, x + width - line.width, baseline, CELL_SIZE, SECONDARY);
  };
  if (first) tagged(canvas, element, 'Caption', {}, draw);
  else artifact(canvas, draw);
  flow.y += CAPTION_HEIGHT;
}

function drawRow(
  flow: Flow,
  canvas: Canvas,
  row: MeasuredRow,
  table: TableBlock,
  widths: readonly number[],
  left: number,
  element: Structure,
  type: 'TH' | 'TD',
): void {
  const tr = canvas.pdf.struct('TR');
  element.add(tr);
  let x = left;
  for (const [column, width] of widths.entries()) {
    const at = x;
    const cell = row.cells[column];
    if (cell?.mark !== undefined)
      artifact(canvas, () => drawMark(canvas, cell.mark!, at + 5, flow.y + CELL_PADDING + 5.6, 9));
    tagged(canvas, tr, type, type === 'TH' ? { scope: 'Column' } : {}, () =>
      drawCell(canvas, row, column, table, at, width, flow.y),
    );
    x += width;
  }
  tr.end();
  flow.y += row.height;
}

function drawCells(
  canvas: Canvas,
  row: MeasuredRow,
  table: TableBlock,
  widths: readonly number[],
  left: number,
  y: number,
): void {
  let x = left;
  for (const [column, width] of widths.entries()) {
    drawCell(canvas, row, column, table, x, width, y);
    x += width;
  }
}

function drawCell(
  canvas: Canvas,
  row: MeasuredRow,
  column: number,
  table: TableBlock,
  x: number,
  width: number,
  y: number,
): void {
  const cell = row.cells[column];
  if (cell === undefined) return;
  const indent = cell.mark === undefined ? 0.4 * MM : 11.5;
  for (const [index, line] of cell.lines.entries()) {
    const right = table.columns[column]?.align === 'right';
    const at = right ? x + width - paddingOf(table.columns, column) - line.width : x + indent;
    drawLine(canvas, line, at, y + CELL_PADDING + BASELINE + index * CELL_LEADING, CELL_SIZE);
  }
}

function drawNote(flow: Flow, note: NonNullable<TableBlock['note']>, { x, width }: Frame): void {
  const { canvas } = flow;
  const lines = layOut(canvas.fonts, note, { size: NOTE_SIZE }, width);
  flow.ensure(lines.length * NOTE_LEADING);
  tagged(canvas, canvas.root, 'P', {}, () => {
    drawLines(canvas, lines, x + 1, flow.y + 9, { size: NOTE_SIZE, leading: NOTE_LEADING, color: SECONDARY });
  });
  flow.y += noteHeight(canvas, note, width);
}

function noteHeight(canvas: Canvas, note: NonNullable<TableBlock['note']>, width: number): number {
  return layOut(canvas.fonts, note, { size: NOTE_SIZE }, width).length * NOTE_LEADING + 3;
}

/** Height of a table on one page; Infinity for one that is longer. */
export function tableHeight({ canvas }: Flow, table: TableBlock, width = WIDTH): number {
  const widths = columnWidths(table.columns, width);
  const rows = measureRows(canvas, table, widths, Flow.fullRoom);
  const head = measureHead(canvas, table.columns, widths).height + (table.caption === undefined ? 0 : CAPTION_HEIGHT);
  const note = table.note === undefined ? 0 : noteHeight(canvas, table.note, width);
  const height = head + rows.reduce((sum, row) => sum + row.height, 0) + note + 10;
  return height > Flow.fullRoom ? Infinity : height;
}
