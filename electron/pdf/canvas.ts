import type { Confidence } from '../../domain/pack/legal-basis';
import { drawField } from './fields';
import { ACCENT, INK } from './ink';
import type { Face, Line, Piece } from './runs';
import type { Canvas } from './surface';
import { asSpan } from './tagging';
import { isJoint, oneLine, TAG_PADDING, TAG_SIZE } from './text-runs';

interface Placed {
  readonly piece: Piece;
  readonly x: number;
}

/** Draws one line of laid out text with its baseline at `baseline`; `stretch` points of air between its atoms. */
export function drawLine(
  canvas: Canvas,
  line: Line,
  x: number,
  baseline: number,
  size: number,
  color = INK,
  stretch = 0,
): void {
  let at = x;
  let placed: Placed[] = [];
  const flush = (): void => {
    showLine(canvas, placed, baseline, size, color);
    placed = [];
  };
  for (const [index, { tag, pieces, width, field }] of line.atoms.entries()) {
    if (isJoint(line, index)) at += stretch;
    if (field !== undefined) {
      flush();
      drawField(canvas, field, at, baseline, size, width);
      at += width;
      continue;
    }
    if (tag !== null) {
      flush();
      drawTag(canvas, tag, pieces, at + 1, baseline, width - 1);
      at += width;
      continue;
    }
    let pen = at;
    for (const piece of pieces) {
      placed.push({ piece, x: pen + piece.gap });
      pen += piece.gap + piece.width;
    }
    at += width;
  }
  flush();
}

/** Lines below each other, the first baseline at `baseline`. */
export function drawLines(
  canvas: Canvas,
  lines: readonly Line[],
  x: number,
  baseline: number,
  { size, leading, color }: { readonly size: number; readonly leading: number; readonly color?: string },
): void {
  for (const [index, line] of lines.entries()) drawLine(canvas, line, x, baseline + index * leading, size, color);
}

export function showText(
  canvas: Canvas,
  text: string,
  face: Face,
  size: number,
  x: number,
  baseline: number,
  color = INK,
): void {
  drawLine(canvas, oneLine(canvas.fonts, text, { size, face }), x, baseline, size, color);
}

const figure = (value: number): string => String(Math.round(value * 1000) / 1000);

/**
 * One text object for a whole line: positions by TJ adjustments, faces and colours changed inside. Written by hand,
 * because `doc.text()` shapes, measures and opens a graphics state for every stretch. The page's y axis points down,
 * so the text matrix turns glyphs upright.
 */
function showLine(canvas: Canvas, placed: readonly Placed[], baseline: number, size: number, color: string): void {
  const { open } = canvas.reading;
  if (canvas.locale !== 'en' || open === null || open.type === 'Figure') {
    showPieces(canvas, placed, baseline, size, color);
    return;
  }
  let rest = placed;
  while (rest.length > 0) {
    const { han } = rest[0]!.piece; // the loop's condition
    const end = rest.findIndex(({ piece }) => piece.han !== han);
    const part = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? [] : rest.slice(end);
    if (han) asSpan(canvas, open, { lang: 'zh-CN' }, () => showPieces(canvas, part, baseline, size, color));
    else showPieces(canvas, part, baseline, size, color);
  }
}

function showPieces(
  { pdf, glyphs }: Canvas,
  placed: readonly Placed[],
  baseline: number,
  size: number,
  color: string,
): void {
  const first = placed[0];
  if (first === undefined) return;
  let fill = first.piece.accent ? ACCENT : color;
  const parts: string[] = [`${rgb(fill)} rg\nBT\n1 0 0 -1 ${figure(first.x)} ${figure(baseline)} Tm`];
  let font = '';
  let pen = first.x;
  for (const { piece, x } of placed) {
    const wanted = glyphs.use(piece.face);
    if (wanted !== font) parts.push(`/${(font = wanted)} ${figure(size)} Tf`);
    const ink = piece.accent ? ACCENT : color;
    if (ink !== fill) parts.push(`${rgb((fill = ink))} rg`);
    const adjust = Math.abs(x - pen) < 0.001 ? '' : `${figure(((pen - x) * 1000) / size)} `;
    const shown = `[${adjust}<${glyphs.encode(piece.face, piece.text)}>] TJ`;
    parts.push(shown);
    pen = x + piece.width;
  }
  pdf.addContent(`${parts.join('\n')}\nET`);
}

/** `#8c2f20` as three parts of one. */
function rgb(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `${figure((value >> 16) / 255)} ${figure(((value >> 8) & 255) / 255)} ${figure((value & 255) / 255)}`;
}

/** The frame speaks: solid = law, dashed = accepted reading, dotted = unverified. */
function drawTag(
  canvas: Canvas,
  confidence: Confidence,
  pieces: readonly Piece[],
  x: number,
  baseline: number,
  width: number,
): void {
  const { pdf } = canvas;
  const [top, height] = [baseline - TAG_SIZE - 0.9, TAG_SIZE + 3.2];
  pdf.save().lineWidth(0.6).strokeColor(INK);
  if (confidence === 'reading') pdf.dash(1.8, { space: 1.3 });
  if (confidence === 'unverified') pdf.dash(0.6, { space: 1.2 });
  pdf.rect(x, top, width, height).stroke().undash().restore();
  let pen = x + TAG_PADDING;
  const placed = pieces.map((piece): Placed => {
    const at = pen + piece.gap;
    pen = at + piece.width;
    return { piece, x: at };
  });
  showPieces(canvas, placed, baseline - 0.4, TAG_SIZE, INK);
}

/** A horizontal rule, in one piece of content: a report has hundreds. */
export function rule({ pdf }: Canvas, x: number, y: number, width: number, weight: number, color = INK): void {
  const [from, to, at] = [figure(x), figure(x + width), figure(y)];
  pdf.addContent(`q ${weight} w ${rgb(color)} RG ${from} ${at} m ${to} ${at} l S Q`);
}
