// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration has nothing to import
/// <reference path="./fontkit.d.ts" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { fontsFolder } from '../fs/fonts-folder';
import { FACES, type Atom, type Face } from './runs';

export interface OpenFont {
  readonly unitsPerEm: number;
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  readonly glyphForCodePoint: (codePoint: number) => { readonly id: number; readonly advanceWidth: number };
}

/** What one face has for one code point. */
export interface GlyphFound {
  readonly id: number;
  /** Thousandths of an em. */
  readonly advance: number;
}

/** The three faces of the papers, opened once a process and shared: opening one takes as long as laying out a page. */
export interface Fonts {
  readonly faces: Readonly<Record<Face, OpenFont>>;
  /** Null where the face lacks the code point: pdfkit would print .notdef without a word, which PDF/A forbids. */
  readonly glyph: (face: Face, codePoint: number) => GlyphFound | null;
  /** Texts cut into atoms and measured, kept from report to report; `text-runs` bounds it. */
  readonly atoms: Map<string, readonly Atom[]>;
}

const FILES: Readonly<Record<Face, string>> = {
  regular: 'NotoSansSC-Regular.ttf',
  bold: 'NotoSansSC-Bold.ttf',
  serif: 'NotoSerifSC-Bold.ttf',
};

/** Printed where no font has the character; the character itself stays in the evidence. */
export const MISSING = '〓';

export function openFonts(): Fonts {
  const open = (file: string): OpenFont =>
    keepOutlines(fontkit.create(readFileSync(join(fontsFolder(), file))) as FontInternals);
  const faces = { regular: open(FILES.regular), bold: open(FILES.bold), serif: open(FILES.serif) };
  const found = new Map(FACES.map((face) => [face, new Map<number, GlyphFound | null>()]));
  return {
    faces,
    atoms: new Map(),
    glyph: (face, codePoint) => {
      const known = found.get(face)!; // a map for every face, made above
      let glyph = known.get(codePoint);
      if (glyph === undefined) known.set(codePoint, (glyph = find(faces[face], codePoint)));
      return glyph;
    },
  };
}

/** Private parts of fontkit 2.0.4, whose version is pinned for their sake. */
interface FontInternals extends OpenFont {
  getGlyph: (id: number, codePoints?: readonly number[]) => { _decode: () => unknown } | null;
}

/**
 * Every subset decodes the whole outline of each of its glyphs, only to learn whether it is composed of others: a seventh
 * of a report. The fonts are shared by all reports of a process, so each outline is decoded once.
 */
function keepOutlines(font: FontInternals): OpenFont {
  const getGlyph = font.getGlyph.bind(font);
  const seen = new WeakSet();
  font.getGlyph = (id, codePoints) => {
    const glyph = getGlyph(id, codePoints);
    if (glyph === null || seen.has(glyph)) return glyph;
    seen.add(glyph);
    const decode = glyph._decode.bind(glyph);
    let outline: { readonly value: unknown } | null = null;
    glyph._decode = () => (outline ??= { value: decode() }).value;
    return glyph;
  };
  return font;
}

function find(font: OpenFont, codePoint: number): GlyphFound | null {
  if (!font.hasGlyphForCodePoint(codePoint)) return null;
  const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
  return { id, advance: (advanceWidth * 1000) / font.unitsPerEm };
}

/** The face that prints a code point: the one asked for, else another that has it, else null. */
export function faceFor({ glyph }: Fonts, face: Face, codePoint: number): Face | null {
  if (glyph(face, codePoint) !== null) return face;
  return FACES.find((other) => glyph(other, codePoint) !== null) ?? null;
}

/** Code points of a text that no face has, as `U+20BB7`. */
export function missingIn(fonts: Fonts, text: string): string[] {
  const missing: string[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0)!; // the iterator gives whole characters
    if (codePoint >= 0x20 && faceFor(fonts, 'regular', codePoint) === null)
      missing.push(`U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
  }
  return missing;
}
