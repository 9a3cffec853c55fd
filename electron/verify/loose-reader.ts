import { Fault } from './fault';
import { MAX_FIELD_BYTES, MAX_INFLATED_BYTES, MAX_OBJECTS, MAX_XREF_SECTIONS } from './limits';
import { unpredicted } from './loose-streams';
import { countOf, dictionaryOf, nameOf, streamContent, type PdfObject } from './pdf-object';
import {
  broken,
  fullBudget,
  readNode,
  type ReadBudget,
  skipBlank,
  takeWord,
  type Cursor,
  type PdfDictionary,
  type PdfNode,
} from './pdf-syntax';

/** A PDF of any maker, as far as needed to find its signatures. What it yields never makes a verdict `valid`. */
export interface LooseFile {
  readonly trailer: PdfDictionary;
  /** Object by number; null when the file has none, or keeps it free. Throws Fault when it cannot be read. */
  readonly object: (number: number) => LooseObject | null;
  /** Where the index has this object; null inside an object stream. */
  readonly offsetOf: (number: number) => number | null;
  /** Where each object stands by the index; null = free. */
  readonly places: ReadonlyMap<number, Place>;
  /** What `startxref` names. */
  readonly start: number;
  /** The same file as an update leaves it: `bytes` begin with this file and end with the update. */
  readonly updated: (bytes: Buffer) => LooseFile;
}

/** `source` is the file itself, or the content of the object stream that the node's places refer to. */
export interface LooseObject extends PdfObject {
  readonly source: Buffer;
}

export type Place = { readonly at: number } | { readonly stream: number; readonly index: number } | null;

interface Reading {
  readonly bytes: Buffer;
  readonly budget: ReadBudget & { inflated: number };
  readonly places: Map<number, Place>;
  readonly packed: Map<number, readonly LooseObject[]>;
}

/** Follows `startxref` through tables and streams, newest first (ISO 32000-2 section 7.5.8). Throws Fault. */
export function readLoose(bytes: Buffer): LooseFile {
  const budget = { ...fullBudget(), inflated: MAX_INFLATED_BYTES };
  return readFrom({ bytes, budget, places: new Map(), packed: new Map() }, null);
}

/** `before` = the file whose sections need not be read again where this one leads to them. */
function readFrom(reading: Reading, before: LooseFile | null): LooseFile {
  const { bytes, places } = reading;
  const start = readStart(bytes);
  const pending = [start];
  const seen = new Set<number>();
  let trailer: PdfDictionary | null = null;
  for (let at = pending.shift(); at !== undefined; at = pending.shift()) {
    if (seen.has(at)) continue;
    if (seen.add(at).size > MAX_XREF_SECTIONS) throw new Fault('too-complex', 'revisions');
    if (before !== null && at === before.start) {
      for (const [number, where] of before.places) place(reading, number, where);
      continue;
    }
    const section = readSection(reading, at);
    trailer ??= section;
    for (const key of ['XRefStm', 'Prev']) {
      const next = countOf(section.get(key));
      if (next !== null) pending.push(next);
    }
  }
  if (trailer === null) throw new Fault('structure-damaged', 'trailer');
  const file: LooseFile = {
    trailer,
    places,
    start,
    object: (number) => objectOf(reading, number, 0),
    offsetOf: (number) => {
      const where = places.get(number) ?? null;
      return where !== null && 'at' in where ? where.at : null;
    },
    updated: (longer) => readFrom({ ...reading, bytes: longer, places: new Map(), packed: new Map() }, file),
  };
  return file;
}

/** The value of a node, following references a few times. */
export function follow(file: LooseFile, node: PdfNode | undefined): PdfNode | undefined {
  let found = node;
  for (let step = 0; found?.kind === 'reference' && step < 8; step++) found = file.object(found.number)?.node;
  return found;
}

function readStart(bytes: Buffer): number {
  const tailAt = Math.max(0, bytes.length - 2048);
  const tail = bytes.toString('latin1', tailAt);
  const word = tail.lastIndexOf('startxref');
  const number = word < 0 ? null : /^startxref\s{1,8}(\d{1,10})(?!\d)/.exec(tail.slice(word, word + 32));
  if (number === null)
    throw new Fault(tail.includes('%%EOF') ? 'structure-damaged' : 'truncated', String(bytes.length));
  return Number(number[1]);
}

const cursorAt = ({ bytes, budget }: Reading, at: number): Cursor => ({ bytes, at, budget });

function readSection(reading: Reading, at: number): PdfDictionary {
  if (at >= reading.bytes.length) throw new Fault('truncated', String(reading.bytes.length));
  const cursor = cursorAt(reading, at);
  skipBlank(cursor);
  return takeWord(cursor, 'xref') ? readTable(reading, cursor) : readXrefStream(reading, cursor);
}

function place(reading: Reading, number: number, where: Place): void {
  if (reading.places.has(number)) return;
  if (reading.places.size >= MAX_OBJECTS) throw new Fault('too-complex', 'objects');
  reading.places.set(number, where);
}

function readTable(reading: Reading, cursor: Cursor): PdfDictionary {
  const number = (): number => {
    const node = readNode(cursor);
    if (node.kind !== 'number') throw broken(cursor);
    return node.value;
  };
  for (skipBlank(cursor); !takeWord(cursor, 'trailer'); skipBlank(cursor)) {
    const first = number();
    const count = number();
    for (let index = 0; index < count; index++) {
      const at = number();
      number();
      skipBlank(cursor);
      const used = takeWord(cursor, 'n');
      if (!used && !takeWord(cursor, 'f')) throw broken(cursor);
      place(reading, first + index, used ? { at } : null);
    }
  }
  return dictionaryOf(readNode(cursor)) ?? refuse(cursor);
}

function refuse(cursor: Cursor): never {
  throw broken(cursor);
}

function readXrefStream(reading: Reading, cursor: Cursor): PdfDictionary {
  const object = readIndirect(reading, cursor, null);
  const dictionary = dictionaryOf(object.node);
  if (dictionary === null || nameOf(dictionary.get('Type')) !== 'XRef') throw broken(cursor);
  const data = inflated(reading, object, dictionary);
  const widths = numbersOf(dictionary.get('W'));
  const size = countOf(dictionary.get('Size')) ?? 0;
  const index = dictionary.has('Index') ? numbersOf(dictionary.get('Index')) : [0, size];
  if (widths.length !== 3 || widths.some((width) => width > MAX_FIELD_BYTES) || index.length % 2 !== 0)
    throw broken(cursor);
  const [typeWidth, middleWidth, lastWidth] = widths as [number, number, number];
  const rowBytes = typeWidth + middleWidth + lastWidth;
  if (rowBytes === 0) throw broken(cursor);
  let at = 0;
  for (let pair = 0; pair < index.length; pair += 2)
    for (let step = 0; step < index[pair + 1]! && at + rowBytes <= data.length; step++, at += rowBytes) {
      const type = typeWidth === 0 ? 1 : fieldAt(data, at, typeWidth);
      const middle = fieldAt(data, at + typeWidth, middleWidth);
      const last = fieldAt(data, at + typeWidth + middleWidth, lastWidth);
      const where = type === 1 ? { at: middle } : type === 2 ? { stream: middle, index: last } : null;
      place(reading, index[pair]! + step, where);
    }
  return dictionary;
}

/** Fields may be wider than any place in a file needs; what does not fit a number is no such place. */
function fieldAt(data: Buffer, at: number, width: number): number {
  let value = 0;
  for (const byte of data.subarray(at, at + width)) value = value * 256 + byte;
  return Number.isSafeInteger(value) ? value : Number.MAX_SAFE_INTEGER;
}

function numbersOf(node: PdfNode | undefined): number[] {
  const items = node?.kind === 'array' ? node.items.map(countOf) : [];
  return items.filter((item) => item !== null);
}

function inflated(reading: Reading, object: LooseObject, dictionary: PdfDictionary): Buffer {
  const { budget } = reading;
  budget.inflated -= object.stream === null ? 0 : object.stream.end - object.stream.start;
  if (budget.inflated < 0) throw new Fault('too-complex', 'stream');
  const content = streamContent(object.source, object, budget.inflated);
  budget.inflated -= content.length;
  return unpredicted(content, dictionary);
}

function objectOf(reading: Reading, number: number, depth: number): LooseObject | null {
  if (depth > 4) throw new Fault('too-complex', 'object streams');
  const where = reading.places.get(number) ?? null;
  if (where === null) return null;
  if ('at' in where) return readIndirect(reading, cursorAt(reading, where.at), number, depth);
  let members = reading.packed.get(where.stream);
  if (members === undefined) {
    members = unpack(reading, objectOf(reading, where.stream, depth + 1));
    reading.packed.set(where.stream, members);
  }
  return members[where.index] ?? null;
}

/** Members of an object stream (ISO 32000-2 section 7.5.7). */
function unpack(reading: Reading, holder: LooseObject | null): readonly LooseObject[] {
  const dictionary = dictionaryOf(holder?.node);
  const first = countOf(dictionary?.get('First'));
  const count = countOf(dictionary?.get('N'));
  if (holder === null || dictionary === null || first === null || count === null)
    throw new Fault('structure-damaged', 'object stream');
  const source = inflated(reading, holder, dictionary);
  const cursor: Cursor = { bytes: source, at: 0, budget: reading.budget };
  const offsets: number[] = [];
  for (let index = 0; index < count; index++) {
    readNode(cursor);
    offsets.push(countOf(readNode(cursor)) ?? refuse(cursor));
  }
  return offsets.map((offset) => ({
    node: readNode({ bytes: source, at: first + offset, budget: reading.budget }),
    stream: null,
    source,
  }));
}

/** `N G obj` and its value; `number` = the one it must have, null = any. */
function readIndirect(reading: Reading, cursor: Cursor, number: number | null, depth = 0): LooseObject {
  const actual = readNode(cursor);
  readNode(cursor);
  skipBlank(cursor);
  if (!takeWord(cursor, 'obj') || actual.kind !== 'number' || (number !== null && actual.value !== number))
    throw broken(cursor);
  const node = readNode(cursor);
  skipBlank(cursor);
  const source = reading.bytes;
  if (node.kind !== 'dictionary' || !takeWord(cursor, 'stream')) return { node, stream: null, source };
  if (source[cursor.at] === 13) cursor.at++;
  if (source[cursor.at] === 10) cursor.at++;
  const lengthNode = node.entries.get('Length');
  const length = countOf(
    lengthNode?.kind === 'reference' ? objectOf(reading, lengthNode.number, depth + 1)?.node : lengthNode,
  );
  if (length === null || cursor.at + length > source.length) throw new Fault('truncated', String(source.length));
  return { node, stream: { start: cursor.at, end: cursor.at + length }, source };
}
