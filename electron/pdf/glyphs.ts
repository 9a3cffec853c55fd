import type { Face } from './runs';
import type { Fonts } from './fonts';
import type { Glyphs, Pdf } from './surface';
import { internals, type EmbeddedFace } from './document';

/**
 * Own encoding instead of `font.encode()`: no shaping, so what was measured is what is drawn, and the code point of a
 * glyph is the one this document used. fontkit keeps the first code points that any document of the process used for
 * a glyph (`·` and `・` share one), so the same report would come out differently after another one.
 */
export function createGlyphs(pdf: Pdf, fonts: Fonts): Glyphs {
  const embedded = new Map<Face, EmbeddedFace>();
  const known = new Map<Face, Map<string, string>>();
  for (const face of Object.keys(fonts.faces) as Face[]) {
    pdf.font(face);
    embedded.set(face, internals(pdf)._font);
    known.set(face, new Map());
  }
  const add = (face: Face, character: string): string => {
    const codePoint = character.codePointAt(0)!; // called with whole characters
    const glyph = fonts.glyph(face, codePoint);
    if (glyph === null) throw new Error(`no glyph for U+${codePoint.toString(16)} in ${face}`);
    const font = embedded.get(face)!; // one for every face, made above
    const number = font.subset.includeGlyph(glyph.id);
    font.widths[number] ??= glyph.advance;
    font.unicode[number] ??= [codePoint];
    return number.toString(16).padStart(4, '0');
  };
  return {
    use: (face) => {
      const font = embedded.get(face)!;
      const { fonts: onPage } = pdf.page as unknown as { fonts: Record<string, unknown> };
      onPage[font.id] ??= font.ref();
      return font.id;
    },
    resources: () => Object.fromEntries([...embedded.values()].map((font) => [font.id, font.ref()])),
    encode: (face, text) => {
      const cache = known.get(face)!; // one for every face, made above
      let hex = cache.get(text);
      if (hex === undefined) {
        hex = '';
        for (const character of text) hex += add(face, character);
        cache.set(text, hex);
      }
      return hex;
    },
  };
}
