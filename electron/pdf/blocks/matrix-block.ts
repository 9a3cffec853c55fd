import type { RiskGroup } from '../../../domain/hazard/hazard';
import type { MatrixBlock } from '../../../domain/report/model';
import { showText, type Canvas } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { INK, MM, SECONDARY } from '../ink';
import { tagged } from '../tagging';
import { measure } from '../text-runs';

const LABELS = 32 * MM;
const HEAD = 6 * MM;
const LEAST_ROW = 12.5 * MM;
const TEXT = 8.25;
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
  const height = matrixHeight(block);
  flow.ensure(height);
  const top = flow.y;
  const bbox = [LEFT, top, LEFT + WIDTH, top + height];
  tagged(canvas, canvas.root, 'Figure', { alt: block.alt, bbox, placement: 'Block' }, () => {
    drawHead(canvas, block, top);
    let y = top + HEAD;
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

export function matrixHeight({ rows }: MatrixBlock): number {
  return HEAD + rows.reduce((sum, row) => sum + heightOf(row), 0);
}

function cellWidth({ columns }: MatrixBlock): number {
  return Math.min(21.2 * MM, (WIDTH - LABELS) / columns.length);
}

function heightOf({ cells }: MatrixRow): number {
  const most = Math.max(...cells.map(({ before, after }) => before.length + after.length));
  const lines = Math.ceil(most / 2);
  return Math.max(LEAST_ROW, ROMAN_ROOM + lines * (TAG.height + TAG.apart) + INSET);
}

function drawHead(canvas: Canvas, block: MatrixBlock, top: number): void {
  const corner = measure(canvas.fonts, 'regular', block.corner, 7);
  showText(canvas, block.corner, 'regular', 7, LEFT + LABELS - corner - 2 * MM, top + HEAD - 6, SECONDARY);
  for (const [column, title] of block.columns.entries()) {
    const width = measure(canvas.fonts, 'regular', title, TEXT);
    const x = LEFT + LABELS + (column + 0.5) * cellWidth(block) - width / 2;
    showText(canvas, title, 'regular', TEXT, x, top + HEAD - 6);
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
