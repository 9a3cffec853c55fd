import { FACES, type Face } from '../../pdf/runs';
import type { Fonts } from '../../pdf/fonts';
import { outlinesIn, outlinesOfFace } from '../../pdf/outlines';
import { subsetOf } from '../../pdf/subset-of';
import { Fault } from '../fault';
import { dictionaryOf, nameOf, streamContent } from '../pdf-object';
import type { PdfNode } from '../pdf-syntax';
import { resolve, type StrictFile } from '../strict-reader';

export interface EmbeddedGlyph {
  readonly text: string;
  /** Thousandths of an em, as the file states it; held to be that of our font. */
  readonly advance: number;
}

export interface EmbeddedGlyphs {
  readonly glyph: (code: number) => EmbeddedGlyph;
}

const POSTSCRIPT_NAMES: Readonly<Record<Face, string>> = {
  regular: 'NotoSansSC-Regular',
  bold: 'NotoSansSC-Bold',
  serif: 'NotoSerifSC-Bold',
};
const MOST_FONT_BYTES = 32 * 1024 * 1024;
const MOST_MAP_BYTES = 4 * 1024 * 1024;
/** Widths are written rounded. */
const TOLERANCE = 0.02;

/**
 * A font of a report that is proven to show what it says: made again from our own face for the characters that /ToUnicode
 * names, in their order, it has the same bytes, and its widths are those of the face. Throws Fault `other-glyphs` where a glyph
 * is that of another character than the one named, `foreign-content` where it cannot be told.
 */
export function provenFont(file: StrictFile, number: number, fonts: Fonts): EmbeddedGlyphs {
  const font = dictionaryOf(file.object(number).node);
  const descendants = resolve(file, font?.get('DescendantFonts'));
  const descendant = dictionaryOf(
    resolve(file, descendants?.kind === 'array' && descendants.items.length === 1 ? descendants.items[0] : undefined),
  );
  const descriptor = dictionaryOf(resolve(file, descendant?.get('FontDescriptor')));
  const face = FACES.find((face) => nameOf(font?.get('BaseFont'))?.split('+').at(-1) === POSTSCRIPT_NAMES[face]);
  const isOurs =
    nameOf(font?.get('Subtype')) === 'Type0' &&
    nameOf(font?.get('Encoding')) === 'Identity-H' &&
    nameOf(descendant?.get('Subtype')) === 'CIDFontType2' &&
    nameOf(descendant?.get('CIDToGIDMap')) === 'Identity' &&
    ['DW', 'DW2', 'W2'].every((key) => descendant?.has(key) === false);
  const [map, program] = [font?.get('ToUnicode'), descriptor?.get('FontFile2')];
  if (face === undefined || !isOurs || map?.kind !== 'reference' || program?.kind !== 'reference')
    throw new Fault('foreign-content', 'font');
  const codePoints = readMap(streamContent(file.bytes, file.object(map.number), MOST_MAP_BYTES));
  const embedded = streamContent(file.bytes, file.object(program.number), MOST_FONT_BYTES);
  const expected = subsetOf(fonts, face, codePoints);
  if (expected === null || !embedded.equals(expected)) throw differing(fonts, face, expected, embedded);
  const advances = widthsOf(resolve(file, descendant?.get('W')));
  const glyphs = codePoints.map((codePoint, index): EmbeddedGlyph => {
    const advance = advances[index + 1] ?? NaN;
    const own = fonts.glyph(face, codePoint)!.advance; // the subset has it
    if (!(Math.abs(advance - own) <= TOLERANCE)) throw new Fault('foreign-content', 'W');
    return { text: String.fromCodePoint(codePoint), advance };
  });
  return {
    glyph: (code) => {
      const glyph = glyphs[code - 1];
      if (glyph === undefined) throw new Fault('foreign-content', 'code');
      return glyph;
    },
  };
}

/** Outlines of our own face in other places than the text says were exchanged; any other may come from another release of the font. */
function differing(fonts: Fonts, face: Face, expected: Uint8Array | null, embedded: Uint8Array): Fault {
  const [ours, theirs] = [expected === null ? null : outlinesIn(expected), outlinesIn(embedded)];
  if (ours === null || theirs === null) return new Fault('foreign-content', 'font');
  const differ = theirs.flatMap((outline, index) => (index > 0 && outline !== ours[index] ? [outline] : []));
  if (differ.length === 0) return new Fault('foreign-content', 'font');
  const shipped = outlinesOfFace(fonts, face);
  return new Fault(differ.some((outline) => shipped.has(outline)) ? 'other-glyphs' : 'foreign-content', 'glyph');
}

/** Code points by glyph from glyph 1 on, one a glyph: the form in which our papers write it and no other. */
function readMap(content: Buffer): number[] {
  const map =
    /^\/CIDInit \/ProcSet findresource begin\n12 dict begin\nbegincmap\n\/CIDSystemInfo <<\n {2}\/Registry \(Adobe\)\n {2}\/Ordering \(UCS\)\n {2}\/Supplement 0\n>> def\n\/CMapName \/Adobe-Identity-UCS def\n\/CMapType 2 def\n1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n\d+ beginbfrange\n((?:<[0-9a-f]{4}> <[0-9a-f]{4}> \[(?:<[0-9a-f ]+> ?)+\]\n)+)endbfrange\nendcmap\nCMapName currentdict \/CMap defineresource pop\nend\nend\n?$/.exec(
      content.toString('latin1'),
    );
  if (map === null) throw new Fault('foreign-content', 'ToUnicode');
  let next = 0;
  const codePoints = (map[1] ?? '').split('\n').flatMap((line) => {
    if (line === '') return [];
    const [, from, to, list] = /^<(.{4})> <(.{4})> \[(.*)\]$/.exec(line) ?? [];
    const entries = (list ?? '').match(/<[^>]+>/g) ?? [];
    if (parseInt(from ?? '', 16) !== next || parseInt(to ?? '', 16) !== next + entries.length - 1)
      throw new Fault('foreign-content', 'ToUnicode');
    next += entries.length;
    return entries.map(codePointOf);
  });
  if (codePoints[0] !== 0) throw new Fault('foreign-content', 'ToUnicode');
  return codePoints.slice(1);
}

function codePointOf(entry: string): number {
  const units = entry.slice(1, -1).split(' ');
  const text = String.fromCharCode(...units.map((unit) => (/^[0-9a-f]{4}$/.test(unit) ? parseInt(unit, 16) : NaN)));
  const [character] = Array.from(text);
  if (character === undefined || character !== text) throw new Fault('foreign-content', 'ToUnicode');
  return character.codePointAt(0)!; // not empty
}

function widthsOf(node: PdfNode | undefined): number[] {
  const [first, list] = node?.kind === 'array' && node.items.length === 2 ? node.items : [];
  if (first?.kind !== 'number' || first.value !== 0 || list?.kind !== 'array') throw new Fault('foreign-content', 'W');
  return list.items.map((item) => (item.kind === 'number' ? item.value : NaN));
}
