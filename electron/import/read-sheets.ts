import { MAX_IMPORT_BYTES } from '../../domain/bridge/limits';
import { readCsv, type TextReading } from './read-csv';
import { readXlsx, type Pause } from './read-xlsx';
import { UnreadableFile, type Sheet } from './sheet';

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The tables of a file, told apart by its first bytes and not by its name. Throws UnreadableFile. */
export async function readSheets(
  { name, bytes }: InputFile,
  reading: TextReading = { usual: [] },
  pause?: Pause,
): Promise<Sheet[]> {
  if (bytes.length === 0) throw new UnreadableFile('file-empty');
  if (bytes.length > MAX_IMPORT_BYTES) throw new UnreadableFile('file-too-large', { what: 'file' });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(name, bytes, pause);
  const oldWorkbook = bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
  if (oldWorkbook) throw new UnreadableFile('file-unreadable', { what: 'xls' });
  if (/\.xlsx$/i.test(name)) throw new UnreadableFile('file-unreadable', { what: 'xlsx' });
  return [await readCsv(name, bytes, reading, pause)];
}
