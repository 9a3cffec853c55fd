import { Fault } from './fault';
import { MAX_BYTES_READ, MAX_DEPTH, MAX_NODES } from './limits';

/** A PDF object as it stands in the file, with the bytes it takes; strings are decoded only when asked for. */
export type PdfNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'null' | 'boolean' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'string'; readonly hex: boolean }
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'array'; readonly items: readonly PdfNode[] }
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfNode> }
);
export type PdfDictionary = ReadonlyMap<string, PdfNode>;

export interface Cursor {
  readonly bytes: Buffer;
  at: number;
  readonly budget: ReadBudget;
}

/** How many more objects and bytes may be read; shared by all cursors of a file. */
export interface ReadBudget {
  nodes: number;
  bytes: number;
}

export function fullBudget(): ReadBudget {
  return { nodes: MAX_NODES, bytes: MAX_BYTES_READ };
}

const SLASH = 0x2f;
/** 127 bytes, each as #xx (ISO 32000-1 annex C). */
const MAX_NAME_BYTES = 127 * 3;
const WHITE = 1;
const DELIMITER = 2;
/** What each byte is to the tokens of PDF (ISO 32000-2 table 1 and 2); a table, as files may have 256 million of them. */
const KINDS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = WHITE;
for (const byte of Buffer.from('()<>[]{}/%')) KINDS[byte] = DELIMITER;

const isWhite = (byte: number | undefined): boolean => byte !== undefined && KINDS[byte] === WHITE;
const isRegular = (byte: number | undefined): boolean => byte !== undefined && KINDS[byte] === 0;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

export const broken = (cursor: Cursor): Fault => new Fault('structure-damaged', String(cursor.at));

/** White space and comments (ISO 32000-2 section 7.2.3, 7.2.4). */
export function skipBlank(cursor: Cursor): void {
  const start = cursor.at;
  passBlank(cursor);
  charge(cursor, start);
}

/** A hostile file can have the same megabytes read again from a thousand places. */
function charge({ budget, at }: Cursor, start: number): void {
  budget.bytes -= at - start;
  if (budget.bytes < 0) throw new Fault('too-complex', String(at));
}

function passBlank(cursor: Cursor): void {
  const { bytes } = cursor;
  for (;;) {
    const byte = bytes[cursor.at];
    if (byte === 0x25)
      while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) cursor.at++;
    else if (isWhite(byte)) cursor.at++;
    else return;
  }
}

/** Passes over `word` when it stands here. */
export function takeWord(cursor: Cursor, word: string): boolean {
  const end = cursor.at + word.length;
  if (cursor.bytes.toString('latin1', cursor.at, end) !== word) return false;
  cursor.at = end;
  return true;
}

/** One object of any kind. A dictionary with a key twice is refused: two readers could take different ones. */
export function readNode(cursor: Cursor, depth = 0): PdfNode {
  if (depth > MAX_DEPTH || --cursor.budget.nodes < 0) throw new Fault('too-complex', String(cursor.at));
  skipBlank(cursor);
  const start = cursor.at;
  switch (cursor.bytes[start]) {
    case SLASH:
      return { kind: 'name', value: readName(cursor), start, end: cursor.at };
    case 0x28:
      passLiteralString(cursor);
      charge(cursor, start);
      return { kind: 'string', hex: false, start, end: cursor.at };
    case 0x5b:
      return { kind: 'array', items: readItems(cursor, depth), start, end: cursor.at };
    case 0x3c:
      if (cursor.bytes[start + 1] === 0x3c)
        return { kind: 'dictionary', entries: readEntries(cursor, depth), start, end: cursor.at };
      passHexString(cursor);
      charge(cursor, start);
      return { kind: 'string', hex: true, start, end: cursor.at };
    default:
      return readNumberOrWord(cursor, start);
  }
}

function readItems(cursor: Cursor, depth: number): PdfNode[] {
  const items: PdfNode[] = [];
  cursor.at++;
  for (skipBlank(cursor); cursor.bytes[cursor.at] !== 0x5d; skipBlank(cursor)) items.push(readNode(cursor, depth + 1));
  cursor.at++;
  return items;
}

function readEntries(cursor: Cursor, depth: number): PdfDictionary {
  const entries = new Map<string, PdfNode>();
  cursor.at += 2;
  for (skipBlank(cursor); !takeWord(cursor, '>>'); skipBlank(cursor)) {
    if (cursor.bytes[cursor.at] !== SLASH) throw broken(cursor);
    const key = readName(cursor);
    if (entries.has(key)) throw new Fault('duplicate-key', key);
    entries.set(key, readNode(cursor, depth + 1));
  }
  return entries;
}

function readName(cursor: Cursor): string {
  const start = ++cursor.at;
  while (isRegular(cursor.bytes[cursor.at])) if (cursor.at++ - start > MAX_NAME_BYTES) throw broken(cursor);
  const raw = cursor.bytes.toString('latin1', start, cursor.at);
  return raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function passLiteralString(cursor: Cursor): void {
  const { bytes, at: start } = cursor;
  let open = 0;
  do {
    const byte = bytes[cursor.at];
    if (byte === undefined) throw unclosed(cursor, start);
    if (byte === 0x5c) cursor.at++;
    else if (byte === 0x28) open++;
    else if (byte === 0x29) open--;
    cursor.at++;
  } while (open > 0);
}

function passHexString(cursor: Cursor): void {
  const close = cursor.bytes.indexOf(0x3e, cursor.at);
  const start = cursor.at;
  cursor.at = close < 0 ? cursor.bytes.length : close + 1;
  if (close < 0) throw unclosed(cursor, start);
}

/** Looking for the end took reading all the rest, which counts although nothing came of it. */
function unclosed(cursor: Cursor, start: number): Fault {
  charge(cursor, start);
  return broken(cursor);
}

function readNumberOrWord(cursor: Cursor, start: number): PdfNode {
  const { bytes } = cursor;
  while (isRegular(bytes[cursor.at]) && cursor.at - start < 64) cursor.at++;
  const word = bytes.toString('latin1', start, cursor.at);
  if (word === 'null') return { kind: 'null', start, end: cursor.at };
  if (word === 'true' || word === 'false') return { kind: 'boolean', start, end: cursor.at };
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) {
    cursor.at = start;
    throw broken(cursor);
  }
  const after = /^\d{1,10}$/.test(word) ? endOfReference(bytes, cursor.at) : null;
  if (after !== null) cursor.at = after;
  return after === null
    ? { kind: 'number', value: Number(word), start, end: cursor.at }
    : { kind: 'reference', number: Number(word), start, end: after };
}

/** Where the reference ends whose object number has just been read, or null when it was a plain number: ` 0 R`. */
function endOfReference(bytes: Buffer, from: number): number | null {
  let at = from;
  while (at - from < 8 && isWhite(bytes[at])) at++;
  const generation = at;
  while (at - generation < 5 && isDigit(bytes[at])) at++;
  if (at === generation || generation === from) return null;
  const blank = at;
  while (at - blank < 8 && isWhite(bytes[at])) at++;
  return at > blank && bytes[at] === 0x52 && !isRegular(bytes[at + 1]) ? at + 1 : null;
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Bytes of a string object (ISO 32000-2 section 7.3.4). */
export function stringBytes(bytes: Buffer, node: PdfNode): Buffer {
  if (node.kind !== 'string') throw new Fault('structure-damaged', String(node.start));
  const inner = bytes.toString('latin1', node.start + 1, node.end - 1);
  if (node.hex) {
    const digits = inner.replace(/[\0\t\n\f\r ]/g, '');
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }
  const plain = inner.replace(/\\([0-7]{1,3}|\r\n|[^])/g, (_, escaped: string) => {
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(parseInt(escaped, 8) & 0xff);
    if (/^[\r\n]/.test(escaped)) return '';
    return String.fromCharCode(ESCAPES[escaped] ?? escaped.charCodeAt(0));
  });
  return Buffer.from(plain, 'latin1');
}

/** A text string: UTF-16BE behind its mark, UTF-8 behind its mark (PDF 2.0), else taken as Latin-1. */
export function textOf(bytes: Buffer, node: PdfNode): string {
  const raw = stringBytes(bytes, node);
  if (raw[0] === 0xfe && raw[1] === 0xff) {
    const even = raw.subarray(2, raw.length - (raw.length % 2));
    return Buffer.from(even).swap16().toString('utf16le').replace(/\0$/, '');
  }
  if (raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) return raw.toString('utf8', 3);
  return raw.toString('latin1');
}
