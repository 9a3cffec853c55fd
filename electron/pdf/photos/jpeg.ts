/** What the header of a JPEG says (ITU-T T.81 annex B). */
export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly bits: number;
  /** EXIF orientation, 1–8; 1 where it says nothing. */
  readonly orientation: number;
}

const START_OF_SCAN = 0xda;
const APP1 = 0xe1;
/** Frames that PDF readers decode: baseline, extended and progressive, Huffman coded. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const MOST_SEGMENTS = 2000;

/** The header, or null for anything that is no JPEG of a kind a PDF may hold. Reads only segment headers, each once. */
export function jpegHeader(bytes: Uint8Array): JpegHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  let orientation = 1;
  let at = 2;
  for (let count = 0; count < MOST_SEGMENTS && at + 4 <= bytes.length; count++) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    const length = view.getUint16(at + 2);
    const body = at + 4;
    if (length < 2 || at + 2 + length > bytes.length || marker === START_OF_SCAN) return null;
    if (marker === APP1) orientation = orientationIn(bytes.subarray(body, at + 2 + length)) ?? orientation;
    if (isFrame(marker)) return FRAMES.has(marker) && length >= 8 ? frameAt(view, body, orientation) : null;
    at += 2 + length;
  }
  return null;
}

/** SOF markers lie from C0 to CF, with three others among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function frameAt(view: DataView, at: number, orientation: number): JpegHeader {
  return {
    bits: view.getUint8(at),
    height: view.getUint16(at + 1),
    width: view.getUint16(at + 3),
    components: view.getUint8(at + 5),
    orientation,
  };
}

const EXIF = 'Exif\0\0';
const ORIENTATION_TAG = 0x0112;
const IFD_ENTRY = 12;

/** The orientation in an EXIF segment, where it is well formed. */
function orientationIn(segment: Uint8Array): number | null {
  if (Buffer.from(segment.subarray(0, 6)).toString('latin1') !== EXIF) return null;
  const tiff = segment.subarray(6);
  if (tiff.length < 8) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return null;
  const entries = view.getUint16(first, little);
  for (let index = 0; index < entries; index++) {
    const at = first + 2 + index * IFD_ENTRY;
    if (at + IFD_ENTRY > tiff.length) return null;
    if (view.getUint16(at, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
