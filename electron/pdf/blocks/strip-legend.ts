import type { StripWords } from '../../../domain/report/model';
import type { Canvas } from '../surface';
import { showText } from '../canvas';
import { INK, MM } from '../ink';
import { LEFT, WIDTH } from '../flow';
import { measure } from '../text-runs';
import { drawCategory, drawLateMark, hatch } from './strip-lanes';

const SIZE = 6.6;

/** The words for every sign of the strip, that of late entry where it has one; always below it. */
export function drawLegend(canvas: Canvas, words: StripWords['legend'], hasLate: boolean, y: number): void {
  const { pdf } = canvas;
  const entries: { readonly width: number; readonly draw: (at: number) => void; readonly text: string }[] = [];
  const entry = (width: number, draw: (at: number) => void, text: string): void =>
    void entries.push({ width, draw, text });
  const box = (fill: string) => (at: number) =>
    pdf
      .save()
      .lineWidth(0.35)
      .rect(at, y - 4, 18, 8)
      .fillAndStroke(fill, '#9a9d9b')
      .restore();
  entry(
    2,
    (at) =>
      pdf
        .save()
        .lineWidth(1.3)
        .strokeColor(INK)
        .moveTo(at + 1, y - 4.5)
        .lineTo(at + 1, y + 4.5)
        .stroke()
        .restore(),
    words.visit,
  );
  entry(5, (at) => drawCategory(canvas, 'quarter', at + 2.5, y), words.quarter);
  entry(5, (at) => drawCategory(canvas, 'half-year', at + 2.5, y), words.halfYear);
  entry(5, (at) => drawCategory(canvas, 'year', at + 2.5, y), words.year);
  if (hasLate) entry(6, (at) => drawLateMark(canvas, at + 3, y + 2.5), words.lateEntry);
  entry(18, box('#e6e8e7'), words.window);
  entry(18, (at) => hatch(canvas, at, y - 4, 18, 8), words.gap);
  entry(18, box('#b4b4b4'), words.outage);
  const widths = entries.map(({ width, text }) => width + 4 + measure(canvas.fonts, 'regular', text, SIZE));
  const free = WIDTH - 2 - widths.reduce((sum, width) => sum + width, 0);
  const apart = Math.min(5 * MM, free / (entries.length - 1));
  let x = LEFT + 2;
  for (const [index, { width, draw, text }] of entries.entries()) {
    draw(x);
    showText(canvas, text, 'regular', SIZE, x + width + 4, y + 2.4);
    x += widths[index]! + apart;
  }
}
