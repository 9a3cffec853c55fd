import { Fault } from './fault';
import { MAX_OBJECTS } from './limits';
import { countOf, dictionaryOf, nameOf, type PdfObject } from './pdf-object';
import { fullBudget, readNode, takeWord, type Cursor, type PdfDictionary, type PdfNode } from './pdf-syntax';

/** A file in the one layout that our reports have, every byte of it accounted for. */
export interface StrictFile {
  readonly bytes: Buffer;
  readonly root: PdfDictionary;
  /** Objects have the numbers from 1 to this one. */
  readonly lastObject: number;
  /** Object by number; a number that the file does not have is a fault. */
  readonly object: (number: number) => PdfObject;
  /** Numbers of the objects that look like a signature or a signature field, wherever they hang. */
  readonly signatures: readonly number[];
  readonly signatureFields: readonly number[];
}

const ENTRY_BYTES = 20;
const TRAILER_KEYS: readonly string[] = ['Size', 'Root', 'Info', 'ID'];

/**
 * Reads a PDF of one revision: header, objects one directly behind the other, one classic cross-reference table that has
 * each of them at its offset, trailer, `startxref`, `%%EOF`, nothing else. No /Prev, /XRefStm, /Encrypt, no free
 * objects, no object streams: an incremental update or a shadow object has no place to stand.
 * Throws Fault `not-own-layout` with the byte where it ends being so, `duplicate-key` or `too-complex`.
 */
export function readStrict(bytes: Buffer): StrictFile {
  const cursor: Cursor = { bytes, at: 0, budget: fullBudget() };
  passHeader(cursor);
  const firstObject = cursor.at;
  const tableAt = readStart(bytes);
  const offsets = readTable(cursor, tableAt);
  const root = readTrailer(cursor, offsets.length);
  const signatures: number[] = [];
  const signatureFields: number[] = [];
  let at = firstObject;
  for (const number of inFileOrder(offsets)) {
    if (offsets[number] !== at) throw foreign(at);
    cursor.at = at;
    const entries = dictionaryOf(readObject(cursor, number).node);
    if (entries !== null && (entries.has('ByteRange') || nameOf(entries.get('Type')) === 'Sig'))
      signatures.push(number);
    if (nameOf(entries?.get('FT')) === 'Sig') signatureFields.push(number);
    at = cursor.at;
  }
  if (at !== tableAt) throw foreign(at);
  const object = (number: number): PdfObject => {
    const offset = number === 0 ? undefined : offsets[number];
    if (offset === undefined) throw foreign(tableAt);
    return readObject({ bytes, at: offset, budget: cursor.budget }, number);
  };
  const catalog = dictionaryOf(object(root).node);
  if (nameOf(catalog?.get('Type')) !== 'Catalog') throw foreign(offsets[root]!);
  return { bytes, root: catalog!, lastObject: offsets.length - 1, object, signatures, signatureFields };
}

/** The value of a node, following one reference. */
export function resolve(file: Pick<StrictFile, 'object'>, node: PdfNode | undefined): PdfNode | undefined {
  return node?.kind === 'reference' ? file.object(node.number).node : node;
}

const foreign = (at: number): Fault => new Fault('not-own-layout', String(at));

function expectWord(cursor: Cursor, word: string): void {
  if (!takeWord(cursor, word)) throw foreign(cursor.at);
}

function passHeader(cursor: Cursor): void {
  if (!/^%PDF-1\.\d\n%[\x80-\xff]{4}\n$/.test(cursor.bytes.toString('latin1', 0, 15))) throw foreign(0);
  cursor.at = 15;
}

/** The offset that the last three lines name. */
function readStart(bytes: Buffer): number {
  const tail = /startxref\n([1-9]\d{0,9})\n%%EOF\n$/.exec(bytes.toString('latin1', Math.max(0, bytes.length - 32)));
  if (tail === null) throw foreign(bytes.length);
  return Number(tail[1]);
}

function readTable(cursor: Cursor, at: number): number[] {
  const { bytes } = cursor;
  const head = /^xref\n0 ([1-9]\d{0,9})\n/.exec(bytes.toString('latin1', at, at + 32));
  if (head === null) throw foreign(at);
  const count = Number(head[1]);
  const first = at + head[0].length;
  if (count > MAX_OBJECTS || first + count * ENTRY_BYTES > bytes.length) throw foreign(first);
  const offsets: number[] = [];
  for (let index = 0; index < count; index++) {
    const entryAt = first + index * ENTRY_BYTES;
    const entry = bytes.toString('latin1', entryAt, entryAt + ENTRY_BYTES);
    const right = index === 0 ? entry === '0000000000 65535 f \n' : /^\d{10} 00000 n \n$/.test(entry);
    if (!right) throw foreign(entryAt);
    offsets.push(Number(entry.slice(0, 10)));
  }
  cursor.at = first + count * ENTRY_BYTES;
  return offsets;
}

/** Number of the catalog; the trailer must end where `startxref` begins. */
function readTrailer(cursor: Cursor, size: number): number {
  expectWord(cursor, 'trailer\n');
  const trailerAt = cursor.at;
  const entries = dictionaryOf(readNode(cursor));
  const root = entries?.get('Root');
  if (entries === null || root?.kind !== 'reference' || countOf(entries.get('Size')) !== size) throw foreign(trailerAt);
  if ([...entries.keys()].some((key) => !TRAILER_KEYS.includes(key))) throw foreign(trailerAt);
  const rest = cursor.bytes.toString('latin1', cursor.at, cursor.at + 40);
  if (!/^\nstartxref\n\d{1,10}\n%%EOF\n$/.test(rest)) throw foreign(cursor.at);
  return root.number;
}

function inFileOrder(offsets: readonly number[]): number[] {
  return offsets
    .map((_, number) => number)
    .slice(1)
    .sort((a, b) => offsets[a]! - offsets[b]!);
}

/** `N 0 obj`, value, stream if there is one, `endobj`, each on its own line and nothing between them. */
function readObject(cursor: Cursor, number: number): PdfObject {
  expectWord(cursor, `${number} 0 obj\n`);
  const node = readNode(cursor);
  expectWord(cursor, '\n');
  let stream: PdfObject['stream'] = null;
  if (takeWord(cursor, 'stream\n')) {
    const length = countOf(dictionaryOf(node)?.get('Length'));
    if (length === null || cursor.at + length > cursor.bytes.length) throw foreign(cursor.at);
    stream = { start: cursor.at, end: cursor.at + length };
    cursor.at = stream.end;
    expectWord(cursor, '\nendstream\n');
  }
  expectWord(cursor, 'endobj\n');
  return { node, stream };
}
