import readWorkbook from 'read-excel-file/node';
import { storedZip } from '../fs/stored-zip';
import { MAX_ROWS, UnreadableFile, type Sheet, type SheetRow } from './sheet';
import { unpackWorkbook, type GuardedWorkbook } from './xlsx-guard';

const MINUTES_PER_DAY = 1440;
const MINUTE_MS = 60_000;
/** From here on a number has more digits than a spreadsheet keeps, and is shown as 3.11033E+19. */
const DIGITS_LOST_FROM = 1e15;

/** Reads every sheet of a workbook. Cells become the text a person sees: dates as `yyyy-mm-dd`, times as `HH:MM`. */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = await unpackWorkbook(bytes);
  let sheets: readonly { readonly sheet: string; readonly data?: readonly (readonly unknown[])[] }[];
  try {
    // Not the file itself: the reader believes the local headers, the guard the central directory, and a file may tell
    // each something else.
    sheets = await readWorkbook(storedZip(workbook.parts), { trim: false });
  } catch {
    throw new UnreadableFile('file-unreadable', { what: 'xlsx' });
  }
  const lastRows = lastRowOfSheets(workbook);
  // A chart sheet is listed like the others and has no data.
  return sheets.map(({ sheet, data = [] }, index): Sheet => {
    if (data.length > MAX_ROWS) throw new UnreadableFile('too-many-rows', { most: MAX_ROWS });
    const lastRow = Math.max(lastRows[index] ?? 0, data.length);
    return { file, name: sheet, encoding: 'XLSX', delimiter: 'none', rows: filledRows(data), lastRow };
  });
}

function filledRows(data: readonly (readonly unknown[])[]): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const [index, values] of data.entries()) {
    const cells = values.map(textOf);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ no: index + 1, cells });
  }
  return rows;
}

/** Last row each sheet mentions, empty or not, in the workbook's order; the reader drops empty rows without a word. */
function lastRowOfSheets({ parts, bounds }: GuardedWorkbook): number[] {
  const text = (path: string): string => parts.get(path)?.toString('utf8') ?? '';
  const targets = new Map<string, string>();
  for (const tag of tagsOf(text('xl/_rels/workbook.xml.rels'), 'Relationship')) {
    const target = attributeOf(tag, 'Target');
    targets.set(attributeOf(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const sheets = tagsOf(text('xl/workbook.xml'), 'sheet').filter((tag) => attributeOf(tag, 'name') !== '');
  return sheets.map((tag) => bounds.get(targets.get(attributeOf(tag, 'id')) ?? '')?.lastRow ?? 0);
}

function tagsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}\\s[^<>]*>`, 'g'))].map(([tag]) => tag);
}

function attributeOf(tag: string, name: string): string {
  const [, double, single] = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single ?? '';
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return textOfDate(cell);
  if (typeof cell === 'number') return textOfNumber(cell);
  return typeof cell === 'string' ? cell : JSON.stringify(cell).toUpperCase();
}

function textOfNumber(value: number): string {
  if (Math.abs(value) >= DIGITS_LOST_FROM) return value.toExponential(5).toUpperCase();
  return String(Number(value.toPrecision(15))); // hides binary noise: 0.1+0.2
}

/** The reader gives dates as UTC instants; a moment of the first days of the spreadsheet's era is a time of day. */
function textOfDate(date: Date): string {
  const minute = new Date(Math.round(date.getTime() / MINUTE_MS) * MINUTE_MS);
  if (Number.isNaN(minute.getTime())) return '#####'; // what a spreadsheet program shows for a day beyond its calendar
  const [day, time] = [minute.toISOString().slice(0, -14), minute.toISOString().slice(-13, -8)];
  const firstDays = minute.getUTCFullYear() < 1900 || day === '1904-01-01';
  if (firstDays) return time;
  return minute.getTime() % (MINUTES_PER_DAY * MINUTE_MS) === 0 ? day : `${day} ${time}`;
}
