/** One file of an archive, packed already or stored as it is. */
export interface ZipEntry {
  /** Its path in UTF-8. */
  readonly path: Uint8Array;
  readonly packed: Uint8Array;
  /** By which `packed` was made: stored (0) or deflated (8). */
  readonly method: 0 | 8;
  /** CRC-32 and length of the file itself. */
  readonly crc: number;
  readonly size: number;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const UTF8_NAMES = 0x0800;
const VERSION = 20;
/** 1 January 1980: an archive of the same files has the same bytes. */
const DOS_EPOCH = (1 << 5) | 1;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;

/** A zip archive (APPNOTE 4.3) of at most 65 535 files and 4 GB. */
export function zipArchive(entries: readonly ZipEntry[]): Uint8Array {
  const local = entries.reduce((sum, { path, packed }) => sum + LOCAL_BYTES + path.length + packed.length, 0);
  const central = entries.reduce((sum, { path }) => sum + CENTRAL_BYTES + path.length, 0);
  const bytes = new Uint8Array(local + central + END_BYTES);
  const view = new DataView(bytes.buffer);
  let [at, directory] = [0, local];
  for (const entry of entries) {
    const { path, packed } = entry;
    view.setUint32(directory, CENTRAL_HEADER, true);
    view.setUint16(directory + 4, VERSION, true);
    common(view, directory + 6, entry);
    view.setUint32(directory + 42, at, true);
    bytes.set(path, directory + CENTRAL_BYTES);
    directory += CENTRAL_BYTES + path.length;
    view.setUint32(at, LOCAL_HEADER, true);
    common(view, at + 4, entry);
    bytes.set(path, at + LOCAL_BYTES);
    bytes.set(packed, at + LOCAL_BYTES + path.length);
    at += LOCAL_BYTES + path.length + packed.length;
  }
  view.setUint32(directory, END_OF_CENTRAL, true);
  view.setUint16(directory + 8, entries.length, true);
  view.setUint16(directory + 10, entries.length, true);
  view.setUint32(directory + 12, central, true);
  view.setUint32(directory + 16, local, true);
  return bytes;
}

/** What the local header and the central directory say alike: version, flags, method, time, CRC, sizes, lengths. */
function common(view: DataView, at: number, { path, packed, method, crc, size }: ZipEntry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 8, DOS_EPOCH, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, path.length, true);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309) of a file, or of what follows `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
