import type { Face } from './runs';
import type { Fonts } from './fonts';

const ENTRY_BYTES = 16;
const known = new WeakMap<object, ReadonlySet<string>>();

/** The outline of every glyph of a TrueType file in its order, as bytes in Latin-1; null where it is none (OpenType, `loca`, `glyf`). */
export function outlinesIn(file: Uint8Array): string[] | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  try {
    const [head, loca, glyf] = [tableOf(bytes, 'head'), tableOf(bytes, 'loca'), tableOf(bytes, 'glyf')];
    if (head === null || loca === null || glyf === null) return null;
    const isLong = head.readInt16BE(50) === 1;
    const offsets = Array.from({ length: loca.length / (isLong ? 4 : 2) }, (_, index) =>
      isLong ? loca.readUInt32BE(index * 4) : 2 * loca.readUInt16BE(index * 2),
    );
    return offsets.slice(1).map((end, index) => glyf.toString('latin1', offsets[index], end));
  } catch {
    return null; // a table that is shorter than it says
  }
}

function tableOf(bytes: Buffer, tag: string): Buffer | null {
  const count = bytes.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + index * ENTRY_BYTES;
    if (bytes.toString('latin1', at, at + 4) !== tag) continue;
    const offset = bytes.readUInt32BE(at + 8);
    return bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12));
  }
  return null;
}

/** Every outline that a face ships with; found once a process. */
export function outlinesOfFace({ faces }: Fonts, face: Face): ReadonlySet<string> {
  const font = faces[face];
  let outlines = known.get(font);
  if (outlines === undefined) {
    const { buffer } = (font as unknown as { stream: { buffer: Uint8Array } }).stream; // private part of fontkit 2.0.4
    known.set(font, (outlines = new Set(outlinesIn(buffer) ?? [])));
  }
  return outlines;
}
