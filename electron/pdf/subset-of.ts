import type { Face } from './runs';
import type { Fonts } from './fonts';

/** Private parts of fontkit 2.0.4, whose version is pinned for their sake. */
interface SubsetFont {
  createSubset: () => { includeGlyph: (id: number) => number; encode: () => Uint8Array };
}

/**
 * The font file that a paper embeds when it uses these code points of a face in this order, the first one as glyph 1: a file
 * that has the same bytes shows these characters and no others. Null where the face lacks one of them or has two in one glyph.
 */
export function subsetOf(fonts: Fonts, face: Face, codePoints: readonly number[]): Uint8Array | null {
  const subset = (fonts.faces[face] as unknown as SubsetFont).createSubset();
  for (const [index, codePoint] of codePoints.entries()) {
    const glyph = fonts.glyph(face, codePoint);
    if (glyph === null || subset.includeGlyph(glyph.id) !== index + 1) return null;
  }
  return subset.encode();
}
