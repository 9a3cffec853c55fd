import type { SheetDate, SheetFact, SheetModel } from '../../../domain/report/papers/public-sheet/sheet-model';
import type { Canvas } from '../surface';
import { drawLine, rule } from '../canvas';
import { LEFT, WIDTH } from '../flow';
import { ACCENT, HAIR, INK, MM, SECONDARY } from '../ink';
import { drawQr } from '../qr';
import { fitQr, type QrFit } from '../qr-fit';
import { artifact, tagged } from '../tagging';
import { oneLine } from '../text-runs';
import { beside, gap, stack, text, type Part } from './parts';

const NOTE = { size: 10, leading: 14.5, color: INK };
const LABEL = { size: 10, leading: 14.5, color: SECONDARY };
const VALUE = { size: 15.5, leading: 21, face: 'bold' as const };
/** Modules of the code: 0.8 mm; smaller only where a longer signature would push the sheet off its page. */
const QR_MODULE = 0.8 * MM;
const LEAST_MODULE = 0.4 * MM;
const QR_SIDE = 46 * MM;
/** Hazards told one by one; the others are counted. */
const MOST_HAZARDS = 3;

/** The whole sheet in the grid of A4. */
export function sheetParts(canvas: Canvas, model: SheetModel): Part {
  return stack([
    titlePart(canvas, model),
    datesPart(canvas, model),
    ...factRows(canvas, model.facts),
    gap(8),
    hazardsPart(canvas, model.hazards),
    gap(9),
    rescuePart(canvas, model.rescue),
    gap(13),
    checkPart(canvas, model),
  ]);
}

const line = (canvas: Canvas, weight: number, color = INK, x = LEFT, width = WIDTH): Part => ({
  height: 0,
  draw: (y) => artifact(canvas, () => rule(canvas, x, y, width, weight, color)),
});

function titlePart(canvas: Canvas, { title, place, locale, sampleMark }: SheetModel): Part {
  const [size, apart] = locale === 'en' ? [28, 0] : [34, 34 * 0.06];
  const laid = oneLine(canvas.fonts, title, { size, face: 'serif' });
  const width = laid.width + apart * (laid.atoms.length - 1);
  return stack([
    {
      height: 46,
      draw: (y) =>
        tagged(canvas, canvas.root, 'H1', {}, () =>
          drawLine(canvas, laid, LEFT + (WIDTH - width) / 2, y + 35, size, INK, apart),
        ),
    },
    gap(3),
    text(canvas, [{ text: place }], LEFT, WIDTH, { size: 12, leading: 17, align: 'centre' }),
    ...(sampleMark === null
      ? []
      : [
          text(canvas, [{ text: sampleMark, bold: true }], LEFT, WIDTH, {
            size: 10,
            leading: 15,
            color: ACCENT,
            align: 'centre',
          }),
        ]),
    gap(8),
    line(canvas, 1.5),
    gap(4.25),
    line(canvas, 0.35),
  ]);
}

function datesPart(canvas: Canvas, { dates }: SheetModel): Part {
  const half = WIDTH / 2;
  const [left, right] = [
    datePart(canvas, dates[0], LEFT, half - 4 * MM),
    datePart(canvas, dates[1], LEFT + half + 7 * MM, half - 7 * MM),
  ];
  const pair = beside([left, right]);
  return stack([
    {
      height: pair.height,
      draw: (y) => {
        artifact(canvas, () => {
          canvas.pdf
            .save()
            .lineWidth(0.6)
            .strokeColor(INK)
            .moveTo(LEFT + half, y)
            .lineTo(LEFT + half, y + pair.height);
          canvas.pdf.stroke().restore();
        });
        pair.draw(y);
      },
    },
    line(canvas, 0.6),
  ]);
}

function datePart(canvas: Canvas, date: SheetDate, x: number, width: number): Part {
  const small = oneLine(canvas.fonts, date.year, { size: 14 });
  const isDay = date.year !== '';
  const size = isDay ? 34 : 24;
  const big = oneLine(canvas.fonts, date.day, { size, face: 'bold' });
  const air = isDay ? 5 : 0;
  const [smallAt, bigAt] = date.yearLast ? [x + big.width + air, x] : [x, x + (isDay ? small.width : 0) + air];
  return stack([
    gap(15),
    text(canvas, [{ text: date.label }], x, width, LABEL),
    {
      height: 44,
      draw: (y) =>
        tagged(canvas, canvas.root, 'P', {}, () => {
          // Read in the order of the words, whichever is drawn larger.
          if (!date.yearLast && isDay) drawLine(canvas, small, smallAt, y + 36, 14);
          drawLine(canvas, big, bigAt, y + 36, size);
          if (date.yearLast && isDay) drawLine(canvas, small, smallAt, y + 36, 14);
        }),
    },
    gap(4),
    text(canvas, date.note, x, width, NOTE),
    gap(12),
  ]);
}

const GUTTER = 6 * MM;
const COLUMN = (WIDTH - GUTTER) / 2;

function factRows(canvas: Canvas, facts: readonly SheetFact[]): Part[] {
  const rows: Part[] = [];
  for (let index = 0; index < facts.length; index += 2) {
    const pair = facts.slice(index, index + 2);
    rows.push(
      beside(pair.map((fact, side) => factPart(canvas, fact, LEFT + side * (COLUMN + GUTTER)))),
      beside(pair.map((_, side) => line(canvas, 0.35, HAIR, LEFT + side * (COLUMN + GUTTER), COLUMN))),
    );
  }
  return rows;
}

function factPart(canvas: Canvas, { label, value, note }: SheetFact, x: number): Part {
  return stack([
    gap(7),
    text(canvas, [{ text: label }], x, COLUMN, LABEL),
    text(canvas, [{ text: value }], x, COLUMN, VALUE),
    text(canvas, note, x, COLUMN, { ...NOTE, size: 9.5, leading: 13.5 }),
    gap(7),
  ]);
}

function hazardsPart(canvas: Canvas, { label, value, lines, more }: SheetModel['hazards']): Part {
  const shown = lines.slice(0, MOST_HAZARDS);
  const rest = lines.length - shown.length;
  return stack([
    text(canvas, [{ text: label }], LEFT, WIDTH, LABEL),
    text(canvas, [{ text: value }], LEFT, WIDTH, VALUE),
    ...shown.map((runs) => text(canvas, runs, LEFT, WIDTH, NOTE)),
    ...(rest > 0 ? [text(canvas, [{ text: more(rest) }], LEFT, WIDTH, NOTE)] : []),
  ]);
}

const CODE_WIDTH = 60 * MM;

function rescuePart(canvas: Canvas, { title, lines, codeLabel, code, missing }: SheetModel['rescue']): Part {
  const pad = 5.5 * MM;
  const left = WIDTH - CODE_WIDTH;
  const words = stack([
    gap(pad),
    text(canvas, [{ text: title }], LEFT + pad, left - 1.6 * pad, { ...VALUE, tag: 'H2' }),
    gap(2),
    ...lines.map((runs) => text(canvas, runs, LEFT + pad, left - 1.6 * pad, { size: 10, leading: 16 })),
    gap(pad),
  ]);
  const number = stack([
    gap(pad - 3),
    text(canvas, [{ text: codeLabel }], LEFT + left, CODE_WIDTH, { ...LABEL, align: 'centre' }),
    gap(2),
    text(canvas, [{ text: code ?? missing }], LEFT + left + 6, CODE_WIDTH - 12, {
      size: code === null ? 24 : 38,
      leading: 46,
      face: 'bold',
      align: 'centre',
    }),
    gap(pad - 3),
  ]);
  const both = beside([words, number]);
  return {
    height: both.height,
    draw: (y) => {
      artifact(canvas, () => {
        canvas.pdf.save().strokeColor(INK).lineWidth(1.5).rect(LEFT, y, WIDTH, both.height).stroke();
        canvas.pdf
          .lineWidth(0.6)
          .moveTo(LEFT + left, y)
          .lineTo(LEFT + left, y + both.height)
          .stroke()
          .restore();
      });
      both.draw(y);
    },
  };
}

function checkPart(canvas: Canvas, { check, qr, qrAlt }: SheetModel): Part {
  const fit = fitQr(qr, QR_SIDE, QR_MODULE, LEAST_MODULE);
  if (fit === null) throw new Error('the summary of a sheet is longer than its code holds');
  const width = WIDTH - fit.side - 8 * MM;
  const small = { size: 9.5, leading: 14 };
  const words = stack([
    text(canvas, [{ text: check.title }], LEFT, width, { size: 10.5, leading: 15, face: 'bold', tag: 'H2' }),
    gap(2),
    ...check.lines.map((one) => text(canvas, [{ text: one }], LEFT, width, small)),
    text(canvas, [{ text: check.last }], LEFT, width, { ...small, color: SECONDARY }),
  ]);
  return beside([words, qrPart(canvas, fit, qrAlt)]);
}

function qrPart(canvas: Canvas, fit: QrFit, alt: string): Part {
  const x = LEFT + WIDTH - fit.side;
  return {
    height: fit.side,
    draw: (y) => drawQr(canvas, canvas.root, fit.qr, { x, y, module: fit.module, alt }),
  };
}
