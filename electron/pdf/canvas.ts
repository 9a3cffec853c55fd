import type PDFDocument from 'pdfkit';
import type { Confidence } from '../../domain/pack/rule-pack';
import type { Face, Fonts } from './fonts';
import { TAG_PADDING, TAG_SIZE, type Line } from './text-runs';

export type Pdf = InstanceType<typeof PDFDocument>;
export type Structure = ReturnType<Pdf['struct']>;

export const MM = 72 / 25.4;

export const INK = '#1b1b1b';
export const SECONDARY = '#444444';
export const ACCENT = '#8c2f20';
export const HAIR = '#b5b5b5';
export const LATE_GROUND = '#f1f1ef';

/** The drawing surface with its fonts, the tag tree's root, and the characters that had no glyph. */
export interface Canvas {
  readonly pdf: Pdf;
  readonly fonts: Fonts;
  readonly root: Structure;
  readonly missing: Set<string>;
}

/** Draws one line of laid out text with its baseline at `baseline`. */
export function drawLine(canvas: Canvas, line: Line, x: number, baseline: number, size: number, color = INK): void {
  let at = x;
  for (const atom of line.atoms) {
    if (atom.tag !== null) {
      drawTag(canvas, atom.tag, atom.pieces[0]?.text ?? '', at + 1, baseline, atom.width - 1);
      at += atom.width;
      continue;
    }
    for (const piece of atom.pieces) {
      at += piece.gap;
      showText(canvas, piece.text, piece.face, size, at, baseline, piece.accent ? ACCENT : color);
      at += piece.width;
    }
  }
}

export function showText(
  { pdf }: Canvas,
  text: string,
  face: Face,
  size: number,
  x: number,
  baseline: number,
  color = INK,
): void {
  if (text.trim() === '') return;
  pdf.font(face, size).fillColor(color).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
}

/** The frame speaks: solid = law, dashed = accepted reading, dotted = unverified. */
function drawTag(
  canvas: Canvas,
  confidence: Confidence,
  text: string,
  x: number,
  baseline: number,
  width: number,
): void {
  const { pdf } = canvas;
  pdf.save().lineWidth(0.6).strokeColor(SECONDARY);
  if (confidence === 'reading') pdf.dash(2, { space: 1.4 });
  if (confidence === 'unverified') pdf.dash(0.6, { space: 1.2 });
  pdf
    .roundedRect(x, baseline - TAG_SIZE + 0.2, width, TAG_SIZE + 2.2, 1)
    .stroke()
    .undash()
    .restore();
  showText(canvas, text, 'regular', TAG_SIZE, x + TAG_PADDING, baseline - 0.2, SECONDARY);
}

/** Draws inside one tag below `parent`. */
export function tagged(
  { pdf }: Canvas,
  parent: Structure,
  type: string,
  options: Record<string, unknown>,
  draw: () => void,
): Structure {
  const element = pdf.struct(type as never, options as never);
  parent.add(element);
  content(pdf, element, type, draw);
  element.end();
  return element;
}

/** One stretch of marked content of an element that is still open; a broken paragraph has one a page. */
export function content(pdf: Pdf, element: Structure, type: string, draw: () => void): void {
  const marked = pdf.markStructureContent(type as never);
  draw();
  pdf.endMarkedContent();
  element.add(marked as never);
}

/** Rules, fills and repeated heads: drawn, but not part of what is read aloud. */
export function artifact({ pdf }: Canvas, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

export function rule({ pdf }: Canvas, x: number, y: number, width: number, weight: number, color = INK): void {
  pdf
    .save()
    .lineWidth(weight)
    .strokeColor(color)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke()
    .restore();
}
