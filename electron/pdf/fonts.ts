import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';

export type Face = 'regular' | 'bold' | 'serif';

export interface OpenFont {
  readonly unitsPerEm: number;
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  readonly glyphForCodePoint: (codePoint: number) => { readonly advanceWidth: number };
}

/** The three faces of the papers, opened once a process and shared: opening one takes as long as laying out a page. */
export interface Fonts {
  readonly faces: Readonly<Record<Face, OpenFont>>;
  /** Advance of a code point in thousandths of an em. */
  readonly advance: (face: Face, codePoint: number) => number;
}

const FILES: Readonly<Record<Face, readonly [string, string]>> = {
  regular: ['@expo-google-fonts/noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'],
  bold: ['@expo-google-fonts/noto-sans-sc', '700Bold/NotoSansSC_700Bold.ttf'],
  serif: ['@expo-google-fonts/noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf'],
};

/** Printed where no font has the character; the character itself stays in the evidence. */
export const MISSING = '〓';

export function openFonts(): Fonts {
  const require = createRequire(import.meta.url);
  const open = ([name, file]: readonly [string, string]): OpenFont =>
    fontkit.create(readFileSync(join(dirname(require.resolve(`${name}/package.json`)), file))) as OpenFont;
  const faces = { regular: open(FILES.regular), bold: open(FILES.bold), serif: open(FILES.serif) };
  const advances = {
    regular: new Map<number, number>(),
    bold: new Map<number, number>(),
    serif: new Map<number, number>(),
  };
  return {
    faces,
    advance: (face, codePoint) => {
      let advance = advances[face].get(codePoint);
      if (advance === undefined) {
        const font = faces[face];
        advance = (font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm;
        advances[face].set(codePoint, advance);
      }
      return advance;
    },
  };
}
