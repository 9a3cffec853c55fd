import type { Locale } from '../../domain/pack/legal-basis';
import type { Dossier } from '../../domain/record/dossier';
import { ownOf } from '../../domain/record/own-of';
import { habitsOf } from '../../domain/reading/habits';
import { csvLine, type CsvCell, type Delimiter } from '../../domain/table/csv';
import type { SheetOut } from '../../domain/table/workbook';
import { workbookFile } from '../fs/workbook-file';
import { storedZip } from '../fs/stored-zip';
import { TABLES } from '../import/columns';
import { headerOfNoField } from '../import/header';
import { listCell, numberCell, peopleCell, plainCell, textCell, type NumbersOut } from './cell-text';
import { ROWS_OF, type RowOut } from './rows-of';
import type { TableOut } from '../../domain/record/table-names';
import { COLUMNS_OUT, NAMES_OUT_ZH } from './tables-out';
import { wordsOut, type NamesOut } from './words-out';

/** Everything that is asked of a writing: which tables, how, and by whose names. */
export interface TableJob {
  readonly tables: readonly TableOut[];
  readonly format: 'csv' | 'xlsx';
  readonly locale: Locale;
  /** The pack by which the ledger is judged; its country says how decimals are written. */
  readonly pack: NamesOut & { readonly id: string };
  /** Every elevator, in the order of the register, each time anew. */
  readonly dossiers: () => AsyncIterable<Dossier>;
  readonly signal: AbortSignal;
  readonly progress?: (done: number) => void;
}

export interface TableFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Rows of each table, without its header. */
  readonly rows: Readonly<Partial<Record<TableOut, number>>>;
}

interface Counted {
  readonly rows: number;
  /** Headers of columns without a field, as they came. */
  readonly extra: readonly string[];
}

export function nameOut(table: TableOut, locale: Locale): string {
  return locale === 'en' ? table : NAMES_OUT_ZH[table];
}

/** Columns that are left out where no elevator has anything in them. */
const IF_FILLED: ReadonlySet<string> = new Set(['sample']);

/**
 * The tables with their rows; of several those that have any. One table in text is a CSV file, several are an archive of
 * them; a workbook has a sheet a table.
 */
export async function tableFile(job: TableJob): Promise<TableFile> {
  const counted = await countAll(job);
  const filled = job.tables.filter((table) => (counted.get(table)?.rows ?? 0) > 0);
  const written = filled.length === 0 || job.tables.length === 1 ? job.tables.slice(0, 1) : filled;
  const { locale, format, signal } = job;
  const name = written.length === 1 ? nameOut(written[0]!, locale) : locale === 'en' ? 'records' : '全部记录';
  const rows = Object.fromEntries(written.map((table) => [table, counted.get(table)!.rows]));
  const sheets = written.map((table): SheetOut => ({
    name: nameOut(table, locale),
    rows: linesOf(job, table, counted.get(table)!.extra),
  }));
  if (format === 'xlsx') return { fileName: `${name}.xlsx`, bytes: await workbookFile(sheets, { signal }), rows };
  const delimiter = habitsOf(job.pack.id).decimalComma === true ? ';' : ',';
  const texts = new Map<string, Uint8Array>();
  for (const sheet of sheets) texts.set(`${sheet.name}.csv`, await csvBytes(sheet, delimiter, signal));
  const [only] = texts;
  if (texts.size === 1) return { fileName: only![0], bytes: only![1], rows };
  return { fileName: `${name}.zip`, bytes: storedZip(texts), rows };
}

async function countAll(job: TableJob): Promise<ReadonlyMap<TableOut, Counted>> {
  const counts = new Map(job.tables.map((table) => [table, { rows: 0, extra: new Set<string>() }]));
  let done = 0;
  for await (const dossier of job.dossiers()) {
    job.signal.throwIfAborted();
    job.progress?.(++done);
    for (const [table, count] of counts)
      for (const { values, extra } of ROWS_OF[table](dossier)) {
        count.rows += 1;
        for (const header of Object.keys(extra ?? {})) count.extra.add(header);
        for (const key of IF_FILLED) if (values[key] !== undefined) count.extra.add(key);
      }
  }
  return new Map([...counts].map(([table, { rows, extra }]) => [table, { rows, extra: [...extra] }]));
}

async function* linesOf(job: TableJob, table: TableOut, found: readonly string[]): AsyncGenerator<readonly CsvCell[]> {
  const { locale, pack, format, signal } = job;
  const columns = COLUMNS_OUT[table].filter(({ key }) => !IF_FILLED.has(key) || found.includes(key));
  const extra = found.filter((header) => !IF_FILLED.has(header));
  const read = TABLES.find((known) => known === table);
  yield [
    ...columns.map(({ key, zh }) => (locale === 'en' ? key : zh)),
    ...extra.map((header) => (read === undefined ? header : headerOfNoField(read, header))),
  ];
  const cells = columns.map(({ key }) => cellWriter(job, table, key));
  const numbers = { decimalComma: habitsOf(pack.id).decimalComma === true, cellsOfNumbers: format === 'xlsx' };
  for await (const dossier of job.dossiers()) {
    signal.throwIfAborted();
    for (const row of ROWS_OF[table](dossier))
      yield [
        ...columns.map(({ key }, at) => cells[at]!(row.values[key], numbers)),
        ...extra.map((header) => plainCell(ownOf(row.extra ?? {}, header) ?? '')),
      ];
  }
}

type Write = (value: RowOut['values'][string], numbers: NumbersOut) => CsvCell;

/** Lists of documents, services and words of a closed set; all others are of people. */
const LISTS: ReadonlySet<string> = new Set([
  'evidence',
  'recheck_evidence',
  'refused_evidence',
  'services',
  'records',
  'modules',
]);
const MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

function cellWriter({ locale, pack }: TableJob, table: TableOut, key: string): Write {
  const words = wordsOut(table, key, locale, pack);
  return (value, numbers) => {
    if (value === undefined) return '';
    if (typeof value === 'number') return numberCell(value, numbers);
    if (typeof value === 'object') {
      const items = words === null ? value : value.map((one) => ownOf(words, one) ?? one);
      return items.length === 0 ? '' : LISTS.has(key) ? listCell(items) : peopleCell(items);
    }
    const named = ownOf(words ?? {}, String(value));
    if (named !== undefined || typeof value === 'boolean') return named ?? String(value);
    return MINUTE.test(value) ? value.replace('T', ' ') : textCell(table, key, value);
  };
}

const LINES_AT_ONCE = 5_000;

/** A sheet as text, with the mark of its encoding. */
export async function csvBytes({ rows }: SheetOut, delimiter: Delimiter, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Buffer[] = [Buffer.from('\ufeff')];
  let lines: string[] = [];
  for await (const cells of rows) {
    lines.push(`${csvLine(cells, delimiter)}\r\n`);
    if (lines.length < LINES_AT_ONCE) continue;
    signal.throwIfAborted();
    parts.push(Buffer.from(lines.join('')));
    lines = [];
  }
  parts.push(Buffer.from(lines.join('')));
  return Buffer.concat(parts);
}
