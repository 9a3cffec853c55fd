import { csvOf, type CsvCell } from '../../domain/table/csv';
import { workbookParts } from '../../domain/table/workbook';
import { crc32, zipArchive, type ZipEntry } from '../../domain/table/zip';
import { mediaTypeOf, saveFile } from './save-file';

export const TABLE_FORMATS = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Hands a list to the person as a file that spreadsheet programs open. */
export async function saveTable(
  name: string,
  lines: readonly (readonly CsvCell[])[],
  format: TableFormat,
): Promise<void> {
  const file = `${name}.${format}`;
  const bytes = format === 'csv' ? new TextEncoder().encode(csvOf(lines)) : await workbookOf(name, lines);
  saveFile(file, bytes, mediaTypeOf(file));
}

async function workbookOf(name: string, lines: readonly (readonly CsvCell[])[]): Promise<Uint8Array> {
  const entries: ZipEntry[] = [];
  const utf8 = new TextEncoder();
  for await (const { path, pieces } of workbookParts([{ name, rows: lines }])) {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let [crc, size] = [0, 0];
    for await (const piece of pieces) {
      const bytes = utf8.encode(piece);
      crc = crc32(bytes, crc);
      size += bytes.length;
      parts.push(bytes);
    }
    const packed = new Blob(parts).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const whole = new Uint8Array(await new Response(packed).arrayBuffer());
    entries.push({ path: utf8.encode(path), packed: whole, method: 8, crc, size });
  }
  return zipArchive(entries);
}
