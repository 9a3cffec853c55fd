import { stringBytes, type PdfDictionary, type PdfNode } from './pdf-syntax';

/** A value with the bytes that it stands in. */
export interface Placed {
  readonly source: Buffer;
  readonly node: PdfNode;
}

/** Whether two values say the same, however they are written; a reference says which object it names. */
export function isSameNode(a: Placed, b: Placed): boolean {
  const [left, right] = [a.node, b.node];
  if (left.kind === 'dictionary' && right.kind === 'dictionary') {
    const keys = new Set([...left.entries.keys(), ...right.entries.keys()]);
    return [...keys].every((key) => isSameEntry(a.source, left.entries, b.source, right.entries, key));
  }
  if (left.kind === 'array' && right.kind === 'array')
    return (
      left.items.length === right.items.length &&
      left.items.every((node, at) =>
        isSameNode({ source: a.source, node }, { source: b.source, node: right.items[at]! }),
      )
    );
  if (left.kind === 'number' && right.kind === 'number') return left.value === right.value;
  if (left.kind === 'name' && right.kind === 'name') return left.value === right.value;
  if (left.kind === 'reference' && right.kind === 'reference') return left.number === right.number;
  if (left.kind === 'string' && right.kind === 'string')
    return stringBytes(a.source, left).equals(stringBytes(b.source, right));
  if (left.kind === 'boolean' && right.kind === 'boolean')
    return a.source.subarray(left.start, left.end).equals(b.source.subarray(right.start, right.end));
  return left.kind === right.kind && left.kind === 'null';
}

export function isSameEntry(a: Buffer, left: PdfDictionary, b: Buffer, right: PdfDictionary, key: string): boolean {
  const [one, other] = [left.get(key), right.get(key)];
  if (one === undefined || other === undefined) return one === other;
  return isSameNode({ source: a, node: one }, { source: b, node: other });
}
