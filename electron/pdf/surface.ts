import type PDFDocument from 'pdfkit';
import type { Locale } from '../../domain/pack/legal-basis';
import type { Fonts } from './fonts';
import type { Pixels } from './photos/png';
import type { Face } from './runs';

/** Photos that a paper shows, or papers that a pack holds, by their SHA-256: the file, or the pixels of a photo that is no longer at hand. */
export type Photos = ReadonlyMap<string, Uint8Array | Pixels>;

/** Turns text into glyph numbers of the embedded subsets, one glyph a code point. */
export interface Glyphs {
  /** Resource name of a face, registered for the page that is current. */
  readonly use: (face: Face) => string;
  /** All faces by their resource names, for a form that has its own resources. */
  readonly resources: () => Record<string, unknown>;
  /** Hexadecimal glyph numbers, four digits each. */
  readonly encode: (face: Face, text: string) => string;
}

export type Pdf = InstanceType<typeof PDFDocument>;
export type Structure = ReturnType<Pdf['struct']>;

/** The drawing surface with its fonts, the tag tree's root, and the language of its words. */
export interface Canvas {
  readonly pdf: Pdf;
  readonly fonts: Fonts;
  readonly glyphs: Glyphs;
  readonly root: Structure;
  readonly locale: Locale;
  /** Photos that the paper shows, by their SHA-256. */
  readonly photos: Photos;
  /** The element whose marked content is open; null inside artifacts. */
  readonly reading: { open: OpenElement | null };
}

export interface OpenElement {
  readonly element: Structure;
  readonly type: string;
}
