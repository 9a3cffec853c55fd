import type { TwinQuestion } from '../../domain/bridge/replies';
import type { ImportBody } from '../../domain/record/entry';
import type { Refusal } from '../../domain/record/refusal';
import { dryRun } from './preview';
import type { InputFile } from './read-sheets';
import type { Table } from './columns';
import type { RowContext } from './rows';

export interface RecordsRead {
  readonly body: ImportBody;
  readonly refusals: readonly Refusal[];
  /** Numbers that are nearly others of the files; judged apart, since nobody can be asked. */
  readonly twins: readonly TwinQuestion[];
}

/**
 * Reads tables whose kind is known (the command line names it) with nothing on record before. No proposal is applied:
 * what the files say is what is judged. A file whose headers are of another table is refused.
 */
export async function readRecords(
  files: Readonly<Partial<Record<Table, readonly InputFile[]>>>,
  context: RowContext,
  signal: AbortSignal,
): Promise<RecordsRead> {
  const tables: Table[] = ['elevators', 'visits', 'outages', 'inspections', 'callouts', 'hazards'];
  const { plan, preview } = await dryRun({
    files: tables.flatMap((table) => (files[table] ?? []).map((file) => ({ ...file, table }))),
    context,
    lookup: () => undefined,
    twins: 'apart',
    signal,
    progress: () => undefined,
  });
  const { sources, elevators, visits, outages, inspections, callouts, hazards } = plan;
  return {
    body: { sources, elevators, elevatorChanges: [], visits, outages, inspections, callouts, hazards },
    refusals: preview.refusals,
    twins: preview.twins,
  };
}
