import type { Place } from './blocks/contents-block';
import type { Canvas } from './surface';

/** A private part of pdfkit: its root counts its items only when it is said to be open, and PDF/A wants the count. */
interface OutlineRoot {
  options: { readonly expanded: true };
  addItem(title: string, options: { readonly pageNumber: number; readonly top: number }): unknown;
}

/** The titles of a paper of several pages as its outline, for readers that turn pages by it. */
export function addBookmarks({ pdf }: Canvas, places: readonly Place[]): void {
  const { start, count } = pdf.bufferedPageRange();
  if (count < 2 || places.length === 0) return;
  const root = pdf.outline as unknown as OutlineRoot;
  root.options = { expanded: true };
  for (const { text, page, y } of places) root.addItem(text, { pageNumber: page - start, top: y });
}
