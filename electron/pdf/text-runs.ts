import type { Run } from '../../domain/report/model';
import { faceFor, MISSING, type Fonts } from './fonts';
import type { Atom, Face, Field, Line, Piece } from './runs';

export interface TextStyle {
  readonly size: number;
  readonly face?: Face;
  /** Indents in points, of the first line and of the others. */
  readonly indent?: number;
  readonly hanging?: number;
  /** Where tab characters lead, in points from the start of the line. */
  readonly tabs?: readonly number[];
}

export const TAG_SIZE = 7;
export const TAG_PADDING = 2.4;
/** Side of a box to be ticked, in ems, and the air behind it. */
export const BOX_EM = 0.92;
const AFTER_BOX_EM = 0.22;
/** A box stands nearer to its own word than to the one before. */
const BEFORE_BOX_EM = 0.7;
const POINTS_A_MM = 72 / 25.4;

/**
 * What no line breaks, the longest first: registration numbers, report numbers, dates with their time, clauses, numbers
 * with their unit, codes of letters, digits and signs such as those of inspection reports.
 */
const ATOMS = new RegExp(
  [
    String.raw`\t`,
    String.raw`梯\d{2}[\u4e00-\u9fff][A-Z]\d+(?:\(\d+\))?`,
    String.raw`[^\s，。；：、（）《》「」“”/]{0,12}〔\d{4}〕[\u4e00-\u9fff]字第[0-9A-F-]+号`,
    String.raw`\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日`,
    String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?(?![\d-])`,
    String.raw`\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]{0,6} \d{4})?(?![A-Za-z0-9])`,
    String.raw`第?[0-9A-F]{8}-\d+号?`,
    String.raw`(?=[0-9a-f]{0,3}[a-f])[0-9a-f]{4}(?![0-9A-Za-z])`,
    String.raw`\d[\d.,]* (?:mm|cm|m\/s|m|kg|kN)(?![A-Za-z])`,
    String.raw`第[一二三四五六七八九十百零〇]+[条款项章节]`,
    String.raw`(?=[0-9.]*[A-Za-z_/-])[0-9][A-Za-z0-9_./-]*[A-Za-z0-9](?:个月|个|日|次|天|行|项|条|款|页|号|年|名)?`,
    String.raw`第?[0-9][0-9.,]*(?:个月|个|日|次|天|行|项|条|款|页|号|年|名)?`,
    String.raw`[A-Za-z0-9_.\-/:@'%+&§()#…–×]+`,
    String.raw`\s+`,
    '.',
  ].join('|'),
  'gu',
);
const CLOSING = /^[，。；：、！？）」》』】〕”’%)\].,;:!?…]$/u;
const OPENING = /^[（「《『【〔“‘([]$/u;
const HAN = /[\u2e80-\u2fdf\u3007\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud88f]/;
const LATIN = /[0-9A-Za-z]/;
/** A registration number is a key that people search for: no air inside it. */
const REGISTRATION_NO = /^梯\d{2}[\u4e00-\u9fff][A-Z]\d+(?:\(\d+\))?$/;
/**
 * Air between hanzi and Latin. Readers that extract text see a space from a tenth of an em on, and a phrase with spaces
 * inside is no longer found: an eighth, as printers have it, is read as 「翠柏路 18 号」.
 */
const AIR_EM = 0.095;
/** A line is stretched by at most this part of an em between two atoms; beyond, it stays ragged. */
const MOST_STRETCH = 0.09;
/** Texts kept measured; a few megabytes. */
const MOST_KEPT = 8000;

/** Lays runs out in lines no wider than `width` points. Never loses a character: what is too wide for a line is split. */
export function layOut(fonts: Fonts, runs: readonly Run[], style: TextStyle, width: number): Line[] {
  const hanging = style.hanging ?? 0;
  const widest = width - hanging - style.size; // behind a name stands its comma
  const atoms = glued(
    runs.flatMap((run) => {
      const whole = atomsOf(fonts, run, style);
      const { whole: isWhole, ...plain } = run;
      return isWhole === true && whole.some((atom) => atom.width > widest) ? atomsOf(fonts, plain, style) : whole;
    }),
    style,
  );
  const lines: { atoms: Atom[]; width: number; last: boolean }[] = [];
  let current: Atom[] = [];
  let used = style.indent ?? 0;
  const flush = (): void => {
    let ending: Atom | undefined;
    while (current.at(-1)?.kind === 'space') ending = current.pop();
    const width = current.reduce((sum, atom) => sum + atom.width, 0);
    // One space stays at the end, outside the width: without it, words on both sides of the break are read as one.
    lines.push({ atoms: ending === undefined ? current : [...current, ending], width, last: false });
    current = [];
    used = hanging;
  };
  for (const whole of atoms) {
    for (const part of whole.width > width - hanging ? broken(fonts, whole, style, width - hanging) : [whole]) {
      const atom = part.kind === 'tab' ? { ...part, width: toNextTab(style, used) } : part;
      if (used + atom.width > width + 0.01 && current.length > 0 && atom.kind !== 'space') {
        const box = isBox(current.at(-1)) ? current.pop() : undefined;
        if (current.length > 0) flush();
        if (box !== undefined) current.push(box); // a box stays with its word
        used += box?.width ?? 0;
      }
      if (current.length === 0 && lines.length > 0 && atom.kind === 'tab') continue;
      const placed = current.length === 0 ? withoutLeadingGap(atom) : atom;
      current.push(placed);
      used += placed.width;
    }
  }
  if (current.length > 0 || lines.length === 0) flush();
  lines.at(-1)!.last = true; // at least one line was flushed
  return lines;
}

function isBox(atom: Atom | undefined): boolean {
  return atom?.field !== undefined && atom.field.shape !== 'blank';
}

/** The first line of a text that is known to be short; what does not fit on it is not asked for. */
export function oneLine(fonts: Fonts, text: string, style: TextStyle): Line {
  return layOut(fonts, [{ text }], style, Infinity)[0]!; // layOut gives at least one line
}

/** Width in points. */
export function measure(fonts: Fonts, face: Face, text: string, size: number): number {
  return oneLine(fonts, text, { size, face }).width;
}

/** Air to add between the atoms of a line so that it reaches the right margin; 0 where that would tear it apart. */
export function stretchOf(line: Line, width: number, size: number): number {
  const end = line.atoms.length - (line.atoms.at(-1)?.kind === 'space' ? 1 : 0);
  const joints = line.atoms.filter((_, index) => index < end && isJoint(line, index)).length;
  if (line.last || joints < 1) return 0;
  const stretch = (width - line.width) / joints;
  return stretch <= size * MOST_STRETCH ? Math.max(0, stretch) : 0;
}

/** Whether air may be added before an atom: not where there is air between scripts, which would make a space of both. */
export function isJoint({ atoms }: Line, index: number): boolean {
  return index > 0 && (atoms[index]?.pieces[0]?.gap ?? 0) === 0;
}

function toNextTab({ tabs = [], size }: TextStyle, used: number): number {
  const next = tabs.find((tab) => tab > used + size / 8);
  return next === undefined ? size / 2 : next - used;
}

/** Dates, categories and names come again and again, in one report and in the next. */
function atomsOf(fonts: Fonts, run: Run, style: TextStyle): readonly Atom[] {
  const { atoms } = fonts;
  const weight = run.bold === true ? 'b' : '';
  const drawn = `${run.tag ?? ''}${run.box ?? ''}${run.blank ?? ''}${run.whole === true ? 'w' : ''}`;
  const key = `${style.size}${style.face ?? ''}${weight}${run.accent === true ? 'a' : ''}${drawn}|${run.text}`;
  let known = atoms.get(key);
  if (known === undefined) {
    if (atoms.size >= MOST_KEPT) atoms.clear();
    atoms.set(key, (known = cut(fonts, run, style)));
  }
  return known;
}

function cut(fonts: Fonts, run: Run, style: TextStyle): Atom[] {
  const face: Face = run.bold === true ? (style.face === 'serif' ? 'serif' : 'bold') : (style.face ?? 'regular');
  if (run.tag !== undefined) {
    const pieces = piecesOf(fonts, run.text, 'regular', TAG_SIZE, false);
    return [{ pieces, width: widthOf(pieces) + 2 * TAG_PADDING + 1, kind: 'tag', tag: run.tag }];
  }
  if (run.box !== undefined)
    return [fieldAtom({ shape: run.box, says: run.text }, (BOX_EM + AFTER_BOX_EM) * style.size)];
  if (run.blank !== undefined) return [fieldAtom({ shape: 'blank', says: run.text }, run.blank * POINTS_A_MM)];
  if (run.whole === true && run.text !== '') {
    const pieces = piecesOf(fonts, run.text, face, style.size, run.accent === true);
    return [{ pieces, width: widthOf(pieces), kind: 'word', tag: null }];
  }
  return (run.text.match(ATOMS) ?? []).map((text): Atom => {
    if (text === '\t') return { pieces: [], width: 0, kind: 'tab', tag: null };
    const space = text.trim() === '';
    const pieces = piecesOf(fonts, space ? ' ' : text, face, style.size, run.accent === true);
    return { pieces, width: widthOf(pieces), kind: space ? 'space' : 'word', tag: null };
  });
}

function fieldAtom(field: Field, width: number): Atom {
  return { pieces: [], width, kind: 'field', tag: null, field };
}

/** Closing punctuation stays with what it closes, opening punctuation with what it opens; air between the scripts. */
function glued(atoms: readonly Atom[], { size }: TextStyle): Atom[] {
  const result: Atom[] = [];
  for (const atom of atoms) {
    const before = result.at(-1);
    if (atom.kind === 'space' && isBox(before)) continue; // it has its own air behind it
    if (isBox(atom) && before?.kind === 'space') result[result.length - 1] = { ...before, width: size * BEFORE_BOX_EM };
    const aired = before === undefined ? atom : withGap(before, atom, size * AIR_EM);
    const glue =
      before?.kind === 'word' &&
      atom.kind === 'word' &&
      (CLOSING.test(textOf(atom)) || OPENING.test(textOf(before).slice(-1)));
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
  if (first === undefined || atom.kind !== 'word' || before.kind !== 'word') return atom;
  if (!scriptsMeet(textOf(before), first.text)) return atom;
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

/** Cuts where script or face changes, replaces what no font has, and measures. */
function piecesOf(fonts: Fonts, text: string, wanted: Face, size: number, accent: boolean): Piece[] {
  const pieces: Piece[] = [];
  const verbatim = REGISTRATION_NO.test(text);
  let stretch = '';
  let face = wanted;
  let advance = 0;
  let gap = 0;
  const push = (): void => {
    if (stretch !== '')
      pieces.push({ text: stretch, face, width: (advance * size) / 1000, gap, accent, han: HAN.test(stretch) });
    stretch = '';
    advance = 0;
    gap = 0;
  };
  for (const character of text) {
    const { shown, in: needed } = printable(fonts, wanted, character);
    const meets = !verbatim && scriptsMeet(stretch, shown);
    if (meets || needed !== face) push();
    if (meets) gap = size * AIR_EM;
    face = needed;
    stretch += shown;
    advance += fonts.glyph(face, shown.codePointAt(0)!)!.advance; // printable chose a face that has it
  }
  push();
  return pieces;
}

/** What is printed for a character, and in which face: control characters as spaces, what no face has as 〓. */
function printable(fonts: Fonts, face: Face, character: string): { shown: string; in: Face } {
  const codePoint = character.codePointAt(0)!; // called with whole characters
  if (codePoint < 0x20) return { shown: ' ', in: face };
  const found = faceFor(fonts, face, codePoint);
  return found === null ? { shown: MISSING, in: face } : { shown: character, in: found };
}

/** An atom wider than a line: a report number before its serial, anything else between its characters. */
function broken(fonts: Fonts, atom: Atom, style: TextStyle, width: number): Atom[] {
  const { size } = style;
  if (atom.kind === 'tag' || atom.kind === 'field') return [atom];
  const [whole, made, serial] = /^(.*〔\d{4}〕[\u4e00-\u9fff]字)(第[0-9A-F-]+号.*)$/u.exec(textOf(atom)) ?? [];
  if (whole !== undefined && made !== undefined && serial !== undefined) {
    const { face, accent } = atom.pieces[0]!; // it has a text
    const parts = [made, serial].map((text): Atom => {
      const pieces = piecesOf(fonts, text, face, size, accent);
      return { pieces, width: widthOf(pieces), kind: 'word', tag: null };
    });
    return parts.flatMap((part) => (part.width > width ? broken(fonts, part, style, width) : [part]));
  }
  return atom.pieces.flatMap((piece) =>
    Array.from(piece.text, (text): Atom => {
      const advance = fonts.glyph(piece.face, text.codePointAt(0)!)?.advance ?? 0; // the piece was made of glyphs found
      const width = (advance * size) / 1000;
      return { pieces: [{ ...piece, text, width, gap: 0 }], width, kind: 'word', tag: null };
    }),
  );
}

function textOf(atom: Atom): string {
  return atom.pieces.map(({ text }) => text).join('');
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { width, gap }) => sum + width + gap, 0);
}
