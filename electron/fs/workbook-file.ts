import { crc32, createDeflateRaw } from 'node:zlib';
import { workbookParts, type SheetOut } from '../../domain/table/workbook';
import { zipArchive, type ZipEntry } from '../../domain/table/zip';

/** A workbook as the bytes of its file. Throws the signal's reason between two pieces. */
export async function workbookFile(
  sheets: readonly SheetOut[],
  options: { readonly from1904?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  const entries: ZipEntry[] = [];
  for await (const { path, pieces } of workbookParts(sheets, options))
    entries.push({ path: Buffer.from(path, 'utf8'), ...(await deflated(pieces, options.signal)) });
  return zipArchive(entries);
}

async function deflated(
  pieces: Iterable<string> | AsyncIterable<string>,
  signal?: AbortSignal,
): Promise<Omit<ZipEntry, 'path'>> {
  const deflate = createDeflateRaw({ level: 4 });
  const packed: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    deflate.on('data', (chunk: Buffer) => packed.push(chunk));
    deflate.on('end', resolve);
    deflate.on('error', reject);
  });
  let [crc, size] = [0, 0];
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    const bytes = Buffer.from(piece, 'utf8');
    crc = crc32(bytes, crc);
    size += bytes.length;
    if (!deflate.write(bytes)) await new Promise<void>((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await ended;
  return { packed: Buffer.concat(packed), method: 8, crc, size };
}
