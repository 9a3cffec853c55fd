import { grouped } from '../../domain/record/grouped';
import { DEFAULT_LATE_DAYS, type EntryTerms } from '../../domain/headline/entry';
import type { Recorded, RecordedHazard, ServiceRecords } from '../../domain/record/dossier';
import type { ImportBody, ImportedHazard } from '../../domain/record/entry';
import type { RecordId } from '../../domain/record/record-id';

/** A command line keeps no ledger: only a table's own `entered_at` tells when a row was written down. */
export const FILES_ENTRY: EntryTerms = { lateDays: DEFAULT_LATE_DAYS, origin: 'files' };

export type FleetTables = Pick<ImportBody, 'elevators' | 'visits' | 'outages' | 'inspections' | 'hazards'>;

/**
 * What schedules are judged by, an elevator at a time in the register's order. The records carry no numbers: nothing
 * that is judged here asks for them, and a fleet has millions.
 */
export function* dossiersOf({
  elevators,
  visits,
  outages,
  inspections,
  hazards,
}: FleetTables): Generator<ServiceRecords> {
  const visitsOf = byElevator(visits);
  const outagesOf = byElevator(outages);
  const inspectionsOf = byElevator(inspections);
  const hazardsOf = lookup(hazards ?? [], ({ hazard }) => hazard.registrationNo);
  for (const elevator of elevators) {
    const { registrationNo: no } = elevator;
    yield {
      registrationNo: no,
      elevator: recorded(elevator),
      visits: visitsOf(no).map(recorded),
      outages: outagesOf(no).map(recorded),
      inspections: inspectionsOf(no).map(recorded),
      hazards: hazardsOf(no).map(recordedHazard),
    };
  }
}

const UNNUMBERED = '' as RecordId;

function recorded<T>(value: T): Recorded<T> {
  return { id: UNNUMBERED, at: '', author: '', imported: true, value };
}

/** Hazards go by their place on the elevator, so each needs an id of its own. */
function recordedHazard({ hazard, steps }: ImportedHazard, index: number): RecordedHazard {
  return {
    ...recorded(hazard),
    id: `hazard/${index + 1}` as RecordId,
    steps: steps.map((step) => ({ id: UNNUMBERED, at: '', author: '', step })),
  };
}

export function byElevator<T extends { readonly registrationNo: string }>(
  records: readonly T[],
): (registrationNo: string) => readonly T[] {
  return lookup(records, ({ registrationNo }) => registrationNo);
}

function lookup<T>(records: readonly T[], keyOf: (record: T) => string): (key: string) => readonly T[] {
  const groups = grouped(records, keyOf);
  return (key) => groups.get(key) ?? [];
}
