import { inflateSync } from 'node:zlib';
import { Fault } from './fault';
import type { PdfDictionary, PdfNode } from './pdf-syntax';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An indirect object: its value, and where its stream lies if it has one. */
export interface PdfObject {
  readonly node: PdfNode;
  readonly stream: Span | null;
}

export function dictionaryOf(node: PdfNode | undefined): PdfDictionary | null {
  return node?.kind === 'dictionary' ? node.entries : null;
}

export function nameOf(node: PdfNode | undefined): string | null {
  return node?.kind === 'name' ? node.value : null;
}

/** A whole number not below zero, or null. */
export function countOf(node: PdfNode | undefined): number | null {
  return node?.kind === 'number' && Number.isSafeInteger(node.value) && node.value >= 0 ? node.value : null;
}

/** Content of a stream without filter or with FlateDecode alone; never more than `atMost` bytes come out of it. */
export function streamContent(bytes: Buffer, { node, stream }: PdfObject, atMost: number): Buffer {
  const filter = filterOf(dictionaryOf(node)?.get('Filter'));
  if (stream === null || filter === undefined) throw new Fault('unknown-filter');
  const raw = bytes.subarray(stream.start, stream.end);
  if (filter === null) return raw.length <= atMost ? raw : refuse();
  try {
    return inflateSync(raw, { maxOutputLength: Math.max(1, atMost) });
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? refuse() : refuse('structure-damaged');
  }
}

function refuse(code = 'too-complex'): never {
  throw new Fault(code, 'stream');
}

/** Null = no filter, undefined = one that is not known here. */
function filterOf(node: PdfNode | undefined): 'FlateDecode' | null | undefined {
  if (node === undefined || node.kind === 'null') return null;
  if (node.kind === 'array') return node.items.length <= 1 ? filterOf(node.items[0]) : undefined;
  return nameOf(node) === 'FlateDecode' ? 'FlateDecode' : undefined;
}
