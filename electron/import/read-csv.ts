import { CsvError, parse } from 'csv-parse';
import { headerScore } from './columns';
import { decodeText } from './decode-text';
import { MAX_ROWS, UnreadableFile, type Sheet, type SheetRow } from './sheet';

const DELIMITERS = [
  { name: 'comma', sign: ',' },
  { name: 'semicolon', sign: ';' },
  { name: 'tab', sign: '\t' },
] as const;

const SAMPLE_LINES = 20;
const SAMPLE_CHARACTERS = 20_000;
const MAX_RECORD_CHARACTERS = 1_000_000;

/** Reads a CSV file. A quote that is never closed is refused with the row where it opens. */
export async function readCsv(file: string, bytes: Uint8Array): Promise<Sheet> {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') throw new UnreadableFile('file-empty');
  const delimiter = delimiterOf(text.slice(0, SAMPLE_CHARACTERS));
  const parser = parse(text, {
    delimiter: delimiter.sign,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  const rows: SheetRow[] = [];
  let lastRow = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (++lastRow > MAX_ROWS) throw new UnreadableFile('too-many-rows', { most: MAX_ROWS });
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ no: lastRow, cells });
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    // The stream drops the rows it had ready when it fails; the error itself knows how many there were.
    const whole = error instanceof CsvError ? Number(error['records']) : lastRow;
    throw new UnreadableFile('file-unreadable', { what: 'csv', row: whole + 1 });
  }
  return { file, name: '', encoding, delimiter: delimiter.name, rows, lastRow };
}

/**
 * The delimiter that makes the best header of one of the first lines; where none does, the one that occurs most, and a
 * comma when there is none. Counting alone goes wrong where a cell lists many names with semicolons.
 */
function delimiterOf(sample: string): (typeof DELIMITERS)[number] {
  const lines = sample.split(/\r\n|\r|\n/, SAMPLE_LINES);
  const judged = DELIMITERS.map((delimiter) => {
    const rows = lines.map((line) => line.split(delimiter.sign).map((cell) => cell.replaceAll('"', '')));
    const count = rows.reduce((sum, cells) => sum + cells.length - 1, 0);
    return { delimiter, score: headerScore(rows), count };
  });
  return judged.reduce((best, next) =>
    next.score > best.score || (next.score === best.score && next.count > best.count) ? next : best,
  ).delimiter;
}
