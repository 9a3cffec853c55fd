import { Fault } from './fault';
import { MAX_DER_NODES, MAX_DEPTH } from './limits';

/** One ASN.1 value. `raw` is the whole encoding, `content` what is inside. */
export interface Der {
  readonly tag: number;
  readonly raw: Buffer;
  readonly content: Buffer;
  readonly children: readonly Der[];
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

const CONSTRUCTED = 0x20;

/** Context tag [n] around other values. */
export const context = (number: number): number => 0xa0 + number;

/**
 * The value that `bytes` begin with; what stands behind it is the caller's business. Takes BER with indefinite lengths
 * too, as old programs sign with it: whether the encoding is the one we demand is decided by building it again.
 */
export function readDer(bytes: Buffer): Der {
  return read(bytes, 0, bytes.length, 0, { nodes: MAX_DER_NODES });
}

function fault(): Fault {
  return new Fault('cms-unreadable');
}

function read(bytes: Buffer, start: number, end: number, depth: number, budget: { nodes: number }): Der {
  if (depth > MAX_DEPTH || --budget.nodes < 0 || start + 2 > end) throw fault();
  const tag = bytes[start]!;
  const lengthByte = bytes[start + 1]!;
  if ((tag & 0x1f) === 0x1f) throw fault();
  const constructed = (tag & CONSTRUCTED) !== 0;
  if (lengthByte === 0x80) {
    if (!constructed) throw fault();
    return readIndefinite(bytes, start, end, depth, budget);
  }
  const lengthBytes = lengthByte < 0x80 ? 0 : lengthByte & 0x7f;
  if (lengthBytes > 4 || start + 2 + lengthBytes > end) throw fault();
  const length = lengthBytes === 0 ? lengthByte : bytes.readUIntBE(start + 2, lengthBytes);
  const from = start + 2 + lengthBytes;
  const to = from + length;
  if (to > end) throw fault();
  const children: Der[] = [];
  for (let at = from; constructed && at < to; at += children.at(-1)!.raw.length)
    children.push(read(bytes, at, to, depth + 1, budget));
  return { tag, raw: bytes.subarray(start, to), content: bytes.subarray(from, to), children };
}

function readIndefinite(bytes: Buffer, start: number, end: number, depth: number, budget: { nodes: number }): Der {
  const children: Der[] = [];
  let at = start + 2;
  while (at + 2 <= end && (bytes[at] !== 0 || bytes[at + 1] !== 0)) {
    const child = read(bytes, at, end, depth + 1, budget);
    children.push(child);
    at += child.raw.length;
  }
  if (at + 2 > end) throw fault();
  return { tag: bytes[start]!, raw: bytes.subarray(start, at + 2), content: bytes.subarray(start + 2, at), children };
}

/** The child at `index`, which must have the tag. */
export function child(node: Der | undefined, index: number, tag: number): Der {
  const found = node?.children[index];
  if (found?.tag !== tag) throw fault();
  return found;
}

export function oidOf(node: Der | undefined): string {
  if (node?.tag !== TAG.oid || node.content.length === 0 || node.content.length > 32) throw fault();
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of node.content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}

/** DER of a value made of parts. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  const size = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
  const head = Buffer.alloc(2 + size);
  head.writeUInt8(tag, 0);
  head.writeUInt8(0x80 + size, 1);
  head.writeUIntBE(length, 2, size);
  return Buffer.concat([head, content]);
}

export function derOid(oid: string): Buffer {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) + 128);
    return groups;
  });
  return der(TAG.oid, Buffer.from(bytes));
}

/** SET OF in the order that DER demands (X.690 section 11.6). */
export function derSetOf(tag: number, members: readonly Buffer[]): Buffer {
  return der(tag, ...[...members].sort((a, b) => Buffer.compare(a, b)));
}
