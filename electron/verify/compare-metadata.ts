import { explain, type Comparison } from './later-changes';
import { MAX_EVIDENCE_BYTES } from './limits';
import type { LooseFile } from './loose-reader';
import { streamContent } from './pdf-object';
import type { PdfNode } from './pdf-syntax';
import { dictionaryBehind, entryOf, valueBehind, type PlacedDictionary } from './placed';
import { isSameNode, type Placed } from './same-node';

/** Programs that sign write when they did so into the particulars of a file, and what they are. Its title and the like stay. */
const DATED_KEYS: readonly string[] = ['ModDate', 'Producer'];
const DATED_XMP =
  /\b(?:xmp:(?:ModifyDate|MetadataDate)|xmpMM:InstanceID|pdf:Producer)="[^"]*"|<(xmp:(?:ModifyDate|MetadataDate)|xmpMM:InstanceID|pdf:Producer)>[^<]*<\/\1>|\s/g;

export function compareMetadata(comparison: Comparison, old: PlacedDictionary, now: PlacedDictionary): void {
  compareParticulars(comparison);
  const { before, after, changed, found, explained, added } = comparison;
  const [was, is] = [old.entries.get('Metadata'), now.entries.get('Metadata')];
  if (was?.kind === 'reference') {
    if (is?.kind === 'reference' && is.number === was.number && !changed.has(was.number)) return;
    explained.add(was.number);
  } else if (was === undefined && is === undefined) return;
  if (is !== undefined) added.push(is);
  const [left, right] = [undatedXmp(before, was), undatedXmp(after, is)];
  if (left === null || left !== right) found.add('other');
}

function compareParticulars(comparison: Comparison): void {
  const { before, after, found, added } = comparison;
  const particulars = (file: LooseFile): PlacedDictionary | null => {
    const node = file.trailer.get('Info');
    return node?.kind === 'reference' ? dictionaryBehind(file, { source: Buffer.alloc(0), node }) : null;
  };
  const [was, is] = [particulars(before), particulars(after)];
  const reference = after.trailer.get('Info');
  if (reference === undefined) return;
  added.push(reference);
  explain(comparison, was);
  for (const key of DATED_KEYS) {
    const node = was?.entries.get(key);
    if (node?.kind === 'reference') comparison.explained.add(node.number);
  }
  const keys = new Set([...(was?.entries.keys() ?? []), ...(is?.entries.keys() ?? [])]);
  for (const key of DATED_KEYS) keys.delete(key);
  const valueOf = (file: LooseFile, holder: PlacedDictionary | null, key: string): Placed | null =>
    holder === null ? null : valueBehind(file, entryOf(holder, key));
  const isKept = [...keys].every((key) => {
    const [left, right] = [valueOf(before, was, key), valueOf(after, is, key)];
    return left !== null && right !== null && isSameNode(left, right);
  });
  if (!isKept) found.add('other');
}

function undatedXmp(file: LooseFile, node: PdfNode | undefined): string | null {
  const object = node?.kind === 'reference' ? file.object(node.number) : null;
  if (object === null || object.stream === null) return null;
  return streamContent(object.source, object, MAX_EVIDENCE_BYTES).toString('utf8').replace(DATED_XMP, '');
}
