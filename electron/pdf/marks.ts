import type { Mark } from '../../domain/report/model';
import type { Canvas, Pdf } from './surface';
import { ACCENT, INK, SECONDARY } from './ink';

type Draw = (pdf: Pdf, x: number, y: number, r: number) => void;

/** Draws a status shape in a square of `size` points whose centre is given. Colour is never the only sign. */
export function drawMark({ pdf }: Canvas, mark: Mark, x: number, y: number, size: number): void {
  const ink = mark === 'late' || mark === 'lapsed' ? ACCENT : mark === 'no-data' ? SECONDARY : INK;
  pdf
    .save()
    .lineWidth(size / 11)
    .strokeColor(ink);
  SHAPES[mark](pdf, x, y, size / 2);
  pdf.restore();
}

const ring: Draw = (pdf, x, y, r) => void pdf.circle(x, y, r * 0.92).stroke();

function strokeThrough(pdf: Pdf, points: readonly (readonly [number, number])[]): void {
  for (const [index, [x, y]] of points.entries()) {
    if (index === 0) pdf.moveTo(x, y);
    else pdf.lineTo(x, y);
  }
  pdf.stroke();
}

const SHAPES: Readonly<Record<Mark, Draw>> = {
  met: (pdf, x, y, r) => {
    ring(pdf, x, y, r);
    strokeThrough(pdf, [
      [x - r * 0.45, y],
      [x - r * 0.1, y + r * 0.38],
      [x + r * 0.48, y - r * 0.36],
    ]);
  },
  'due-soon': (pdf, x, y, r) => {
    ring(pdf, x, y, r);
    strokeThrough(pdf, [
      [x, y - r * 0.55],
      [x, y],
      [x + r * 0.45, y + r * 0.2],
    ]);
  },
  lapsed: (pdf, x, y, r) => {
    pdf
      .moveTo(x, y - r)
      .lineTo(x + r, y + r * 0.82)
      .lineTo(x - r, y + r * 0.82)
      .closePath()
      .stroke();
    strokeThrough(pdf, [
      [x, y - r * 0.35],
      [x, y + r * 0.22],
    ]);
    pdf.circle(x, y + r * 0.52, r / 9).fill(ACCENT);
  },
  late: (pdf, x, y, r) => {
    pdf.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8).fill(ACCENT);
    pdf.lineWidth(r / 4.5).strokeColor('#ffffff');
    const arm = r * 0.42;
    strokeThrough(pdf, [
      [x - arm, y - arm],
      [x + arm, y + arm],
    ]);
    strokeThrough(pdf, [
      [x + arm, y - arm],
      [x - arm, y + arm],
    ]);
  },
  'no-data': (pdf, x, y, r) => {
    pdf
      .dash(r / 3.5, { space: r / 4.5 })
      .rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7)
      .stroke()
      .undash();
  },
  half: (pdf, x, y, r) => {
    ring(pdf, x, y, r);
    const side = r * 0.92;
    pdf.path(`M ${x} ${y - side} A ${side} ${side} 0 0 1 ${x} ${y + side} Z`).fill(INK);
  },
  told: ring,
  'not-applicable': (pdf, x, y, r) => {
    ring(pdf, x, y, r);
    strokeThrough(pdf, [
      [x - r * 0.45, y],
      [x + r * 0.45, y],
    ]);
  },
};
