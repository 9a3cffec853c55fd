import { Fault } from './fault';
import { MAX_INFLATED_BYTES } from './limits';
import { dictionaryOf, nameOf, streamContent, type PdfObject } from './pdf-object';
import type { PdfDictionary, PdfNode } from './pdf-syntax';
import { resolve, type StrictFile } from './strict-reader';

/** Where two files part: on a page, counted from 1, or elsewhere (fonts, tags, photos, metadata). */
export type Difference = { readonly page: number } | { readonly object: number };

/**
 * The first difference of two files in our layout; null = alike in every object. Streams are compared inflated, for the
 * same content may be deflated otherwise on another machine; the signature itself is left out.
 */
export function firstDifference(signed: StrictFile, again: StrictFile): Difference | null {
  const [pages, others] = [contentsOf(signed), contentsOf(again)];
  for (let index = 0; index < Math.max(pages.length, others.length); index++) {
    const [page, other] = [pages[index], others[index]];
    if (page === undefined || other === undefined || !isSameObject(signed, page, again, other))
      return { page: index + 1 };
  }
  const last = Math.max(signed.lastObject, again.lastObject);
  for (let number = 1; number <= last; number++) {
    const isInBoth = number <= signed.lastObject && number <= again.lastObject;
    if (!isInBoth || !isSameObject(signed, signed.object(number), again, again.object(number)))
      return { object: number };
  }
  return null;
}

/** What is drawn on each page, in their order; our page tree is flat, and each page has one content stream. */
function contentsOf(file: StrictFile): PdfObject[] {
  const kids = resolve(file, dictionaryOf(resolve(file, file.root.get('Pages')))?.get('Kids'));
  if (kids?.kind !== 'array') throw new Fault('not-own-layout', 'Pages');
  return kids.items.map((kid) => {
    const contents = dictionaryOf(resolve(file, kid))?.get('Contents');
    if (contents?.kind !== 'reference') throw new Fault('not-own-layout', 'Contents');
    return file.object(contents.number);
  });
}

function isSameObject(a: StrictFile, left: PdfObject, b: StrictFile, right: PdfObject): boolean {
  const skipped = skippedKeys(left);
  if ((left.stream === null) !== (right.stream === null)) return false;
  return isSameNode(a.bytes, left.node, b.bytes, right.node, skipped) && isSameStream(a, left, b, right);
}

function skippedKeys({ node, stream }: PdfObject): readonly string[] {
  if (stream !== null) return ['Length'];
  return nameOf(dictionaryOf(node)?.get('Type')) === 'Sig' ? ['ByteRange', 'Contents'] : [];
}

function isSameStream(a: StrictFile, left: PdfObject, b: StrictFile, right: PdfObject): boolean {
  if (left.stream === null || right.stream === null) return true;
  const [ours, theirs] = [rawOf(a, left.stream), rawOf(b, right.stream)];
  if (ours.equals(theirs)) return true;
  if (nameOf(dictionaryOf(left.node)?.get('Filter')) !== 'FlateDecode') return false;
  return streamContent(a.bytes, left, MAX_INFLATED_BYTES).equals(streamContent(b.bytes, right, MAX_INFLATED_BYTES));
}

function rawOf({ bytes }: StrictFile, { start, end }: { readonly start: number; readonly end: number }): Buffer {
  return bytes.subarray(start, end);
}

/** Both are written by one writer, so that what is alike stands there in the same bytes. */
function isSameNode(a: Buffer, left: PdfNode, b: Buffer, right: PdfNode, skipped: readonly string[] = []): boolean {
  if (left.kind === 'dictionary' && right.kind === 'dictionary')
    return isSameDictionary(a, left.entries, b, right.entries, skipped);
  if (left.kind === 'array' && right.kind === 'array') {
    const { items } = right;
    return (
      left.items.length === items.length && left.items.every((item, place) => isSameNode(a, item, b, items[place]!))
    );
  }
  return left.kind === right.kind && a.subarray(left.start, left.end).equals(b.subarray(right.start, right.end));
}

function isSameDictionary(
  a: Buffer,
  left: PdfDictionary,
  b: Buffer,
  right: PdfDictionary,
  skipped: readonly string[],
): boolean {
  if (left.size !== right.size) return false;
  return [...left].every(([key, value]) => {
    const other = right.get(key);
    return other !== undefined && (skipped.includes(key) || isSameNode(a, value, b, other));
  });
}
