import { setImmediate } from 'node:timers/promises';
import { csvRows } from './csv-rows';
import { decodeText, type Expected } from './decode-text';
import { headerScore } from './header';
import { PackedCells } from './packed-cells';
import type { Pause } from './read-xlsx';
import { MOST_COLUMNS } from './worksheet-reader';
import { SheetRows } from './sheet-rows';
import { MAX_ROWS, UnreadableFile, type Sheet } from './sheet';

const DELIMITERS = [
  { name: 'comma', sign: ',' },
  { name: 'semicolon', sign: ';' },
  { name: 'tab', sign: '\t' },
  { name: 'pipe', sign: '|' },
] as const;

const SAMPLE_LINES = 60;
const SAMPLE_CHARACTERS = 20_000;
/** Cells between two turns of the event loop. */
const CELLS_PER_TURN = 200_000;

export type TextReading = Omit<Expected, 'isHeader'>;

/** Reads a CSV file. A quote that is never closed is refused with the row where it opens. */
export async function readCsv(
  file: string,
  bytes: Uint8Array,
  reading: TextReading = { usual: [] },
  pause: Pause = () => Promise.resolve(),
): Promise<Sheet> {
  const { text, encoding, encodings } = decodeText(bytes, { ...reading, isHeader });
  if (text.trim() === '') throw new UnreadableFile('file-empty');
  if (HTML.test(text)) throw new UnreadableFile('file-unreadable', { what: 'html' });
  if (JSON_TEXT.test(text)) throw new UnreadableFile('file-unreadable', { what: 'json' });
  if (XML.test(text)) throw new UnreadableFile('file-unreadable', { what: 'xml' });
  const delimiter = delimiterOf(text.slice(0, SAMPLE_CHARACTERS));
  const packed = new PackedCells();
  let [no, read] = [0, 0];
  for (const cells of csvRows(text, delimiter.sign)) {
    if (++no > MAX_ROWS) throw new UnreadableFile('too-many-rows', { most: MAX_ROWS });
    if (cells.length > MOST_COLUMNS)
      throw new UnreadableFile('file-too-large', { what: 'columns', most: MOST_COLUMNS });
    if (cells.some((cell) => cell !== '' && cell.trim() !== '')) packed.add(no, cells, undefined);
    if ((read += cells.length) >= CELLS_PER_TURN) {
      read = 0;
      await setImmediate();
      await pause(0, 1);
    }
  }
  packed.close();
  const rows = new SheetRows(packed);
  const doubt = encodings === undefined ? {} : { encodings };
  const lost = LOST_SIGNS.some((sign) => text.includes(sign)) ? { lostSigns: true } : {};
  return { file, name: '', encoding, ...doubt, ...lost, delimiter: delimiter.name, rows, lastRow: no };
}

/** What a wrong reading of bytes left behind before the file was saved: the replacement character, and it read as GB18030. */
export const LOST_SIGNS: readonly string[] = ['\ufffd', '锟斤拷'];

/** What platforms call an Excel export and is none. */
const HTML = /^\s*(?:MIME-Version:|<!doctype\s+html|<html|<table|<meta|<head|<body)/i;
const JSON_TEXT = /^\s*(?:\[\s*)?\{\s*"[^"]+"\s*:/;
const XML = /^\s*<\?xml\s/i;

/** A header in hanzi that is known proves the encoding: no other one makes these words of it. */
function isHeader(text: string): boolean {
  const lines = text.slice(0, SAMPLE_CHARACTERS).split(/\r\n|\r|\n/, SAMPLE_LINES);
  return DELIMITERS.some(({ sign }) => {
    const rows = lines.map((line) => line.split(sign).map((cell) => cell.replaceAll('"', '')));
    return headerScore(rows.filter((cells) => cells.some((cell) => /\p{Script=Han}/u.test(cell)))) > 0;
  });
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
