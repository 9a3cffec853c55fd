import type { ReceiptBlock } from '../../../domain/report/model';
import type { Canvas } from '../surface';
import { drawLine, showText } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { INK, MM, SECONDARY } from '../ink';
import { drawSeal, SEAL_RADIUS } from '../seal';
import { artifact, tagged } from '../tagging';
import type { Line } from '../runs';
import { layOut } from '../text-runs';

const SIZE = 8.75;
const LEADING = 17.5;
const PADDING = 3.4 * MM;
const HALF = 82.4 * MM;
const LEAST = 2 * SEAL_RADIUS + 8 * MM;

/** The seal of who issues the paper, the receipt of who gets it, and what is filled in later; kept whole on one page. */
export function drawReceipt(flow: Flow, block: ReceiptBlock): void {
  const { canvas } = flow;
  const { receipt, seal } = block;
  const width = WIDTH - HALF - 2 * PADDING;
  const lines = receipt.lines.flatMap((runs) => layOut(canvas.fonts, runs, { size: SIZE }, width));
  const note = layOut(canvas.fonts, [{ text: receipt.note }], { size: 7.5 }, width);
  const below = block.below === null ? [] : layOut(canvas.fonts, block.below, { size: SIZE }, WIDTH - 2 * PADDING);
  const upper = Math.max(LEAST, 2 * PADDING + (lines.length + 1) * LEADING + note.length * 11);
  const lower = below.length === 0 ? 0 : below.length * LEADING + 2.4 * MM;
  flow.ensure(upper + lower + 4 * MM);
  const top = flow.y;
  drawFrame(canvas, top, upper, lower);
  label(canvas, seal.label, LEFT + PADDING, top);
  drawSeal(canvas, seal, { x: LEFT + HALF / 2, y: top + upper / 2 + 1.2 * MM });
  const right = LEFT + HALF + PADDING;
  label(canvas, receipt.label, right, top);
  drawTextLines(canvas, lines, right, top + PADDING + LEADING + 7);
  tagged(canvas, canvas.root, 'P', {}, () => {
    const from = top + PADDING + (lines.length + 1) * LEADING + 3;
    for (const [index, line] of note.entries()) drawLine(canvas, line, right, from + index * 11, 7.5, SECONDARY);
  });
  if (below.length > 0) drawTextLines(canvas, below, LEFT + PADDING, top + upper + 1.2 * MM + LEADING * 0.68);
  flow.y = top + upper + lower + 4 * MM;
}

function drawFrame(canvas: Canvas, top: number, upper: number, lower: number): void {
  artifact(canvas, () => {
    const { pdf } = canvas;
    pdf
      .save()
      .strokeColor(INK)
      .lineWidth(1)
      .rect(LEFT, top, WIDTH, upper + lower)
      .stroke();
    pdf
      .lineWidth(0.35)
      .moveTo(LEFT + HALF, top)
      .lineTo(LEFT + HALF, top + upper)
      .stroke();
    if (lower > 0)
      pdf
        .moveTo(LEFT, top + upper)
        .lineTo(LEFT + WIDTH, top + upper)
        .stroke();
    pdf.restore();
  });
}

function label(canvas: Canvas, text: string, x: number, top: number): void {
  tagged(canvas, canvas.root, 'P', {}, () => showText(canvas, text, 'bold', SIZE, x, top + PADDING + 7));
}

function drawTextLines(canvas: Canvas, lines: readonly Line[], x: number, baseline: number): void {
  tagged(canvas, canvas.root, 'P', {}, () => {
    for (const [index, line] of lines.entries()) drawLine(canvas, line, x, baseline + index * LEADING, SIZE);
  });
}
