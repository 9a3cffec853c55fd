import type { RiskGroup } from '../../../domain/hazard/hazard';
import type { MatrixBlock } from '../../../domain/report/model';
import type { Canvas } from '../surface';
import { drawLine, showText } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { INK, MM, SECONDARY } from '../ink';
import { tagged } from '../tagging';
import type { Line } from '../runs';
import { layOut, measure } from '../text-runs';

const LABELS = 32 * MM;
const HEAD = 6 * MM;
const LEAST_ROW = 12.5 * MM;
const TEXT = 8.25;
const TITLE_LEADING = 9;
const ROMAN = 7.5;
const TAG = { width: 8.9 * MM, height: 3.7 * MM, apart: 0.8 * MM, size: 7, radius: 1.6 } as const;
const ROMAN_ROOM = 4.6 * MM;
const INSET = 1.1 * MM;
const GROUNDS: Readonly<Record<RiskGroup, string>> = { I: '#c9cecc', II: '#eceeed', III: '#ffffff' };

type MatrixRow = MatrixBlock['rows'][number];
type MatrixCell = MatrixRow['cells'][number];

/** The matrix as one figure, kept whole; the labels of a cell stand two a line, so a crowded row is higher. */
export function drawMatrix(flow: Flow, block: MatrixBlock): void {
  const { canvas } = flow;
  const height = matrixHeight(canvas, block);
  const head = headHeight(canvas, block);
  flow.ensure(height);
  const top = flow.y;
  const bbox = [LEFT, top, LEFT + WIDTH, top + height];
  tagged(canvas, canvas.root, 'Figure', { alt: block.alt, bbox, placement: 'Block' }, () => {
    drawHead(canvas, block, top + head);
    let y = top + head;
    for (const row of block.rows) {
      const rowHeight = heightOf(row);
      const width = measure(canvas.fonts, 'regular', row.label, TEXT);
      showText(canvas, row.label, 'regular', TEXT, LEFT + LABELS - width - 2 * MM, y + rowHeight / 2 + 3);
      for (const [column, cell] of row.cells.entries())
        drawCell(canvas, cell, LEFT + LABELS + column * cellWidth(block), y, cellWidth(block), rowHeight);
      y += rowHeight;
    }
  });
  flow.y = top + height + 2 * MM;
}

export function matrixHeight(canvas: Canvas, block: MatrixBlock): number {
  return headHeight(canvas, block) + block.rows.reduce((sum, row) => sum + heightOf(row), 0);
}

function headHeight(canvas: Canvas, block: MatrixBlock): number {
  const lines = Math.max(...block.columns.map((title) => titleLines(canvas, block, title).length));
  return HEAD + (lines - 1) * TITLE_LEADING;
}

/** A long title takes several lines rather than its neighbour's room. */
function titleLines({ fonts }: Canvas, block: MatrixBlock, title: string): Line[] {
  return layOut(fonts, [{ text: title }], { size: TEXT }, cellWidth(block) - 4);
}

function cellWidth({ columns }: MatrixBlock): number {
  return Math.min(21.2 * MM, (WIDTH - LABELS) / columns.length);
}

function heightOf({ cells }: MatrixRow): number {
  const most = Math.max(...cells.map(({ before, after }) => before.length + after.length));
  const lines = Math.ceil(most / 2);
  return Math.max(LEAST_ROW, ROMAN_ROOM + lines * (TAG.height + TAG.apart) + INSET);
}

function drawHead(canvas: Canvas, block: MatrixBlock, bottom: number): void {
  const corner = measure(canvas.fonts, 'regular', block.corner, 7);
  showText(canvas, block.corner, 'regular', 7, LEFT + LABELS - corner - 2 * MM, bottom - 6, SECONDARY);
  for (const [column, title] of block.columns.entries()) {
    const lines = titleLines(canvas, block, title);
    for (const [place, line] of lines.entries()) {
      const x = LEFT + LABELS + (column + 0.5) * cellWidth(block) - line.width / 2;
      drawLine(canvas, line, x, bottom - 6 - (lines.length - 1 - place) * TITLE_LEADING, TEXT);
    }
  }
}

function drawCell(canvas: Canvas, cell: MatrixCell, x: number, y: number, width: number, height: number): void {
  const { pdf } = canvas;
  pdf
    .save()
    .lineWidth(0.5)
    .rect(x, y, width, height)
    .fillAndStroke(cell.group === null ? '#ffffff' : GROUNDS[cell.group], '#8a8a8a')
    .restore();
  if (cell.group !== null) {
    const roman = measure(canvas.fonts, 'regular', cell.group, ROMAN);
    showText(canvas, cell.group, 'regular', ROMAN, x + width - roman - 3, y + 8.5);
  }
  const tags = [
    ...cell.before.map((text) => ({ text, solid: true })),
    ...cell.after.map((text) => ({ text, solid: false })),
  ];
  for (const [place, tag] of tags.entries()) {
    const at = x + INSET + (place % 2) * (TAG.width + TAG.apart);
    drawTag(canvas, tag, at, y + ROMAN_ROOM + Math.floor(place / 2) * (TAG.height + TAG.apart));
  }
}

/** Solid = before, dashed = after: told apart without colour. */
function drawTag(canvas: Canvas, { text, solid }: { text: string; solid: boolean }, x: number, y: number): void {
  const { pdf } = canvas;
  pdf.save().lineWidth(0.8).strokeColor(INK);
  if (solid) pdf.roundedRect(x, y, TAG.width, TAG.height, TAG.radius).fill(INK);
  else
    pdf
      .dash(1.8, { space: 1.2 })
      .roundedRect(x, y, TAG.width, TAG.height, TAG.radius)
      .fillAndStroke('#ffffff', INK)
      .undash();
  pdf.restore();
  const width = measure(canvas.fonts, 'bold', text, TAG.size);
  const color = solid ? '#ffffff' : INK;
  showText(canvas, text, 'bold', TAG.size, x + (TAG.width - width) / 2, y + TAG.height / 2 + 2.5, color);
}
