import type { RegistrationNo } from '../../domain/elevator/elevator';
import { KnownNumbers } from '../../domain/elevator/known-numbers';
import type { ImportSource } from '../../domain/record/entry';
import type { Refusal } from '../../domain/record/refusal';
import type { ImportCounts, ImportFilePreview, ImportPreview } from '../../domain/bridge/replies';
import type { Progress } from '../../domain/bridge/contract';
import { sha256Hex } from '../fs/sha256';
import type { ImportPlan } from './import-plan';

export { importBody } from './import-plan';
import { judge, type Judged, type Lookup } from './judge';
import { readSheets, type InputFile } from './read-sheets';
import { noRows, readTable, type ReadRows, type Turn } from './read-table';
import { COLUMNS, recogniseHeader, type Table } from './columns';
import type { PartRefusal, RowAt } from './refusal-at';
import type { RowContext } from './rows';
import { UnreadableFile, type Sheet } from './sheet';
import { withoutStop } from './told-stops';
import { settleTwins, type TwinAnswers } from './twins';

export interface ReadJob {
  /** `table` where the caller knows it (the command line); otherwise the headers tell. */
  readonly files: readonly (InputFile & { readonly table?: Table })[];
  readonly context: RowContext;
  /** What a person said of numbers that are nearly known ones; nothing yet, where it is absent. */
  readonly twins?: TwinAnswers;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

export interface ImportJob extends ReadJob {
  readonly lookup: Lookup;
  /** The numbers that `lookup` knows, by any spelling; none where nothing is on record. */
  readonly numbers?: KnownNumbers;
}

/** Everything an import would do; nothing is written before it is seen. */
export interface DryRun {
  readonly preview: Omit<ImportPreview, 'importId' | 'tookMs' | 'sharedDeviceCodes'>;
  readonly plan: ImportPlan;
}

interface FileFacts {
  readonly sha256: string;
  readonly table: Omit<ImportFilePreview, 'accepted' | 'unchanged' | 'repeated' | 'updating' | 'waiting' | 'refused'>;
}

/** All rows of all files, before they are held against each other. */
export interface FilesRead {
  readonly rows: ReadRows;
  readonly refusals: readonly PartRefusal[];
  readonly facts: readonly FileFacts[];
}

/** Reads all files and judges their rows. Bad files and rows are data, never thrown; only the signal throws. */
export async function dryRun(job: ImportJob): Promise<DryRun> {
  return judgeFiles(await readFiles(job), job);
}

export async function readFiles(job: ReadJob): Promise<FilesRead> {
  const read = { rows: noRows(), refusals: [] as PartRefusal[], facts: [] as FileFacts[] };
  for (const [index, file] of job.files.entries()) {
    job.signal.throwIfAborted();
    job.progress({ stage: file.name, done: index, total: job.files.length });
    read.facts.push(...(await readFile(file, job, read)));
  }
  return read;
}

/** The elevators that the rows speak of: what has to be known of the records to judge them. */
export function mentioned({ rows }: FilesRead): ReadonlySet<RegistrationNo> {
  const all = [rows.elevators, rows.visits, rows.outages, rows.inspections, rows.callouts, rows.hazards];
  return new Set(all.flatMap((table) => table.map(({ value }) => value.registrationNo)));
}

export function judgeFiles(
  read: FilesRead,
  {
    lookup,
    numbers = new KnownNumbers(),
    twins = new Map(),
    context: { today, pack },
  }: Pick<ImportJob, 'lookup' | 'numbers' | 'twins' | 'context'>,
): DryRun {
  const settled = settleTwins(read.rows, numbers, twins);
  const judged = judge(settled.rows, lookup, today, pack.hazards?.classes ?? []);
  const all = [...read.refusals, ...judged.refusals].sort(byPlace);
  const files = withCounts(read.facts, judged, settled.waiting, all);
  const { take, recordsFromProposals, stoppedWithoutDay, elevatorUpdates } = judged;
  const values = <T>(rows: readonly { readonly value: T }[]): T[] => rows.map(({ value }) => value);
  const taken = {
    elevators: values(take.elevators).map(withoutStop),
    visits: values(take.visits),
    outages: values(take.outages),
    inspections: values(take.inspections),
    callouts: values(take.callouts),
    hazards: values(take.hazards).map(({ steps, ...hazard }) => ({ hazard, steps })),
  };
  return {
    plan: {
      sources: read.facts.flatMap((fact, part) => sourceOf(fact, files[part]!)),
      ...taken,
      elevatorUpdates,
      recordsFromProposals,
    },
    preview: {
      files,
      refusals: all.map(({ refusal }) => refusal),
      adds: countTables((table) => taken[table].length),
      unchanged: countTables((table) => judged.unchanged.filter((row) => row.origin.header.table === table).length),
      twins: settled.twins,
      recordsFromProposals,
      stoppedWithoutDay,
      elevatorUpdates,
    },
  };
}

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
async function readFile(
  file: ReadJob['files'][number],
  job: ReadJob,
  into: { readonly rows: ReadRows; readonly refusals: PartRefusal[]; readonly facts: readonly FileFacts[] },
): Promise<FileFacts[]> {
  const sha256 = sha256Hex(file.bytes);
  const turn: Turn = {
    signal: job.signal,
    progress: (done, total) => job.progress({ stage: file.name, done, total }),
  };
  const refuse = ({ code, params }: Pick<Refusal, 'code' | 'params'>): FileFacts[] => {
    const place = { file: file.name, row: 0, column: '', value: '', cells: [] };
    into.refusals.push({ part: into.facts.length, refusal: { ...place, code, params } });
    return [{ sha256, table: { ...NO_FACTS, file: file.name } }];
  };
  let sheets: Sheet[];
  try {
    sheets = await readSheets(file);
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(error);
    throw error;
  }
  const found: FileFacts[] = [];
  const skippedSheets: string[] = [];
  for (const sheet of sheets) {
    const part = into.facts.length + found.length;
    const table = await readTable(sheet, part, file.table, job.context, into.rows, turn);
    if (table === null) skippedSheets.push(sheet.name);
    else {
      const { header, refusals, ...counts } = table;
      for (const refusal of refusals) into.refusals.push(refusal);
      const { name, encoding, delimiter } = sheet;
      const place = { file: file.name, sheet: name, table: header.table, encoding, delimiter };
      found.push({ sha256, table: { ...NO_FACTS, ...place, ...counts } });
    }
  }
  if (found.length === 0) return refuse(noTable(sheets, file.table));
  found[0] = { sha256, table: { ...found[0]!.table, skippedSheets } };
  return found;
}

/** Why no sheet of a file was read: it has no header, or the header of a table that was not asked for. */
function noTable(sheets: readonly Sheet[], wanted: Table | undefined): Pick<Refusal, 'code' | 'params'> {
  if (wanted === undefined || sheets.every(({ rows }) => recogniseHeader(rows) === null))
    return { code: 'header-not-found', params: {} };
  const required = COLUMNS[wanted].filter(({ required }) => required === true);
  const columns = required.map(({ names }) => names[0]!).join('、');
  return { code: 'header-not-found', params: { wanted, columns, keys: required.map(({ key }) => key).join(', ') } };
}

function withCounts(
  facts: readonly FileFacts[],
  judged: Judged,
  waiting: readonly RowAt[],
  refusals: readonly PartRefusal[],
): ImportFilePreview[] {
  const inPart = (rows: readonly RowAt[], part: number): number =>
    rows.reduce((count, { origin }) => count + (origin.part === part ? 1 : 0), 0);
  const refused = facts.map(() => new Set<number>());
  for (const { part, refusal } of refusals) refused[part]?.add(refusal.row);
  const taken: Readonly<Record<string, readonly RowAt[]>> = judged.take;
  return facts.map(({ table }, part) => ({
    ...table,
    accepted: table.table === null ? 0 : inPart(taken[table.table] ?? [], part),
    unchanged: inPart(judged.unchanged, part),
    repeated: inPart(judged.repeated, part),
    updating: inPart(judged.updating, part),
    waiting: inPart(waiting, part),
    refused: refused[part]!.size,
  }));
}

function sourceOf(
  { sha256 }: FileFacts,
  { file, table, encoding, rows, accepted, refused }: ImportFilePreview,
): ImportSource[] {
  return table === null ? [] : [{ file, sha256, table, encoding, rows, accepted, refused }];
}

function countTables(count: (table: Table) => number): ImportCounts {
  return {
    elevators: count('elevators'),
    visits: count('visits'),
    outages: count('outages'),
    inspections: count('inspections'),
    callouts: count('callouts'),
    hazards: count('hazards'),
  };
}

/** Files and their sheets in the order given, rows by number. */
function byPlace(a: PartRefusal, b: PartRefusal): number {
  return a.part - b.part || a.refusal.row - b.refusal.row;
}
