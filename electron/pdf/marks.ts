import type { Mark } from '../../domain/report/model';
import { ACCENT, INK, SECONDARY, type Canvas } from './canvas';

/** Draws a status shape in a square of `size` points whose centre is given. Colour is never the only sign. */
export function drawMark({ pdf }: Canvas, mark: Mark, x: number, y: number, size: number): void {
  const r = size / 2;
  pdf
    .save()
    .lineWidth(size / 11)
    .strokeColor(mark === 'late' || mark === 'lapsed' ? ACCENT : mark === 'no-data' ? SECONDARY : INK);
  switch (mark) {
    case 'met':
      pdf.circle(x, y, r * 0.92).stroke();
      pdf
        .moveTo(x - r * 0.45, y)
        .lineTo(x - r * 0.1, y + r * 0.38)
        .lineTo(x + r * 0.48, y - r * 0.36)
        .stroke();
      break;
    case 'due-soon':
      pdf.circle(x, y, r * 0.92).stroke();
      pdf
        .moveTo(x, y - r * 0.55)
        .lineTo(x, y)
        .lineTo(x + r * 0.45, y + r * 0.2)
        .stroke();
      break;
    case 'lapsed':
      pdf
        .moveTo(x, y - r)
        .lineTo(x + r, y + r * 0.82)
        .lineTo(x - r, y + r * 0.82)
        .closePath()
        .stroke();
      pdf
        .moveTo(x, y - r * 0.35)
        .lineTo(x, y + r * 0.22)
        .stroke();
      pdf.circle(x, y + r * 0.52, size / 18).fill(ACCENT);
      break;
    case 'late':
      pdf.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8).fill(ACCENT);
      pdf.lineWidth(size / 9).strokeColor('#ffffff');
      pdf
        .moveTo(x - r * 0.42, y - r * 0.42)
        .lineTo(x + r * 0.42, y + r * 0.42)
        .stroke();
      pdf
        .moveTo(x + r * 0.42, y - r * 0.42)
        .lineTo(x - r * 0.42, y + r * 0.42)
        .stroke();
      break;
    case 'no-data':
      pdf
        .dash(size / 7, { space: size / 9 })
        .rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7)
        .stroke()
        .undash();
      break;
    case 'not-applicable':
      pdf.circle(x, y, r * 0.92).stroke();
      pdf
        .moveTo(x - r * 0.45, y)
        .lineTo(x + r * 0.45, y)
        .stroke();
      break;
  }
  pdf.restore();
}
