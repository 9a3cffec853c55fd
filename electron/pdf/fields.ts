import type { Canvas } from './canvas';
import { INK } from './ink';
import { asSpan } from './tagging';
import { BOX_EM, type Field } from './text-runs';

/** A box to be ticked or a line to write on, as tall as the text beside it; a screen reader is told what it stands for. */
export function drawField(
  canvas: Canvas,
  { shape, says }: Field,
  x: number,
  baseline: number,
  size: number,
  width: number,
): void {
  const draw = (): void => {
    if (shape === 'blank') drawBlank(canvas, x, baseline, width);
    else drawBox(canvas, shape === 'ticked', x, baseline, size * BOX_EM);
  };
  const { open } = canvas.reading;
  if (open === null || open.type === 'Figure') draw();
  else asSpan(canvas, open, { actual: says }, draw);
}

function drawBox({ pdf }: Canvas, ticked: boolean, x: number, baseline: number, side: number): void {
  const top = baseline - side * 0.9;
  pdf.save().lineWidth(0.8).strokeColor(INK).rect(x, top, side, side).stroke();
  if (ticked)
    pdf
      .lineWidth(1.3)
      .moveTo(x + side * 0.2, top + side * 0.52)
      .lineTo(x + side * 0.42, top + side * 0.76)
      .lineTo(x + side * 0.82, top + side * 0.24)
      .stroke();
  pdf.restore();
}

function drawBlank({ pdf }: Canvas, x: number, baseline: number, width: number): void {
  pdf
    .save()
    .lineWidth(0.5)
    .strokeColor(INK)
    .moveTo(x + 1, baseline + 2)
    .lineTo(x + width - 1, baseline + 2)
    .stroke()
    .restore();
}
