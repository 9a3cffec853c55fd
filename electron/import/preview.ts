import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { ImportBody, ImportSource } from '../../domain/record/entry';
import type { Refusal } from '../../domain/record/refusal';
import type { ImportCounts, ImportFilePreview, ImportPreview, RecordsFromProposal } from '../../domain/bridge/replies';
import type { Progress } from '../../domain/bridge/contract';
import { sha256Hex } from '../fs/sha256';
import { judge, type Judged, type Lookup } from './judge';
import { readSheets, type InputFile } from './read-sheets';
import { noRows, readTable, type ReadRows } from './read-table';
import type { Table } from './columns';
import type { RowContext } from './rows';
import { UnreadableFile, type Sheet } from './sheet';

export interface ImportJob {
  readonly files: readonly (InputFile & { readonly table?: Table })[];
  readonly context: RowContext;
  readonly lookup: Lookup;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** Everything an import would do; nothing is written before it is seen. */
export interface DryRun {
  readonly preview: Omit<ImportPreview, 'importId' | 'tookMs'>;
  readonly judged: Judged;
  readonly sources: readonly ImportSource[];
}

interface FileFacts extends Omit<ImportFilePreview, 'accepted' | 'unchanged' | 'repeated' | 'refused'> {
  readonly sha256: string;
}

/** Reads all files, holds their rows against each other and the records. Bad files and rows are data, never thrown. */
export async function dryRun(job: ImportJob): Promise<DryRun> {
  const rows = noRows();
  const refusals: Refusal[] = [];
  const facts: FileFacts[] = [];
  for (const [index, file] of job.files.entries()) {
    job.signal.throwIfAborted();
    job.progress({ stage: file.name, done: index, total: job.files.length });
    facts.push(...(await readFile(file, job, rows, refusals)));
  }
  const judged = judge(rows, job.lookup);
  const all = [...refusals, ...judged.refusals].sort(byPlace(job.files.map(({ name }) => name)));
  const files = facts.map((file) => withCounts(file, judged, all));
  return {
    judged,
    sources: facts.flatMap((fact, index) => sourceOf(fact, files[index]!)),
    preview: {
      files,
      refusals: all,
      adds: countsOf(judged.take),
      unchanged: countTables(judged.unchanged.map(({ value }) => value.table)),
      recordsFromProposals: judged.recordsFromProposals,
      elevatorUpdates: judged.elevatorUpdates,
    },
  };
}

async function readFile(
  file: ImportJob['files'][number],
  job: ImportJob,
  rows: ReadRows,
  refusals: Refusal[],
): Promise<FileFacts[]> {
  const empty = {
    file: file.name,
    sheet: '',
    table: null,
    encoding: '',
    delimiter: 'none' as const,
    headerRow: 0,
    columns: [],
    rows: 0,
    skippedBlank: 0,
    skippedTotals: 0,
  };
  const sha256 = sha256Hex(file.bytes);
  const refuseFile = (code: Refusal['code'], params: Refusal['params']): FileFacts[] => {
    refusals.push({ file: file.name, row: 0, column: '', value: '', code, params, cells: [] });
    return [{ ...empty, skippedSheets: [], sha256 }];
  };
  let sheets: Sheet[];
  try {
    sheets = await readSheets(file);
  } catch (error) {
    if (error instanceof UnreadableFile) return refuseFile(error.code, error.params);
    throw error;
  }
  const found: FileFacts[] = [];
  const skippedSheets: string[] = [];
  for (const sheet of sheets) {
    const turn = {
      signal: job.signal,
      progress: (done: number, total: number) => job.progress({ stage: file.name, done, total }),
    };
    const table = await readTable(sheet, file.table, job.context, rows, turn);
    if (table === null) skippedSheets.push(sheet.name);
    else {
      const { header, refusals: refused, ...counts } = table;
      for (const refusal of refused) refusals.push(refusal);
      const headerRow = sheet.rows[header.index]?.no ?? 0;
      found.push({
        ...empty,
        ...counts,
        sheet: sheet.name,
        table: header.table,
        encoding: sheet.encoding,
        delimiter: sheet.delimiter,
        headerRow,
        columns: header.columns,
        skippedSheets: [],
        sha256,
      });
    }
  }
  if (found.length === 0) return refuseFile('header-not-found', {});
  found[0] = { ...found[0]!, skippedSheets };
  return found;
}

function withCounts(fact: FileFacts, judged: Judged, refusals: readonly Refusal[]): ImportFilePreview {
  const { sha256: _, ...file } = fact;
  const rowsOf = (of: readonly { file: string; value: { table: Table } }[]): number =>
    of.filter((row) => row.file === fact.file && row.value.table === fact.table).length;
  const unchanged = rowsOf(judged.unchanged);
  const repeated = rowsOf(judged.repeated);
  const refused = new Set(refusals.filter((refusal) => refusal.file === fact.file).map(({ row }) => row)).size;
  const take = fact.table === null ? [] : judged.take[fact.table];
  return { ...file, accepted: take.filter((row) => row.file === fact.file).length, unchanged, repeated, refused };
}

function sourceOf(
  { file, sha256, table, encoding, rows }: FileFacts,
  { accepted, refused }: ImportFilePreview,
): ImportSource[] {
  return table === null ? [] : [{ file, sha256, table, encoding, rows, accepted, refused }];
}

function countsOf(rows: ReadRows): ImportCounts {
  return {
    elevators: rows.elevators.length,
    visits: rows.visits.length,
    outages: rows.outages.length,
    inspections: rows.inspections.length,
  };
}

function countTables(tables: readonly Table[]): ImportCounts {
  const count = (table: Table): number => tables.filter((name) => name === table).length;
  return {
    elevators: count('elevators'),
    visits: count('visits'),
    outages: count('outages'),
    inspections: count('inspections'),
  };
}

/** Files in the order given, rows by number. */
function byPlace(files: readonly string[]) {
  return (a: Refusal, b: Refusal): number => files.indexOf(a.file) - files.indexOf(b.file) || a.row - b.row;
}

/** The entry of an import, with the proposals that were accepted. Null when there is nothing to write. */
export function importBody(
  { judged, sources }: Pick<DryRun, 'judged' | 'sources'>,
  acceptRecordsFrom: ReadonlySet<RegistrationNo>,
  acceptUpdates: ReadonlySet<RegistrationNo>,
): ImportBody | null {
  const { take } = judged;
  const accepted = judged.recordsFromProposals.filter(({ registrationNo }) => acceptRecordsFrom.has(registrationNo));
  const recordsFrom = new Map(accepted.map(({ registrationNo, firstVisitOn }) => [registrationNo, firstVisitOn]));
  const elevators = take.elevators.map(({ value }) => {
    const from = recordsFrom.get(value.registrationNo);
    return from === undefined ? value : { ...value, recordsFrom: from };
  });
  const isNew = new Set(elevators.map(({ registrationNo }) => registrationNo));
  const elevatorChanges = [
    ...judged.elevatorUpdates.filter(({ registrationNo }) => acceptUpdates.has(registrationNo)),
    ...accepted.filter(({ registrationNo }) => !isNew.has(registrationNo)).map(recordsFromChange),
  ];
  const body: ImportBody = {
    sources,
    elevators,
    elevatorChanges: mergeByElevator(elevatorChanges),
    visits: take.visits.map(({ value }) => value),
    outages: take.outages.map(({ value }) => value),
    inspections: take.inspections.map(({ value }) => value),
  };
  const records =
    body.elevators.length +
    body.elevatorChanges.length +
    body.visits.length +
    body.outages.length +
    body.inspections.length;
  return records === 0 ? null : body;
}

function recordsFromChange({
  registrationNo,
  firstVisitOn,
}: RecordsFromProposal): ImportBody['elevatorChanges'][number] {
  return { registrationNo, changes: [{ field: 'recordsFrom', from: null, to: firstVisitOn }] };
}

function mergeByElevator(changes: ImportBody['elevatorChanges']): ImportBody['elevatorChanges'] {
  const merged = new Map<RegistrationNo, ImportBody['elevatorChanges'][number]>();
  for (const change of changes) {
    const before = merged.get(change.registrationNo);
    merged.set(change.registrationNo, { ...change, changes: [...(before?.changes ?? []), ...change.changes] });
  }
  return [...merged.values()];
}
