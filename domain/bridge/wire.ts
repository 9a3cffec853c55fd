/**
 * How a call and its answers travel where structured cloning is not to be had (the loopback host): JSON in which a
 * Uint8Array stands as `{"$bytes":[offset,length]}`, followed by the bytes themselves.
 *
 * A frame is `[u32 LE length of the rest][u32 LE length of the JSON][JSON, UTF-8][binary part]`.
 */
const BYTES_KEY = '$bytes';
const HEADER_BYTES = 8;

/** A frame that does not hold together: lengths, JSON or byte references are wrong. */
export class WireError extends Error {
  constructor(reason: string) {
    super(`malformed frame: ${reason}`);
    this.name = 'WireError';
  }
}

interface TextCoder {
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}

/** Encodes JSON-like values with Uint8Arrays in them. Throws WireError when an object uses the reserved key. */
export function encodeFrame(value: unknown, coder: TextCoder): Uint8Array {
  const parts: Uint8Array[] = [];
  const made = new Set<object>();
  let binaryLength = 0;
  // The holder is asked, not the value: a Buffer has turned itself into {type, data} by toJSON before the value is shown.
  const replaced = function (this: Record<string, unknown>, key: string, shown: unknown): unknown {
    const node = this[key] instanceof Uint8Array ? this[key] : shown;
    if (node instanceof Uint8Array) {
      const reference = { [BYTES_KEY]: [binaryLength, node.length] };
      made.add(reference);
      parts.push(node);
      binaryLength += node.length;
      return reference;
    }
    if (typeof node === 'object' && node !== null && BYTES_KEY in node && !made.has(node))
      throw new WireError(`the key ${BYTES_KEY} is reserved`);
    return node;
  };
  // Asked of every member, it takes several times as long as the text itself; pages of the journal hold no bytes.
  const json = coder.encode(JSON.stringify(value, isPlain(value) ? undefined : replaced));
  const frame = new Uint8Array(HEADER_BYTES + json.length + binaryLength);
  const view = new DataView(frame.buffer);
  view.setUint32(0, frame.length - 4, true);
  view.setUint32(4, json.length, true);
  frame.set(json, HEADER_BYTES);
  let offset = HEADER_BYTES + json.length;
  for (const part of parts) {
    frame.set(part, offset);
    offset += part.length;
  }
  return frame;
}

/** Whether neither bytes nor the key that stands for them are in a value, nor anything that says by itself how it is written. */
function isPlain(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return true;
  if (Array.isArray(node)) return node.every(isPlain);
  if (node instanceof Uint8Array || BYTES_KEY in node || 'toJSON' in node) return false;
  for (const key in node) if (!isPlain((node as Readonly<Record<string, unknown>>)[key])) return false;
  return true;
}

/** Length of the whole frame that `bytes` begin with, or null while fewer than four bytes are there. */
export function frameLength(bytes: Uint8Array): number | null {
  return bytes.length < 4 ? null : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) + 4;
}

/** Decodes exactly one frame. Throws WireError on anything else. Byte arrays are views into the frame. */
export function decodeFrame(frame: Uint8Array, coder: TextCoder): unknown {
  if (frame.length < HEADER_BYTES || frameLength(frame) !== frame.length) throw new WireError('length');
  const jsonLength = new DataView(frame.buffer, frame.byteOffset).getUint32(4, true);
  const binaryStart = HEADER_BYTES + jsonLength;
  if (binaryStart > frame.length) throw new WireError('length of the JSON');
  const binary = frame.subarray(binaryStart);
  const text = coder.decode(frame.subarray(HEADER_BYTES, binaryStart));
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new WireError('JSON');
  }
  return text.includes(BYTES_KEY) ? restore(parsed, binary) : parsed;
}

function restore(node: unknown, binary: Uint8Array): unknown {
  if (Array.isArray(node)) return node.map((member) => restore(member, binary));
  if (typeof node !== 'object' || node === null) return node;
  if (BYTES_KEY in node) return bytesAt(node[BYTES_KEY], binary);
  return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, restore(member, binary)]));
}

function bytesAt(reference: unknown, binary: Uint8Array): Uint8Array {
  const [offset, length, ...rest] = Array.isArray(reference) ? (reference as unknown[]) : [];
  const whole = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
  if (!whole(offset) || !whole(length) || rest.length > 0 || offset + length > binary.length)
    throw new WireError('reference to bytes');
  return binary.subarray(offset, offset + length);
}
