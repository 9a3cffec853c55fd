import type { Canvas, OpenElement, Structure } from './surface';

/** Draws inside one tag below `parent`. */
export function tagged(
  canvas: Canvas,
  parent: Structure,
  type: string,
  options: Record<string, unknown>,
  draw: () => void,
): void {
  const element = canvas.pdf.struct(type, options);
  parent.add(element);
  content(canvas, element, type, draw);
  element.end();
}

/**
 * One stretch of marked content of an element that is still open; a broken paragraph has one a page. `properties` are
 * those of the content itself, such as the text to be copied for it.
 */
export function content(
  { pdf, reading }: Canvas,
  element: Structure,
  type: string,
  draw: () => void,
  properties: Readonly<Record<string, string>> = {},
): void {
  const before = reading.open;
  reading.open = { element, type };
  element.add(pdf.markStructureContent(type, properties));
  draw();
  pdf.endMarkedContent();
  reading.open = before;
}

/** Rules, fills and repeated heads: drawn, but not part of what is read aloud. */
export function artifact({ pdf, reading }: Canvas, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  const before = reading.open;
  reading.open = null;
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
  reading.open = before;
}

/**
 * A stretch of an element in another language, or read otherwise than it is drawn: registered names stay Chinese in
 * English papers. A Span of the structure tree, not of the content stream: poppler ends the enclosing element at a nested
 * EMC and loses the rest of it.
 */
export function asSpan(
  canvas: Canvas,
  { element, type }: OpenElement,
  options: Readonly<Record<string, string>>,
  draw: () => void,
  properties: Readonly<Record<string, string>> = {},
): void {
  const { pdf } = canvas;
  pdf.endMarkedContent();
  const span = pdf.struct('Span', options);
  element.add(span);
  content(canvas, span, 'Span', draw, properties);
  span.end();
  element.add(pdf.markStructureContent(type));
}
