import { setImmediate } from 'node:timers/promises';
import type { ShownRow } from '../../domain/bridge/table-replies';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { KnownNumbers } from '../../domain/elevator/known-numbers';
import type { Dossier } from '../../domain/record/dossier';
import type { Mentioned } from './files-at-hand';
import type { ImportPlan } from './import-plan';
import type { DryRun } from './preview';
import type { ReadJob } from './read-file';
import type { RefusedTable } from './refused-rows';
import type { RowsPlace } from './shown-table';
import type { TwinAnswers } from './twins';

/**
 * What an import is asked of. Asked again with the same files, mappings, context and twins it is answered from what was
 * read and judged for it.
 */
export interface ImportRequest extends Omit<ReadJob, 'known'> {
  readonly twins: TwinAnswers;
  readonly ledger: OnRecord;
}

/** What is on record, asked for by number. */
export interface OnRecord {
  /** The numbers on record, by any spelling. */
  readonly numbers: KnownNumbers;
  readonly dossiers: (numbers: readonly RegistrationNo[]) => Promise<ReadonlyMap<RegistrationNo, Dossier>>;
  /** Elevators that may have one of the device codes. */
  readonly withDeviceCodes: (codes: readonly string[]) => Promise<readonly Elevator[]>;
}

/** What of a run is shown and asked about before it is written. */
export interface Tried extends Pick<DryRun, 'preview'> {
  readonly elevators: ImportPlan['elevators'];
}

/** Reads and judges files, and keeps what it read until other files come, it is told to end, or it lay idle for long. */
export interface Importer {
  tryOut(request: ImportRequest): Promise<Tried>;
  /** Later rows of a table, as `tryOut` showed the first. */
  rows(request: ImportRequest, place: RowsPlace): Promise<readonly ShownRow[]>;
  /** What would be written. */
  plan(request: ImportRequest): Promise<ImportPlan>;
  /** The rows that were not taken. */
  refused(request: ImportRequest): Promise<readonly RefusedTable[]>;
  /** Lets go of all that was read, once what is being asked is answered. */
  end(): Promise<void>;
  /** The same at once: what is being asked is given up. */
  close(): Promise<void>;
}

/** Copying between threads blocks both, so it goes in parts with a turn of the event loop between. */
const DOSSIERS_AT_ONCE = 200;

/** What is on record about the elevators that rows mention and their near twins, in parts; one part at least. */
export async function* dossiersOf(
  { mentioned, codes }: Mentioned,
  ledger: OnRecord,
): AsyncGenerator<{ readonly dossiers: readonly Dossier[]; readonly last: boolean }> {
  const coded = codes.length === 0 ? [] : await ledger.withDeviceCodes(codes);
  const wanted = onRecord([...mentioned, ...coded.map(({ registrationNo }) => registrationNo)], ledger);
  for (let from = 0; from === 0 || from < wanted.length; from += DOSSIERS_AT_ONCE) {
    const dossiers = [...(await ledger.dossiers(wanted.slice(from, from + DOSSIERS_AT_ONCE))).values()];
    yield { dossiers, last: from + DOSSIERS_AT_ONCE >= wanted.length };
    await setImmediate();
  }
}

/** The numbers as they are stored, of those that rows mention and of their near twins. */
function onRecord(mentioned: readonly RegistrationNo[], { numbers }: OnRecord): RegistrationNo[] {
  return [...new Set(mentioned.flatMap((no) => numbers.find(no) ?? numbers.twinsOf(no)))];
}
