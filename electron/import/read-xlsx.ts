import readWorkbook from 'read-excel-file/node';
import { MAX_ROWS, UnreadableFile, type Sheet, type SheetRow } from './sheet';
import { guardArchive } from './xlsx-guard';

const DAY_MS = 86_400_000;

/** Reads every sheet of a workbook. Cells become the text a person sees: dates as `yyyy-mm-dd`, times as `HH:MM`. */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<Sheet[]> {
  await guardArchive(bytes);
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch {
    throw new UnreadableFile('file-unreadable', { what: 'xlsx' });
  }
  return sheets.map(({ sheet, data }) => {
    if (data.length > MAX_ROWS) throw new UnreadableFile('too-many-rows', { most: MAX_ROWS });
    const rows = data.map((cells, index): SheetRow => ({ no: index + 1, cells: cells.map(textOf) }));
    return { file, name: sheet, encoding: 'XLSX', delimiter: 'none', rows };
  });
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return textOfDate(cell);
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15))); // hides binary noise: 0.1+0.2
  return typeof cell === 'string' ? cell : String(cell as boolean);
}

/** The reader gives dates as UTC instants; a moment of the first days of the spreadsheet's era is a time of day. */
function textOfDate(date: Date): string {
  const instant = date.getTime();
  if (Number.isNaN(instant)) return '';
  const rounded = new Date(Math.round(instant / 60_000) * 60_000);
  const iso = rounded.toISOString();
  const timeOnly = rounded.getUTCFullYear() < 1905 && instant % DAY_MS !== 0;
  return timeOnly ? iso.slice(11, 16) : iso.slice(0, 10);
}
