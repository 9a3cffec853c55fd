import type { Confidence } from '../../domain/pack/rule-pack';
import type { Run } from '../../domain/report/model';
import { MISSING, type Face, type Fonts } from './fonts';

/** A stretch of one face and one script; `gap` points of air before it (hanzi beside Latin: an eighth of an em). */
export interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
  readonly gap: number;
  readonly accent: boolean;
}

/** What a line may not break: a hanzi with its punctuation, a word, a date, a number with its unit, a framed tag. */
interface Atom {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly space: boolean;
  readonly tag: Confidence | null;
}

export interface Line {
  readonly atoms: readonly Atom[];
  readonly width: number;
}

export interface TextStyle {
  readonly size: number;
  readonly face?: Face;
  /** First-line indent in points. */
  readonly indent?: number;
}

export const TAG_SIZE = 7;
export const TAG_PADDING = 2.4;

const ATOMS =
  /\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}|第?[0-9][0-9.,]*(?:个月|个|日|次|天|行|项|条|款|页|号|年|名)?|[A-Za-z0-9_.\-/:@'%+&§()#…–×]+|\s+|./gu;
const CLOSING = /^[，。；：、！？）」》』】〕”’%)\].,;:!?…]$/u;
const OPENING = /^[（「《『【〔“‘([]$/u;
const HAN = /[\u2e80-\u2fdf\u3007\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud88f]/;
const LATIN = /[0-9A-Za-z]/;

/** Lays runs out in lines no wider than `width` points. Never loses a character: what is too wide for a line is split. */
export function layOut(
  fonts: Fonts,
  missing: Set<string>,
  runs: readonly Run[],
  style: TextStyle,
  width: number,
): Line[] {
  const atoms = glued(
    runs.flatMap((run) => atomsOf(fonts, missing, run, style)),
    style,
  );
  const lines: Line[] = [];
  let current: Atom[] = [];
  let used = style.indent ?? 0;
  const flush = (): void => {
    while (current.at(-1)?.space === true) current.pop();
    lines.push({ atoms: current, width: current.reduce((sum, atom) => sum + atom.width, 0) });
    current = [];
    used = 0;
  };
  for (const atom of atoms.flatMap((whole) => (whole.width > width ? broken(whole) : [whole]))) {
    if (used + atom.width > width + 0.01 && current.length > 0) flush();
    if (current.length === 0 && lines.length > 0 && atom.space) continue;
    current.push(current.length === 0 ? withoutLeadingGap(atom) : atom);
    used += atom.width;
  }
  if (current.length > 0 || lines.length === 0) flush();
  return lines;
}

function atomsOf(fonts: Fonts, missing: Set<string>, run: Run, style: TextStyle): Atom[] {
  const face: Face = run.bold === true ? (style.face === 'serif' ? 'serif' : 'bold') : (style.face ?? 'regular');
  if (run.tag !== undefined) {
    const pieces = piecesOf(fonts, missing, run.text, 'regular', TAG_SIZE, false);
    return [{ pieces, width: widthOf(pieces) + 2 * TAG_PADDING + 1, space: false, tag: run.tag }];
  }
  return (run.text.match(ATOMS) ?? []).map((text) => {
    const pieces = piecesOf(fonts, missing, text, face, style.size, run.accent === true);
    return { pieces, width: widthOf(pieces), space: text.trim() === '', tag: null };
  });
}

/** Closing punctuation stays with what it closes, opening punctuation with what it opens; air between the scripts. */
function glued(atoms: readonly Atom[], { size }: TextStyle): Atom[] {
  const result: Atom[] = [];
  for (const atom of atoms) {
    const before = result.at(-1);
    const aired = before === undefined ? atom : withGap(before, atom, size / 8);
    const text = textOf(atom);
    const glue =
      before !== undefined &&
      !before.space &&
      atom.tag === null &&
      before.tag === null &&
      (CLOSING.test(text) || OPENING.test(textOf(before).slice(-1)));
    if (glue)
      result[result.length - 1] = {
        ...before,
        pieces: [...before.pieces, ...aired.pieces],
        width: before.width + aired.width,
      };
    else result.push(aired);
  }
  return result;
}

function withGap(before: Atom, atom: Atom, gap: number): Atom {
  const first = atom.pieces[0];
  if (first === undefined || atom.tag !== null || before.tag !== null || !scriptsMeet(textOf(before), first.text))
    return atom;
  return { ...atom, pieces: [{ ...first, gap }, ...atom.pieces.slice(1)], width: atom.width + gap };
}

function withoutLeadingGap(atom: Atom): Atom {
  const first = atom.pieces[0];
  if (first === undefined || first.gap === 0) return atom;
  return { ...atom, pieces: [{ ...first, gap: 0 }, ...atom.pieces.slice(1)], width: atom.width - first.gap };
}

function scriptsMeet(left: string, right: string): boolean {
  const [a, b] = [left.at(-1) ?? '', right[0] ?? ''];
  return (HAN.test(a) && LATIN.test(b)) || (LATIN.test(a) && HAN.test(b));
}

/** Cuts where script changes, replaces what no font has, and measures. */
function piecesOf(
  fonts: Fonts,
  missing: Set<string>,
  text: string,
  face: Face,
  size: number,
  accent: boolean,
): Piece[] {
  const pieces: Piece[] = [];
  let stretch = '';
  const push = (): void => {
    if (stretch !== '')
      pieces.push({
        text: stretch,
        face,
        width: measure(fonts, face, stretch, size),
        gap: pieces.length > 0 ? size / 8 : 0,
        accent,
      });
    stretch = '';
  };
  for (const character of text) {
    const shown = printable(fonts, missing, face, character);
    if (scriptsMeet(stretch, shown)) push();
    stretch += shown;
  }
  push();
  return pieces;
}

function printable(fonts: Fonts, missing: Set<string>, face: Face, character: string): string {
  const codePoint = character.codePointAt(0)!;
  if (codePoint < 0x20) return ' ';
  if (fonts.faces[face].hasGlyphForCodePoint(codePoint)) return character;
  missing.add(`U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
  return MISSING;
}

/** Width in points. */
export function measure(fonts: Fonts, face: Face, text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += fonts.advance(face, character.codePointAt(0)!);
  return (thousandths * size) / 1000;
}

function broken(atom: Atom): Atom[] {
  if (atom.tag !== null) return [atom];
  return atom.pieces.flatMap((piece) => {
    const characters = [...piece.text];
    return characters.map((text): Atom => {
      const width = piece.width / characters.length; // only for words wider than a line; their figures are near enough alike
      return { pieces: [{ ...piece, text, width, gap: 0 }], width, space: false, tag: null };
    });
  });
}

function textOf(atom: Atom): string {
  return atom.pieces.map(({ text }) => text).join('');
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { width, gap }) => sum + width + gap, 0);
}
