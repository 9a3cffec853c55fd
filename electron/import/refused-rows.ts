import type { Locale } from '../../domain/pack/legal-basis';
import type { Refusal } from '../../domain/record/refusal';
import { refusalCure, refusalSentence } from '../../domain/record/refusal-sentences';
import { csvOf, type CsvCell, type Delimiter } from '../../domain/table/csv';
import type { SheetOut } from '../../domain/table/workbook';
import { workbookFile } from '../fs/workbook-file';
import type { RecognisedHeader } from './column';
import type { PartRefusal } from './refusal-at';
import { REFUSAL_COLUMNS } from './refusal-columns';
import type { Sheet } from './sheet';
import { DAY_FIELDS } from './table-reading';

/** What is known of a table whether or not its rows are taken: where it stands and its columns, as the file has them. */
export interface TableHead {
  readonly file: string;
  readonly sheet: string;
  readonly delimiter: Sheet['delimiter'];
  readonly from1904: boolean;
  /** Row of the header; 0 where none was found. */
  readonly headerRow: number;
  readonly header: readonly string[];
  /** Its columns of days. */
  readonly days: readonly number[];
}

/** A table's refused rows, each once with all its reasons; `whole` = why nothing of it was read. */
export interface RefusedTable {
  readonly head: TableHead;
  readonly rows: readonly RefusedRow[];
  readonly whole: readonly Refusal[];
}

interface RefusedRow {
  readonly cells: readonly string[];
  readonly figures: readonly number[] | undefined;
  /** What a form said above the row, by field. */
  readonly same: ReadonlyMap<string, string>;
  readonly reasons: readonly Refusal[];
}

const SIGNS: Readonly<Record<Sheet['delimiter'], Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
  none: ',',
};
const WORDS = {
  'zh-CN': {
    file: '拒收行',
    unread: '未读入的文件',
    columns: ['文件', '原因'],
    at: (place: string, row: number) => `${place} 第 ${row} 行`,
    reason: (column: string, value: string, why: string, cure: string) =>
      `${column}${value === '' ? '' : `“${value}”`}${column === '' && value === '' ? '' : '：'}${why}（${cure}）`,
    joint: '；',
  },
  en: {
    file: 'refused-rows',
    unread: 'files not read',
    columns: ['file', 'reason'],
    at: (place: string, row: number) => `${place} row ${row}`,
    reason: (column: string, value: string, why: string, cure: string) =>
      `${column}${value === '' ? '' : ` "${value}"`}${column === '' && value === '' ? '' : ': '}${why} (${cure})`,
    joint: '; ',
  },
} as const;

export function headOf(
  { file, name, delimiter, from1904 = false }: Sheet,
  headerRow: number,
  { columns }: Pick<RecognisedHeader, 'columns'>,
): TableHead {
  const days = columns.flatMap(({ field }, at) => (field !== null && DAY_FIELDS.has(field) ? [at] : []));
  return { file, sheet: name, delimiter, from1904, headerRow, header: columns.map(({ header }) => header), days };
}

/** The tables that have refused rows, in the order of the files; `refusals` by place, `heads` by part. */
export function refusedTables(refusals: readonly PartRefusal[], heads: readonly TableHead[]): RefusedTable[] {
  const parts = new Map<number, PartRefusal[]>();
  for (const refusal of refusals) {
    const own = parts.get(refusal.part);
    if (own === undefined) parts.set(refusal.part, [refusal]);
    else own.push(refusal);
  }
  return heads.flatMap((head, part) => {
    const own = parts.get(part) ?? [];
    const whole = own.filter(({ refusal }) => refusal.row <= head.headerRow).map(({ refusal }) => refusal);
    const rows = new Map<number, RefusedRow & { readonly reasons: Refusal[] }>();
    for (const { refusal, same, figures } of own) {
      if (refusal.row <= head.headerRow) continue;
      const row = rows.get(refusal.row);
      if (row === undefined) rows.set(refusal.row, { cells: refusal.cells, figures, same, reasons: [refusal] });
      else row.reasons.push(refusal);
    }
    return own.length === 0 ? [] : [{ head, rows: [...rows.values()], whole }];
  });
}

/**
 * The refused rows as the tables they came from: their columns in their order with all values, then two that say where
 * each stood and why it was refused. One text table comes back as text with its own delimiter (UTF-8 with a byte order
 * mark), everything else as a workbook with a sheet a table.
 */
export async function refusedRowsFile(
  tables: readonly RefusedTable[],
  locale: Locale,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const words = WORDS[locale];
  const [only] = tables;
  if (tables.length === 1 && only!.head.delimiter !== 'none' && only!.rows.length > 0) {
    const text = csvOf([...linesOf(only!, locale, only!.head.from1904)], SIGNS[only!.head.delimiter]);
    return { fileName: `${words.file}.csv`, bytes: new TextEncoder().encode(text) };
  }
  const from1904 = tables.every(({ head }) => head.from1904);
  const sheets: SheetOut[] = tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => ({
      name: table.head.sheet || withoutEnding(table.head.file),
      rows: linesOf(table, locale, from1904),
    }));
  const unread = tables.flatMap(({ whole }) =>
    whole.map((refusal) => [placeOf(refusal), reasonOf(refusal, locale)] as const),
  );
  if (unread.length > 0) sheets.push({ name: words.unread, rows: [words.columns, ...unread] });
  return { fileName: `${words.file}.xlsx`, bytes: await workbookFile(sheets, { from1904 }) };
}

/** `from1904`: how the file that they go into counts bare days; those of a table that counts otherwise become its own. */
function* linesOf({ head, rows }: RefusedTable, locale: Locale, from1904: boolean): Generator<readonly CsvCell[]> {
  const { header, days } = head;
  const moved = head.from1904 && !from1904 ? new Set(days) : new Set<number>();
  const width = lastFilled([header, ...rows.map(({ cells }) => cells)]);
  const said = [...new Set(rows.flatMap(({ same }) => [...same.keys()]))];
  const padded = (cells: readonly string[]): string[] => Array.from({ length: width }, (_, at) => cells[at] ?? '');
  yield [...padded(header), ...said, ...REFUSAL_COLUMNS[locale]];
  for (const { cells: written, figures = [], same, reasons } of rows) {
    const cells = moved.size === 0 ? written : written.map((cell, at) => (moved.has(at) ? in1900(cell) : cell));
    const [first] = reasons as [Refusal];
    const why = [...new Set(reasons.map((refusal) => reasonOf(refusal, locale)))].join(WORDS[locale].joint);
    const place = WORDS[locale].at(placeOf(first), first.row);
    const out = padded(cells).map((cell, at): CsvCell => (figures.includes(at) ? Number(cell) : cell));
    yield [...out, ...said.map((field) => same.get(field) ?? ''), place, why];
  }
}

const SERIAL = /^([1-9]\d{4})(\.\d+)?$/;
const DAYS_1904_LATER = 1462;

/** A bare day of a workbook that counts from 1904, as one that counts from 1900 has it. */
function in1900(cell: string): string {
  const serial = SERIAL.exec(cell.trim());
  return serial === null ? cell : `${Number(serial[1]) + DAYS_1904_LATER}${serial[2] ?? ''}`;
}

/** Columns up to the last one in which something stands. */
function lastFilled(rows: readonly (readonly string[])[]): number {
  return rows.reduce((most, cells) => Math.max(most, cells.findLastIndex((cell) => cell.trim() !== '') + 1), 0);
}

function placeOf({ file, sheet }: Refusal): string {
  return sheet === undefined ? file : `${file} ${sheet}`;
}

function reasonOf(refusal: Refusal, locale: Locale): string {
  const { column, value } = refusal;
  return WORDS[locale].reason(column, value, refusalSentence(refusal, locale), refusalCure(refusal, locale));
}

function withoutEnding(file: string): string {
  return file.replace(/\.[^.]{1,5}$/, '');
}
