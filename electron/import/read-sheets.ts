import { MAX_IMPORT_BYTES } from '../../domain/bridge/limits';
import { readCsv, type TextReading } from './read-csv';
import { readXlsx, type Pause } from './read-xlsx';
import { UnreadableFile, type Sheet } from './sheet';

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const signs = (text: string): readonly number[] => Array.from(text, (sign) => sign.charCodeAt(0));

/** What people give that is no table, by its first bytes. */
const OTHER_FILES: readonly { readonly begins: readonly number[]; readonly what: string }[] = [
  { begins: signs('%PDF-'), what: 'pdf' },
  { begins: [0xff, 0xd8, 0xff], what: 'picture' },
  { begins: signs('\u0089PNG'), what: 'picture' },
  { begins: signs('GIF8'), what: 'picture' },
  { begins: signs('Rar!'), what: 'packed' },
  { begins: signs('7z\u00bc\u00af'), what: 'packed' },
  { begins: [0x1f, 0x8b], what: 'packed' },
];

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
  const other = OTHER_FILES.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (other !== undefined) throw new UnreadableFile('file-unreadable', { what: other.what });
  if (/\.xlsx$/i.test(name)) throw new UnreadableFile('file-unreadable', { what: 'xlsx' });
  return [await readCsv(name, bytes, reading, pause)];
}
