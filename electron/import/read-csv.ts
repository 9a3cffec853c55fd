import { parse } from 'csv-parse';
import { decodeText } from './decode-text';
import { MAX_ROWS, UnreadableFile, type Sheet, type SheetRow } from './sheet';

const DELIMITERS = [
  { name: 'comma', sign: ',' },
  { name: 'semicolon', sign: ';' },
  { name: 'tab', sign: '\t' },
] as const;

const SAMPLE_LINES = 20;
const MAX_RECORD_CHARACTERS = 1_000_000;

/**
 * Reads a CSV file. Rows are numbered as records, so that a note with a line break does not shift the numbers that a
 * spreadsheet program shows. A quote that is never closed is refused with the row where it opens.
 */
export async function readCsv(file: string, bytes: Uint8Array): Promise<Sheet> {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') throw new UnreadableFile('file-empty');
  const delimiter = delimiterOf(text);
  const parser = parse(text, {
    delimiter: delimiter.sign,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  const rows: SheetRow[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (rows.length >= MAX_ROWS) throw new UnreadableFile('too-many-rows', { most: MAX_ROWS });
      rows.push({ no: rows.length + 1, cells: record });
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('file-unreadable', { what: 'csv', row: rows.length + 1 });
  }
  return { file, name: '', encoding, delimiter: delimiter.name, rows };
}

/** The sign that occurs most in the first lines, outside quotes; a comma when there is none. */
function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const sample = text
    .split(/\r?\n/, SAMPLE_LINES)
    .join('\n')
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: sample.split(delimiter.sign).length - 1 }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
