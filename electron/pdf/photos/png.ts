import { crc32, inflateSync } from 'node:zlib';

/** A picture in three bytes a pixel, opaque. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha (PNG specification 11.2.2). */
  readonly colour: number;
  readonly interlaced: boolean;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const BITS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

export function pngHeader(bytes: Uint8Array): PngHeader | null {
  if (bytes.length < 33 || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(8) !== 13 || nameAt(bytes, 12) !== 'IHDR') return null;
  const header = {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bits: bytes[24]!,
    colour: bytes[25]!,
    interlaced: bytes[28] !== 0,
  };
  return BITS[header.colour]?.includes(header.bits) === true ? header : null;
}

/**
 * The pixels of a PNG, what is transparent on white: a paper is white, and a soft mask would be one more thing that prints
 * differently. Null for one that is interlaced or damaged. The caller has bounded width and height, and no more than they
 * need is inflated.
 */
export function decodePng(bytes: Uint8Array): Pixels | null {
  const read = readPng(bytes);
  if (read === null) return null;
  const { header, raw, layout } = read;
  unfilter(raw, layout.stride, header.height, Math.max(1, (layout.channels * header.bits) >> 3));
  return { width: header.width, height: header.height, rgb: toRgb(raw, header, layout) };
}

interface ReadPng {
  readonly header: PngHeader;
  /** Lines with their filter bytes before them. */
  readonly raw: Uint8Array;
  readonly layout: Layout;
}

function readPng(bytes: Uint8Array): ReadPng | null {
  const header = pngHeader(bytes);
  const chunks = header === null ? null : chunksOf(bytes);
  if (header === null || header.interlaced || chunks === null) return null;
  const { width, height, bits, colour } = header;
  const channels = CHANNELS[colour]!; // pngHeader knows the colour type
  const stride = Math.ceil((width * channels * bits) / 8);
  const palette = chunks.get('PLTE');
  if (colour === 3 && palette === undefined) return null;
  const raw = inflated(chunks.get('IDAT'), (stride + 1) * height);
  if (raw === null || !hasKnownFilters(raw, stride, height)) return null;
  const none = new Uint8Array(0);
  const layout = { stride, channels, palette: palette ?? none, transparency: chunks.get('tRNS') ?? none };
  return { header, raw, layout };
}

/** The chunks that matter, the data of all IDAT joined; null where lengths or sums are wrong. */
function chunksOf(bytes: Uint8Array): Map<string, Uint8Array> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  const found = new Map<string, Uint8Array>();
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length || view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return null;
    const name = nameAt(bytes, at + 4);
    const data = bytes.subarray(at + 8, end - 4);
    if (name === 'IDAT') parts.push(data);
    else if (name === 'PLTE' || name === 'tRNS') found.set(name, data);
    if (name === 'IEND') return found.set('IDAT', Buffer.concat(parts));
    at = end;
  }
  return null;
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function inflated(data: Uint8Array | undefined, length: number): Uint8Array | null {
  try {
    const raw = inflateSync(data ?? new Uint8Array(0), { maxOutputLength: length });
    return raw.length === length ? raw : null;
  } catch {
    return null; // damaged, or more than the header announced
  }
}

function hasKnownFilters(raw: Uint8Array, stride: number, height: number): boolean {
  for (let row = 0; row < height; row++) if (raw[row * (stride + 1)]! > 4) return false;
  return true;
}

/** Undoes the filters of all lines in place (PNG specification 9.2). */
function unfilter(raw: Uint8Array, stride: number, height: number, step: number): void {
  for (let row = 0; row < height; row++) {
    const start = row * (stride + 1) + 1;
    const filter = raw[start - 1]!;
    if (filter === 0) continue;
    for (let index = 0; index < stride; index++) {
      const at = start + index;
      const left = index >= step ? raw[at - step]! : 0;
      const up = row > 0 ? raw[at - stride - 1]! : 0;
      const corner = row > 0 && index >= step ? raw[at - stride - 1 - step]! : 0;
      raw[at] = (raw[at]! + predicted(filter, left, up, corner)) & 0xff;
    }
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

interface Layout {
  readonly stride: number;
  readonly channels: number;
  readonly palette: Uint8Array;
  readonly transparency: Uint8Array;
}

function toRgb(raw: Uint8Array, header: PngHeader, layout: Layout): Uint8Array {
  const { width, height, bits, colour } = header;
  const { stride, channels, palette, transparency } = layout;
  const rgb = new Uint8Array(width * height * 3);
  const most = 2 ** Math.min(bits, 8) - 1;
  let out = 0;
  for (let row = 0; row < height; row++) {
    const start = row * (stride + 1) + 1;
    const sample = (index: number): number => {
      if (bits === 8) return raw[start + index]!;
      if (bits === 16) return raw[start + 2 * index]!; // the high byte
      const bit = index * bits;
      return (raw[start + (bit >> 3)]! >> (8 - bits - (bit & 7))) & most;
    };
    for (let column = 0; column < width; column++) {
      const first = sample(column * channels);
      const alpha = alphaOf(colour, first, () => sample(column * channels + channels - 1), transparency);
      for (let part = 0; part < 3; part++) {
        const value =
          colour === 3
            ? (palette[first * 3 + part] ?? 0)
            : colour === 2 || colour === 6
              ? sample(column * channels + part)
              : Math.round((first * 255) / most);
        rgb[out++] = alpha === 255 ? value : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
      }
    }
  }
  return rgb;
}

function alphaOf(colour: number, index: number, last: () => number, transparency: Uint8Array): number {
  if (colour === 4 || colour === 6) return last();
  return colour === 3 ? (transparency[index] ?? 255) : 255;
}
