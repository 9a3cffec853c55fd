import type { TwinQuestion } from '../../domain/bridge/import-replies';
import type { ImportBody } from '../../domain/record/entry';
import type { Refusal } from '../../domain/record/refusal';
import { TABLES_IN } from '../../domain/record/table-names';
import { dryRun } from './preview';
import type { InputFile } from './read-sheets';
import type { RefusedTable } from './refused-rows';
import type { Table } from './column';
import type { TextEncoding } from '../../domain/reading/habits';
import type { KeptMapping } from '../../domain/mapping/mapping';
import type { RowContext } from './row-context';

export interface RecordsRead {
  readonly body: ImportBody;
  readonly refusals: readonly Refusal[];
  /** What of the rows taken could not be read, and how columns were read. */
  readonly notes: readonly Refusal[];
  /** Numbers that are nearly others of the files; judged apart, since nobody can be asked. */
  readonly twins: readonly TwinQuestion[];
  /** The rows that were not taken, as their tables. */
  readonly refused: readonly RefusedTable[];
  /** The tables that were read by a kept mapping, with the headers they have in common. */
  readonly mapped: readonly {
    readonly file: string;
    readonly sheet: string;
    readonly name: string;
    readonly common: number;
    readonly of: number;
  }[];
}

/**
 * Reads tables whose kind is known (the command line names it) with nothing on record before. No proposal is applied:
 * what the files say is what is judged. A file whose headers are of another table is refused.
 */
export async function readRecords(
  files: Readonly<Partial<Record<Table, readonly InputFile[]>>>,
  context: RowContext,
  signal: AbortSignal,
  {
    encoding,
    mappings,
  }: { readonly encoding?: TextEncoding | undefined; readonly mappings?: readonly KeptMapping[] } = {},
): Promise<RecordsRead> {
  const { plan, preview, refused } = await dryRun({
    files: TABLES_IN.flatMap((table) => (files[table] ?? []).map((file) => ({ ...file, table, encoding }))),
    mappings,
    context,
    lookup: () => undefined,
    twins: 'apart',
    signal,
    progress: () => undefined,
  });
  const { sources, elevators, visits, outages, inspections, callouts, hazards, deviceEvents, contracts, dailyChecks } =
    plan;
  // Absent where none came: what was read of the same files before has the same hash.
  const newer = {
    ...(dailyChecks.length > 0 && { dailyChecks }),
    ...(deviceEvents.length > 0 && { deviceEvents }),
    ...(contracts.length > 0 && { contracts }),
  };
  return {
    body: { sources, elevators, elevatorChanges: [], visits, outages, inspections, callouts, hazards, ...newer },
    refusals: preview.refusals,
    notes: preview.notes,
    twins: preview.twins,
    refused,
    mapped: preview.tables.flatMap(({ file, sheet, kept }) => (kept === null ? [] : [{ file, sheet, ...kept }])),
  };
}
