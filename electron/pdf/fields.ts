import type { Locale } from '../../domain/pack/legal-basis';
import { BOX_SIGNS } from './box-signs';
import type { Canvas } from './surface';
import { INK } from './ink';
import { asSpan } from './tagging';
import type { Field } from './runs';
import { BOX_EM } from './text-runs';

/** What is read aloud for a box. */
const ALOUD = {
  ticked: { 'zh-CN': '已勾选', en: 'ticked' },
  empty: { 'zh-CN': '未勾选', en: 'not ticked' },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;

/** A box to be ticked or a line to write on, as tall as the text beside it; a screen reader is told what it stands for. */
export function drawField(
  canvas: Canvas,
  { shape, says }: Field,
  x: number,
  baseline: number,
  size: number,
  width: number,
): void {
  const { open } = canvas.reading;
  const isRead = open !== null && open.type !== 'Figure';
  if (shape === 'blank') {
    const draw = (): void => drawBlank(canvas, x, baseline, width);
    if (isRead) asSpan(canvas, open, { actual: says }, draw);
    else draw();
    return;
  }
  const { copied, glyph } = BOX_SIGNS[shape];
  const draw = (): void => {
    drawBox(canvas, shape === 'ticked', x, baseline, size * BOX_EM);
    if (isRead) copiedAs(canvas, glyph, x, baseline, size);
  };
  if (isRead) asSpan(canvas, open, { actual: ALOUD[shape][canvas.locale] }, draw, { actual: copied });
  else draw();
}

/** Text that is not painted (rendering mode 3): without a glyph at the place, readers copy nothing for a drawn shape. */
function copiedAs({ pdf, glyphs }: Canvas, glyph: string, x: number, baseline: number, size: number): void {
  const name = glyphs.use('regular');
  const [at, line] = [x, baseline].map((value) => String(Math.round(value * 1000) / 1000));
  pdf.addContent(
    `BT\n3 Tr\n1 0 0 -1 ${at} ${line} Tm\n/${name} ${size} Tf\n<${glyphs.encode('regular', glyph)}> Tj\n0 Tr\nET`,
  );
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
