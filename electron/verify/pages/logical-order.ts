import { Fault } from '../fault';
import { countOf, dictionaryOf, nameOf } from '../pdf-object';
import { textOf, type PdfDictionary, type PdfNode } from '../pdf-syntax';
import { resolve, type StrictFile } from '../strict-reader';
import type { ShownLine, ShownPage } from './shown';

/** What one element of the structure shows, its spans included: a paragraph, a cell. */
export interface Piece {
  readonly role: string;
  readonly text: string;
  readonly lines: readonly PlacedLine[];
}

export interface PlacedLine {
  readonly page: number;
  readonly line: ShownLine;
}

const MAX_DEPTH = 200;
/** Said by a screen reader instead of, or beside, what is shown. */
const SPOKEN = ['Alt', 'ActualText', 'E'] as const;

/** Two code points that share a glyph come out as the one that was used first. */
export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll('・', '·').replace(/\s+/gu, '');
}

/**
 * The texts of a file in the order of its structure tree, which is the same however the pages are broken; what is read aloud in
 * place of a text stands as a piece of its own. Throws Fault where marked content hangs nowhere, or twice.
 */
export function logicalOrder(file: StrictFile, pages: readonly ShownPage[], pageNumbers: readonly number[]): Piece[] {
  const pieces: { role: string; text: string; lines: PlacedLine[] }[] = [];
  const waiting = pages.map(({ lines }) => linesByContent(lines));
  const visited = new Set<number>();
  const open = (role: string): (typeof pieces)[number] => {
    const piece = { role, text: '', lines: [] };
    pieces.push(piece);
    return piece;
  };
  const show = (piece: (typeof pieces)[number], page: number, content: number): void => {
    const lines = waiting[page]?.get(content);
    if (lines === undefined) return; // marked content that shows no text: a picture, a box
    waiting[page]!.delete(content); // the page is there
    for (const line of lines) piece.lines.push({ page, line });
    piece.text += plain(lines.map(({ text }) => text).join(''));
  };
  const visit = (
    node: PdfNode,
    inherited: number | null,
    into: (typeof pieces)[number] | null,
    depth: number,
  ): void => {
    if (depth > MAX_DEPTH) throw new Fault('too-complex', 'structure');
    if (node.kind === 'number') {
      if (inherited === null || into === null) throw new Fault('foreign-content', 'MCID');
      show(into, inherited, node.value);
      return;
    }
    if (node.kind === 'reference') {
      if (visited.has(node.number)) throw new Fault('foreign-content', 'structure');
      visited.add(node.number);
    }
    const entries = dictionaryOf(resolve(file, node));
    if (entries === null) throw new Fault('foreign-content', 'structure');
    const type = nameOf(entries.get('Type'));
    if (type === 'OBJR') return;
    const page = pageOf(entries, pageNumbers) ?? inherited;
    if (type === 'MCR') {
      const content = countOf(entries.get('MCID'));
      if (page === null || content === null || into === null) throw new Fault('foreign-content', 'MCR');
      show(into, page, content);
      return;
    }
    const role = nameOf(entries.get('S')) ?? '';
    for (const key of SPOKEN) {
      const said = resolve(file, entries.get(key));
      if (said?.kind === 'string') open(key).text = plain(textOf(file.bytes, said));
    }
    const piece = role === 'Span' && into !== null ? into : open(role);
    const kids = resolve(file, entries.get('K'));
    for (const kid of kids === undefined ? [] : kids.kind === 'array' ? kids.items : [entries.get('K')!])
      visit(kid, page, piece, depth + 1);
  };
  const tree = dictionaryOf(resolve(file, file.root.get('StructTreeRoot')));
  const top = resolve(file, tree?.get('K'));
  for (const node of top?.kind === 'array' ? top.items : tree?.get('K') === undefined ? [] : [tree.get('K')!])
    visit(node, null, null, 0);
  if (waiting.some((rest) => rest.size > 0)) throw new Fault('foreign-content', 'marked content');
  return pieces.filter(({ text }) => text !== '');
}

function pageOf(entries: PdfDictionary, pageNumbers: readonly number[]): number | null {
  const page = entries.get('Pg');
  if (page?.kind !== 'reference') return null;
  const index = pageNumbers.indexOf(page.number);
  return index < 0 ? null : index;
}

function linesByContent(lines: readonly ShownLine[]): Map<number, ShownLine[]> {
  const found = new Map<number, ShownLine[]>();
  for (const line of lines) {
    if (typeof line.content !== 'number' || line.text === '') continue;
    const same = found.get(line.content);
    if (same === undefined) found.set(line.content, [line]);
    else same.push(line);
  }
  return found;
}
