import { crc32 } from 'node:zlib';
import { zipArchive } from '../../domain/table/zip';

/** A zip archive of these entries, uncompressed. */
export function storedZip(entries: ReadonlyMap<string, Uint8Array>): Buffer {
  const files = [...entries].map(([name, data]) => ({
    path: Buffer.from(name, 'utf8'),
    packed: data,
    method: 0 as const,
    crc: crc32(data),
    size: data.length,
  }));
  return Buffer.from(zipArchive(files).buffer);
}
