const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** Reports of one bundle at most, and bytes of one report at most; what is more is not a bundle of this program. */
const MOST_REPORTS = 1_000;
const MOST_BYTES = 256 * 1024 * 1024;

/** The file is no zip archive, or one whose parts contradict each other. */
export class NoZip extends Error {}

/**
 * The PDF files in a zip archive, in its order (APPNOTE 4.3): the central directory is believed for where they lie, and
 * nothing is read beyond what it says. Throws NoZip. Entries that are encrypted or compressed in other ways are left out.
 */
export async function pdfsInZip(archive: Blob): Promise<readonly File[]> {
  const { count, start, length } = await endOf(archive);
  const directory = await viewOf(archive, start, length);
  const files: File[] = [];
  for (let at = 0, entry = 0; entry < count && files.length < MOST_REPORTS; entry++) {
    if (at + CENTRAL_BYTES > length || directory.getUint32(at, true) !== CENTRAL_HEADER) throw new NoZip('directory');
    const nameLength = directory.getUint16(at + 28, true);
    const next =
      at + CENTRAL_BYTES + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (next > length) throw new NoZip('directory');
    const name = new TextDecoder().decode(new Uint8Array(directory.buffer, at + CENTRAL_BYTES, nameLength));
    if (/\.pdf$/i.test(name)) {
      const file = await fileOf(archive, name, {
        encrypted: (directory.getUint16(at + 8, true) & 1) === 1,
        method: directory.getUint16(at + 10, true),
        packed: directory.getUint32(at + 20, true),
        size: directory.getUint32(at + 24, true),
        offset: directory.getUint32(at + 42, true),
      });
      if (file !== null) files.push(file);
    }
    at = next;
  }
  return files;
}

interface Entry {
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

async function fileOf(archive: Blob, name: string, entry: Entry): Promise<File | null> {
  const { encrypted, method, packed, size, offset } = entry;
  if (encrypted || size > MOST_BYTES || (method !== STORED && method !== DEFLATED)) return null;
  const header = await viewOf(archive, offset, LOCAL_BYTES);
  if (header.getUint32(0, true) !== LOCAL_HEADER) throw new NoZip('entry');
  const from = offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (from + packed > archive.size) throw new NoZip('entry');
  const data = archive.slice(from, from + packed);
  const content = method === STORED ? data : await inflated(data, size);
  return content === null ? null : new File([content], name.split('/').at(-1)!, { type: 'application/pdf' }); // split gives a part
}

/** Null for what is damaged, or is larger than the directory says it is. */
async function inflated(data: Blob, size: number): Promise<Blob | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    const reader = data.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return length === size ? new Blob(parts) : null;
      length += value.length;
      if (length > size) return null;
      parts.push(value);
    }
  } catch {
    return null;
  }
}

async function endOf(archive: Blob): Promise<{ count: number; start: number; length: number }> {
  const from = Math.max(0, archive.size - END_BYTES - MOST_COMMENT);
  const tail = await viewOf(archive, from, archive.size - from);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_OF_CENTRAL) continue;
    const [count, length, start] = [
      tail.getUint16(at + 10, true),
      tail.getUint32(at + 12, true),
      tail.getUint32(at + 16, true),
    ];
    if (start + length > archive.size) throw new NoZip('end');
    return { count, start, length };
  }
  throw new NoZip('end');
}

async function viewOf(archive: Blob, from: number, length: number): Promise<DataView> {
  if (length < 0 || from + length > archive.size) throw new NoZip('length');
  return new DataView(await archive.slice(from, from + length).arrayBuffer());
}
