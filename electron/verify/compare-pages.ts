import { Fault } from './fault';
import type { LaterChange } from '../../domain/terms/signatures';
import { explain, type Comparison } from './later-changes';
import { MAX_FIELDS, MAX_INFLATED_BYTES } from './limits';
import type { LooseFile } from './loose-reader';
import { dictionaryOf, nameOf, streamContent } from './pdf-object';
import { fullBudget, type PdfNode } from './pdf-syntax';
import { arrayIn, dictionaryBehind, dictionaryIn, dictionaryNumbered, type PlacedDictionary } from './placed';
import { reachableFrom } from './reachable';
import { isSameEntry, isSameNode, type Placed } from './same-node';
import { overlap, shownBoxes, type Box } from './shown-boxes';

/** A page may gain the annotations of added signature fields, and nothing else. */
export function comparePages(comparison: Comparison, catalog: PlacedDictionary): void {
  const { before, changed } = comparison;
  if (changed.size === 0) return;
  for (const page of pagesOf(before, catalog)) {
    const annotations = arrayIn(before, page, 'Annots');
    const isTouched = [page.number, annotations?.number].some(
      (number) => typeof number === 'number' && changed.has(number),
    );
    if (isTouched) comparePage(comparison, page);
  }
}

function comparePage(comparison: Comparison, old: PlacedDictionary): void {
  const { before, after, found, widgets } = comparison;
  const page = old.number === null ? null : dictionaryNumbered(after, old.number);
  if (page === null) return;
  explain(comparison, old);
  const keys = new Set([...old.entries.keys(), ...page.entries.keys()]);
  keys.delete('Annots');
  if (![...keys].every((key) => isSameEntry(old.source, old.entries, page.source, page.entries, key)))
    found.add('page');
  const [was, is] = [arrayIn(before, old, 'Annots'), arrayIn(after, page, 'Annots')];
  explain(comparison, was);
  const isWidget = (node: PdfNode): boolean => node.kind === 'reference' && widgets.has(node.number);
  const kept = (is?.items ?? []).filter((node) => !isWidget(node));
  const isKept =
    kept.length === (was?.items.length ?? 0) &&
    kept.every((node, at) => isSameNode({ source: was!.source, node: was!.items[at]! }, { source: is!.source, node }));
  const isCovered =
    comparison.isOwn && (is?.items ?? []).some((node) => isWidget(node) && coversWords(comparison, old, node));
  if (!isKept || isCovered) found.add('annotation');
  comparison.added.push(...[page.entries.get('Annots')].filter((node) => node !== undefined));
}

/** The standard lets a further signature show itself on the page; over the words of a report it would say something else. */
function coversWords({ before, after }: Comparison, page: PlacedDictionary, widget: PdfNode): boolean {
  const place = placeOf(after, { source: page.source, node: widget });
  if (place === null) return true;
  if (place.left === place.right || place.bottom === place.top) return false;
  const words = contentsOf(before, page).flatMap((content) => shownBoxes(content, fullBudget()));
  const annotations = arrayIn(before, page, 'Annots');
  const others = (annotations?.items ?? []).map((node) => placeOf(before, { source: annotations!.source, node }));
  return [...words, ...others].some((box) => box === null || overlap(box, place));
}

/** The rectangle of an annotation; null when it has none that makes sense. */
function placeOf(file: LooseFile, annotation: Placed): Box | null {
  const rectangle = arrayIn(file, dictionaryBehind(file, annotation), 'Rect');
  const numbers = (rectangle?.items ?? []).map((item) => (item.kind === 'number' ? item.value : NaN));
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return null;
  const [x1, y1, x2, y2] = numbers as [number, number, number, number];
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), bottom: Math.min(y1, y2), top: Math.max(y1, y2) };
}

/** Our pages have one content stream each. */
function contentsOf(file: LooseFile, page: PlacedDictionary): Buffer[] {
  const node = page.entries.get('Contents');
  const object = node?.kind === 'reference' ? file.object(node.number) : null;
  return object === null || object.stream === null ? [] : [streamContent(object.source, object, MAX_INFLATED_BYTES)];
}

/** Pages in their order. */
function pagesOf(file: LooseFile, catalog: PlacedDictionary): PlacedDictionary[] {
  const pages: PlacedDictionary[] = [];
  const root = dictionaryIn(file, catalog, 'Pages');
  const pending = root === null ? [] : [root];
  const seen = new Set<number>();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.number === null || seen.has(node.number)) continue;
    if (seen.add(node.number).size > MAX_FIELDS) throw new Fault('too-complex', 'pages');
    const kids = arrayIn(file, node, 'Kids');
    if (kids === null) pages.push(node);
    for (const kid of [...(kids?.items ?? [])].reverse()) {
      const child = dictionaryBehind(file, { source: kids!.source, node: kid });
      if (child !== null) pending.push(child);
    }
  }
  return pages;
}

/** What objects are that no rule allows to change: part of a page, of what is laid over it, or something else. */
export function kindsOf(
  { before }: Comparison,
  catalog: PlacedDictionary,
  numbers: readonly number[],
): Set<LaterChange> {
  const pages = reachableFrom(before, [catalog.entries.get('Pages')], ['Annots']);
  const shown = reachableFrom(before, [catalog.entries.get('Pages')]);
  return new Set(
    numbers.map((number) => {
      const entries = dictionaryOf(before.object(number)?.node);
      if (pages.has(number)) return 'page';
      const isField = entries?.has('FT') === true && nameOf(entries.get('FT')) !== 'Sig';
      return shown.has(number) && !isField ? 'annotation' : 'other';
    }),
  );
}
