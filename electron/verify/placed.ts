import type { LooseFile } from './loose-reader';
import type { PdfDictionary, PdfNode } from './pdf-syntax';
import type { Placed } from './same-node';

/** A dictionary with the bytes it stands in, and the number of its object where it is one by itself. */
export interface PlacedDictionary {
  readonly source: Buffer;
  readonly entries: PdfDictionary;
  readonly number: number | null;
}

export interface PlacedArray {
  readonly source: Buffer;
  readonly items: readonly PdfNode[];
  readonly number: number | null;
}

interface Found extends Placed {
  readonly number: number | null;
}

/** The value behind references, a few of them; null where there is none. */
export function valueBehind(file: LooseFile, placed: Placed | null): Found | null {
  let found: Found | null = placed === null ? null : { ...placed, number: null };
  for (let step = 0; found?.node.kind === 'reference' && step < 8; step++) {
    const { number } = found.node;
    const object = file.object(number);
    found = object === null ? null : { source: object.source, node: object.node, number };
  }
  return found === null || found.node.kind === 'null' || found.node.kind === 'reference' ? null : found;
}

export function dictionaryBehind(file: LooseFile, placed: Placed | null): PlacedDictionary | null {
  const found = valueBehind(file, placed);
  return found?.node.kind === 'dictionary'
    ? { source: found.source, entries: found.node.entries, number: found.number }
    : null;
}

export function entryOf({ source, entries }: PlacedDictionary, key: string): Placed | null {
  const node = entries.get(key);
  return node === undefined ? null : { source, node };
}

export function dictionaryIn(file: LooseFile, holder: PlacedDictionary | null, key: string): PlacedDictionary | null {
  return holder === null ? null : dictionaryBehind(file, entryOf(holder, key));
}

export function arrayIn(file: LooseFile, holder: PlacedDictionary | null, key: string): PlacedArray | null {
  const found = valueBehind(file, holder === null ? null : entryOf(holder, key));
  return found?.node.kind === 'array' ? { source: found.source, items: found.node.items, number: found.number } : null;
}

export function dictionaryNumbered(file: LooseFile, number: number): PlacedDictionary | null {
  const object = file.object(number);
  return object?.node.kind === 'dictionary' && object.stream === null
    ? { source: object.source, entries: object.node.entries, number }
    : null;
}

export function catalogOf(file: LooseFile): PlacedDictionary | null {
  const root = file.trailer.get('Root');
  return root?.kind === 'reference' ? dictionaryNumbered(file, root.number) : null;
}
