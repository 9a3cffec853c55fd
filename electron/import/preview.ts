import type { RegistrationNo } from '../../domain/elevator/elevator';
import { KnownNumbers } from '../../domain/elevator/known-numbers';
import type { ImportSource } from '../../domain/record/entry';
import type { ImportCounts, ImportFilePreview, ImportPreview } from '../../domain/bridge/import-replies';
import type { RowFate, ShownRow, TableFields } from '../../domain/bridge/table-replies';
import type { ImportPlan } from './import-plan';

export { importBody } from './import-plan';
import type { Lookup } from './row-context';
import { attachSteps, withoutHazard, type AttachedSteps } from './attach-steps';
import { judge, type Judged } from './judge';
import { emptyRead, readFile, type FileFacts, type FilesRead, type ReadJob } from './read-file';
import type { ReadRows } from './read-table';
import type { Table } from './column';
import { COLUMNS, TABLES } from './columns';
import { settleCodes, type ByCode } from './codes';
import type { PartRefusal, RowAt } from './refusal-at';
import { refusedTables, type RefusedTable } from './refused-rows';
import { BY_CODE } from './rows';
import { shownRefusal } from './shown-refusal';
import { withRows, type Fates, type RowsPlace } from './shown-table';
import { rowDoubts } from './row-doubts';
import type { TableBefore } from './table-before';
import { withoutStop } from './told-stops';
import { settleTwins, type TwinAnswers } from './twins';

export interface ImportJob extends ReadJob {
  /** What a person said of numbers that are nearly known ones; nothing yet, where it is absent. */
  readonly twins?: TwinAnswers;
  readonly lookup: Lookup;
  /** The numbers that `lookup` knows, by any spelling; none where nothing is on record. */
  readonly numbers?: KnownNumbers;
  /** The elevators on record that have a code; none where nothing is on record. */
  readonly byCode?: ByCode;
}

/** Everything an import would do; nothing is written before it is seen. */
export interface DryRun {
  readonly preview: Omit<ImportPreview, 'importId' | 'tookMs' | 'sharedDeviceCodes'>;
  readonly plan: ImportPlan;
  /** The rows that were not taken, as their tables. */
  readonly refused: readonly RefusedTable[];
  /** Later rows of a table than the preview shows, counting from 0. */
  readonly rowsOf: (place: RowsPlace) => readonly ShownRow[];
}

/** Reads all files and judges their rows. Bad files and rows are data, never thrown; only the signal throws. */
export async function dryRun(job: ImportJob): Promise<DryRun> {
  return judgeFiles(await readFiles(job), job);
}

export async function readFiles(job: ReadJob): Promise<FilesRead> {
  const read = emptyRead();
  for (const [index, file] of job.files.entries()) {
    job.signal.throwIfAborted();
    job.progress({ stage: file.name, done: index, total: job.files.length });
    read.facts.push(...(await readFile(file, index, job, read)));
  }
  return read;
}

/** The elevators that the rows speak of: what has to be known of the records to judge them. */
export function mentioned({ rows }: FilesRead): ReadonlySet<RegistrationNo> {
  const numbers = new Set<RegistrationNo>();
  for (const table of TABLES) for (const { value } of rows[table]) numbers.add(value.registrationNo);
  numbers.delete(BY_CODE);
  return numbers;
}

export function judgeFiles(
  read: FilesRead,
  {
    lookup,
    numbers = new KnownNumbers(),
    byCode = () => [],
    twins = new Map(),
    context: { today, pack },
  }: Pick<ImportJob, 'lookup' | 'numbers' | 'byCode' | 'twins' | 'context'>,
): DryRun {
  const coded = settleCodes(read.rows, byCode);
  const settled = settleTwins(coded.rows, numbers, twins);
  const attached = attachSteps(settled.rows, lookup, pack.hazards);
  const rows = { ...settled.rows, hazards: attached.hazards };
  const judged = withSteps(judge(rows, lookup, today, pack.hazards?.classes ?? []), attached);
  const all = [...read.refusals, ...coded.refusals, ...attached.refusals, ...judged.refusals].sort(byPlace);
  const files = withCounts(read.facts, judged, settled.waiting, all);
  const fates = fatesOf(judged, settled.waiting);
  const shown = withWaiting(rows, settled.waiting);
  const { tables, rowsOf } = withRows(read.tables, shown, { fates, refusals: all }, today);
  const { take, recordsFromProposals, stoppedWithoutDay, elevatorUpdates, recordUpdates } = judged;
  const taken = valuesOf(take);
  return {
    plan: {
      sources: read.facts.flatMap((fact, part) =>
        sourceOf(
          fact,
          files[part]!,
          read.tables.find((table) => table.part === part),
        ),
      ),
      ...taken,
      elevatorUpdates,
      recordUpdates,
      recordsFromProposals,
    },
    refused: refusedTables(all, read.heads),
    rowsOf,
    preview: {
      files,
      tables,
      fields: TABLE_FIELDS,
      refusals: all.map(({ refusal }) => shownRefusal(refusal)),
      notes: [...read.notes].sort(byPlace).map(({ refusal }) => shownRefusal(refusal)),
      adds: countTables((table) => take[table].length),
      unchanged: countTables((table) => judged.unchanged.filter((row) => row.origin.header.table === table).length),
      twins: settled.twins,
      recordsFromProposals,
      stoppedWithoutDay,
      elevatorUpdates,
      recordUpdates,
      doubts: rowDoubts(take.visits, taken, lookup, { pack, today }),
    },
  };
}

/** The rows that are taken, as the records that they make. */
function valuesOf(take: Judged['take']) {
  const values = <T>(rows: readonly { readonly value: T }[]): T[] => rows.map(({ value }) => value);
  return {
    elevators: values(take.elevators).map(withoutStop),
    visits: values(take.visits),
    outages: values(take.outages),
    inspections: values(take.inspections),
    callouts: values(take.callouts),
    deviceEvents: values(take.device_events),
    contracts: values(take.contracts),
    dailyChecks: values(take.daily_checks),
    hazards: values(take.hazards).map(({ steps, hazardNo: _, ...hazard }) => ({ hazard, steps })),
  };
}

/** The steps of the other table share the fate of their hazard. */
function withSteps(judged: Judged, { of, unchanged }: AttachedSteps): Judged {
  if (of.size === 0 && unchanged.length === 0) return judged;
  const [taken, known] = [
    new Set<RowAt>(judged.take.hazards),
    new Set<RowAt>([...judged.unchanged, ...judged.repeated]),
  ];
  const steps = { taken: [] as ReadRows['hazard_steps'], unchanged: [...unchanged], lost: [] as PartRefusal[] };
  for (const [hazard, own] of of) {
    if (taken.has(hazard)) steps.taken.push(...own);
    else if (known.has(hazard)) steps.unchanged.push(...own);
    else steps.lost.push(...own.map(withoutHazard));
  }
  return {
    ...judged,
    take: { ...judged.take, hazard_steps: steps.taken },
    unchanged: [...judged.unchanged, ...steps.unchanged],
    refusals: [...judged.refusals, ...steps.lost],
  };
}

/** The rows as they will be written, and those that wait for an answer as they were read. */
function withWaiting(rows: ReadRows, waiting: readonly RowAt[]): ReadRows {
  if (waiting.length === 0) return rows;
  const all = { ...rows };
  for (const row of waiting) {
    const { table } = row.origin.header;
    Object.assign(all, { [table]: [...all[table], row] });
  }
  return all;
}

const TABLE_FIELDS = Object.fromEntries(
  TABLES.map((table) => [table, COLUMNS[table].map(({ key, required }) => ({ key, required: required === true }))]),
) as unknown as TableFields; // every table is among them

function fatesOf({ unchanged, repeated, updating }: Judged, waiting: readonly RowAt[]): Fates {
  const fates = new Map<RowAt, RowFate>();
  for (const [fate, rows] of Object.entries({ unchanged, repeated, updating, waiting } as const))
    for (const row of rows) fates.set(row, fate as RowFate); // the names above
  return fates;
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
  read: TableBefore | undefined,
): ImportSource[] {
  if (table === null) return [];
  const { mapping = null, kept = null } = read ?? {};
  // What a person said for all rows is of the records; it may name people.
  const said = mapping === null ? {} : { mapping: { name: kept?.name ?? null, columns: mapping.columns } };
  return [{ file, sha256, table, encoding, rows, accepted, refused, ...said }];
}

function countTables(count: (table: Table) => number): ImportCounts {
  return {
    elevators: count('elevators'),
    visits: count('visits'),
    outages: count('outages'),
    inspections: count('inspections'),
    callouts: count('callouts'),
    hazards: count('hazards'),
    ...(count('contracts') > 0 && { contracts: count('contracts') }),
    ...(count('hazard_steps') > 0 && { hazard_steps: count('hazard_steps') }),
    ...(count('device_events') > 0 && { device_events: count('device_events') }),
    ...(count('daily_checks') > 0 && { daily_checks: count('daily_checks') }),
  };
}

/** Files and their sheets in the order given, rows by number. */
function byPlace(a: PartRefusal, b: PartRefusal): number {
  return a.part - b.part || a.refusal.row - b.refusal.row;
}
