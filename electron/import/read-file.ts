import type { ImportFilePreview } from '../../domain/bridge/import-replies';
import type { Progress } from '../../domain/bridge/contract';
import type { KeptMapping } from '../../domain/mapping/mapping';
import { habitsOf, type TextEncoding } from '../../domain/reading/habits';
import type { Refusal } from '../../domain/record/refusal';
import { sha256Hex } from '../fs/sha256';
import type { Table } from './column';
import { COLUMNS } from './columns';
import { explainsColumns } from './explained-columns';
import { HEADER_ROWS, recogniseHeader } from './header';
import { headerOfSheet, type SaidOfSheet } from './mapped-header';
import { readSheets, type InputFile } from './read-sheets';
import { noRows, readTable, type ReadRows, type Turn } from './read-table';
import type { PartRefusal } from './refusal-at';
import { headOf, type TableHead } from './refused-rows';
import type { RowContext } from './row-context';
import { UnreadableFile, type SampleOfEncoding, type Sheet } from './sheet';
import { likelyHeader } from './shown-columns';
import { readAsTable, unreadFile, unreadTable } from './shown-table';
import type { TableBefore } from './table-before';

export interface FileToRead extends InputFile {
  readonly table?: Table;
  readonly encoding?: TextEncoding | undefined;
  /** What a person said of its sheets. */
  readonly said?: readonly SaidOfSheet[] | undefined;
}

export interface ReadJob {
  /** `table` where the caller knows it (the command line); otherwise the headers tell. */
  readonly files: readonly FileToRead[];
  /** Mappings that are kept; each is taken for the tables whose headers it fits. */
  readonly mappings?: readonly KeptMapping[] | undefined;
  readonly context: RowContext;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** Sheets of files that were read before, where they are kept. */
  readonly known?: KnownSheets | undefined;
}

/** The sheets of each file as they were last read, by its place and the encoding that was said. */
export type KnownSheets = Map<number, { readonly said: TextEncoding | undefined; readonly sheets: readonly Sheet[] }>;

export interface FileFacts {
  readonly sha256: string;
  readonly table: Omit<ImportFilePreview, 'accepted' | 'unchanged' | 'repeated' | 'updating' | 'waiting' | 'refused'>;
}

/** All rows of all files, before they are held against each other. */
export interface FilesRead {
  readonly rows: ReadRows;
  readonly refusals: readonly PartRefusal[];
  readonly notes: readonly PartRefusal[];
  readonly facts: readonly FileFacts[];
  readonly heads: readonly TableHead[];
  /** Every sheet, with what its columns are taken for. */
  readonly tables: readonly TableBefore[];
}

interface Reading {
  readonly rows: ReadRows;
  readonly refusals: PartRefusal[];
  readonly notes: PartRefusal[];
  readonly facts: FileFacts[];
  readonly heads: TableHead[];
  readonly tables: TableBefore[];
}

export const emptyRead = (): Reading => ({ rows: noRows(), refusals: [], notes: [], facts: [], heads: [], tables: [] });

const NO_HEAD = { sheet: '', delimiter: 'none', from1904: false, headerRow: 0, header: [], days: [] } as const;
const NO_FACTS = {
  sheet: '',
  table: null,
  encoding: '',
  delimiter: 'none',
  headerRow: 0,
  columns: [],
  rows: 0,
  skippedBlank: 0,
  skippedTotals: 0,
  skippedSheets: [],
} as const;

/** The tables of one file; one entry without a table when there is none, with the reason among the refusals. */
export async function readFile(file: FileToRead, at: number, job: ReadJob, into: Reading): Promise<FileFacts[]> {
  const sha256 = sha256Hex(file.bytes);
  const none = (): FileFacts[] => {
    into.heads.push({ ...NO_HEAD, file: file.name });
    return [{ sha256, table: { ...NO_FACTS, file: file.name } }];
  };
  const refuse = ({ code, params }: Pick<Refusal, 'code' | 'params'>): FileFacts[] => {
    const place = { file: file.name, row: 0, column: '', value: '', cells: [] };
    into.refusals.push({ part: into.facts.length, same: new Map(), refusal: { ...place, code, params } });
    return none();
  };
  let opened: Opened;
  try {
    const { sheets, encodingBy } = await openFile(file, at, job);
    opened = { sheets: sheets.filter((sheet) => !explainsColumns(sheet)), encodingBy };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { encodings } = error;
    into.tables.push(unreadFile({ at, file: file.name, ...saidOf(file.encoding), encodings }));
    return refuse(error);
  }
  const found = await readTables(file, at, opened, { job, into, sha256 });
  if (found.length > 0) return found;
  const leftOut = opened.sheets.every(({ name }) =>
    file.said?.some((one) => one.sheet === name && one.mapping === null),
  );
  return leftOut ? none() : refuse(noTable(opened.sheets, file.table));
}

function saidOf(encoding: TextEncoding | undefined): Pick<TableBefore, 'encoding' | 'encodingBy'> {
  return { encoding: encoding ?? '', encodingBy: encoding === undefined ? 'file' : 'said' };
}

interface Opened {
  readonly sheets: readonly Sheet[];
  readonly encodingBy: TableBefore['encodingBy'];
}

/** The sheets of a file; where its encoding is asked about, a kept mapping that fits in its own encoding answers. */
async function openFile(file: FileToRead, at: number, job: ReadJob): Promise<Opened> {
  const open = async (said: TextEncoding | undefined): Promise<readonly Sheet[]> => {
    const known = job.known?.get(at);
    if (known !== undefined && known.said === said) return known.sheets;
    job.known?.delete(at);
    const pause = (done: number, total: number): Promise<void> => {
      job.signal.throwIfAborted();
      job.progress({ stage: file.name, done, total });
      return Promise.resolve();
    };
    const sheets = await readSheets(file, { usual: habitsOf(job.context.pack.id).encodings, said }, pause);
    job.known?.set(at, { said, sheets });
    return sheets;
  };
  try {
    const sheets = await open(file.encoding);
    const proven = sheets.every(({ encodings = [] }) => encodings.length === 0);
    return { sheets, encodingBy: proven ? 'file' : file.encoding === undefined ? 'usual' : 'said' };
  } catch (error) {
    if (!(error instanceof UnreadableFile) || error.code !== 'encoding-asked') throw error;
    for (const { encoding } of error.encodings) {
      const kept = job.mappings?.filter((mapping) => mapping.encoding === encoding) ?? [];
      if (kept.length === 0) continue;
      const sheets = await open(encoding);
      if (sheets.some((sheet) => headerOfSheet(sheet, { only: file.table, kept })?.kept))
        return { sheets, encodingBy: 'said' };
    }
    throw error;
  }
}

interface Readers {
  readonly job: ReadJob;
  readonly into: Reading;
  readonly sha256: string;
}

async function readTables(
  file: FileToRead,
  at: number,
  { sheets, encodingBy }: Opened,
  { job, into, sha256 }: Readers,
): Promise<FileFacts[]> {
  const turn: Turn = {
    signal: job.signal,
    progress: (done, total) => job.progress({ stage: file.name, done, total }),
  };
  const found: FileFacts[] = [];
  const skippedSheets: string[] = [];
  for (const sheet of sheets) {
    const part = into.facts.length + found.length;
    const sources = { only: file.table, said: file.said, kept: job.mappings };
    const { name, encoding, delimiter, encodings = [] as readonly SampleOfEncoding[] } = sheet;
    const place = { at, file: file.name, encoding, encodingBy, encodings };
    const table = await readTable(sheet, part, sources, job.context, into.rows, turn);
    if (table === null) {
      skippedSheets.push(name);
      into.tables.push(unreadTable(place, sheet, likelyHeader(sheet.rows, file.table), job.context));
      continue;
    }
    const { header, mapped, same, units, refusals, notes, ...counts } = table;
    for (const refusal of refusals) into.refusals.push(refusal);
    for (const note of notes) into.notes.push(note);
    into.heads.push(headOf(sheet, counts.headerRow, header));
    into.tables.push(readAsTable(place, sheet, part, { mapped, same, units, refusals, notes }, job.context));
    const facts = { file: file.name, sheet: name, table: header.table, encoding, delimiter };
    found.push({ sha256, table: { ...NO_FACTS, ...facts, ...counts } });
  }
  const [first, ...others] = found;
  return first === undefined ? [] : [{ sha256, table: { ...first.table, skippedSheets } }, ...others];
}

/** Why no sheet of a file was read: it has no header, or the header of a table that was not asked for. */
function noTable(sheets: readonly Sheet[], wanted: Table | undefined): Pick<Refusal, 'code' | 'params'> {
  if (wanted === undefined || sheets.every(({ rows }) => recogniseHeader(rows.head(HEADER_ROWS)) === null))
    return { code: 'header-not-found', params: {} };
  const required = COLUMNS[wanted].filter(({ required }) => required === true);
  const columns = required.map(({ names }) => names[0]!).join('、');
  return { code: 'header-not-found', params: { wanted, columns, keys: required.map(({ key }) => key).join(', ') } };
}
