import type { PaperEvidence } from '../../../domain/report/paper-evidence';
import type { Fonts } from '../../pdf/fonts';
import { sha256Hex } from '../../fs/sha256';
import { Fault } from '../fault';
import type { StrictFile } from '../strict-reader';
import { contradictionIn, type Contradiction } from './contradictions';
import { plain, type Piece } from './logical-order';
import type { MayRepeat } from './repeated-words';
import { hasOnlyDrawingOf } from './same-drawing';
import { hasOnlyObjectsOf } from './same-objects';
import { standsLike } from './same-places';
import { shownPaper, type ShownPaper } from './shown-paper';

/** What comes of comparing a report with the same paper laid out here, whatever the layout: alike, contradicted, or not to be told. */
export type Comparison =
  | { readonly outcome: 'alike' | 'untold' }
  /** A glyph is that of another character than the file says. */
  | { readonly outcome: 'other-glyphs' }
  | { readonly outcome: 'contradicted'; readonly contradiction: Contradiction };

export interface Compared {
  readonly signed: StrictFile;
  readonly again: StrictFile;
  readonly evidence: PaperEvidence;
  /** What a page may repeat in another layout: running heads and feet, heads of tables that go on. */
  readonly mayRepeat: MayRepeat;
}

/**
 * A comparison that does not depend on where the words stand on which page: every text, told by outlines and by the text of the
 * file alike, is found in its order among those of the same paper laid out here, and nothing else is there.
 */
export function compareShown({ signed, again, evidence, mayRepeat }: Compared, fonts: Fonts): Comparison {
  try {
    const theirs = shownPaper(signed, fonts);
    const ours = shownPaper(again, fonts);
    const [said, given] = [textsOf(theirs), textsOf(ours)];
    const contradiction = contradictionIn(said, given, evidence);
    if (contradiction !== null) return { outcome: 'contradicted', contradiction };
    const isAlike =
      isSameText(said, given, theirs.pages.length) &&
      hasOnlyArtifactsOf(theirs, ours, mayRepeat) &&
      hasOnlyObjectsOf(signed, again) &&
      isSamePictures(signed, theirs, again, ours) &&
      hasOnlyDrawingOf(theirs, ours) &&
      standsLike(theirs.pieces, ours.pieces);
    return { outcome: isAlike ? 'alike' : 'untold' };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { outcome: error.code === 'other-glyphs' ? 'other-glyphs' : 'untold' };
  }
}

/** Page numbers of the contents follow the pages, so they are held to be numbers of pages only. */
const LISTED: readonly string[] = ['Link', 'TOCI', 'Reference'];

/** The words of the visible signature behind those of the pages. */
function textsOf({ pieces, appearance, appearancePage }: ShownPaper): Piece[] {
  const lines = appearance.lines.map((line) => ({ page: appearancePage, line }));
  const text = plain(appearance.lines.map(({ text }) => text).join(''));
  return [...pieces.map(withoutPageNumber), { role: 'Sig', text, lines }];
}

function withoutPageNumber(piece: Piece): Piece {
  return LISTED.includes(piece.role) ? { ...piece, text: piece.text.replace(/\d{1,4}$/, '') } : piece;
}

function isSameText(said: readonly Piece[], given: readonly Piece[], pages: number): boolean {
  return (
    said.length === given.length &&
    said.every(({ text, role, lines }, index) => {
      if (text !== given[index]!.text) return false;
      const listed = LISTED.includes(role) ? /\d{1,4}$/.exec(lines.at(-1)?.line.text ?? '')?.[0] : undefined;
      return listed === undefined || (Number(listed) >= 1 && Number(listed) <= pages);
    })
  );
}

/** Repeated heads of tables, heads and feet of pages: all of them words that stand in our pages too, or that the paper repeats. */
function hasOnlyArtifactsOf(theirs: ShownPaper, ours: ShownPaper, mayRepeat: MayRepeat): boolean {
  const known = new Set(artifactsOf(ours).map(({ text }) => text));
  for (const { role, lines } of ours.pieces)
    if (role === 'TH' || role === 'Caption') for (const { line } of lines) known.add(plain(line.text));
  const count = theirs.pages.length;
  return (
    artifactsOf(theirs).every(({ text, page }) => known.has(text) || mayRepeat(text, page + 1, count)) &&
    theirs.pages.every(({ lines }) => lines.every(({ content }) => content !== undefined))
  );
}

function artifactsOf({ pages }: ShownPaper): { readonly text: string; readonly page: number }[] {
  return pages.flatMap(({ lines }, page) =>
    lines
      .filter(({ content, text }) => content === null && text !== '')
      .map(({ text }) => ({ text: plain(text), page })),
  );
}

function isSamePictures(signed: StrictFile, theirs: ShownPaper, again: StrictFile, ours: ShownPaper): boolean {
  const shown = (file: StrictFile, { pages }: ShownPaper): string =>
    pages
      .flatMap(({ pictures }) => pictures)
      .map(({ object }) => {
        const { stream } = file.object(object);
        return stream === null ? '' : sha256Hex(file.bytes.subarray(stream.start, stream.end));
      })
      .join(' ');
  return shown(signed, theirs) === shown(again, ours);
}
