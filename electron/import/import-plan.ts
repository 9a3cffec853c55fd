import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { ImportBody } from '../../domain/record/entry';
import type { RecordId } from '../../domain/record/record-id';
import type { ImportPreview, RecordsFromProposal } from '../../domain/bridge/import-replies';

type ElevatorChange = ImportBody['elevatorChanges'][number];

/** What a dry run found worth writing, before anybody decided about its proposals. */
export interface ImportPlan extends Required<
  Pick<
    ImportBody,
    | 'sources'
    | 'elevators'
    | 'visits'
    | 'outages'
    | 'inspections'
    | 'callouts'
    | 'hazards'
    | 'deviceEvents'
    | 'contracts'
    | 'dailyChecks'
  >
> {
  readonly elevatorUpdates: ImportPreview['elevatorUpdates'];
  readonly recordUpdates: ImportPreview['recordUpdates'];
  readonly recordsFromProposals: readonly RecordsFromProposal[];
}

/** Which of the records that rows tell otherwise are corrected, and why. */
export interface ChosenCorrections {
  readonly corrections: ReadonlySet<RecordId>;
  readonly reason: string;
}

/** The body of the entry, with the proposals that were accepted. Null when there is nothing to write. */
export function importBody(
  { plan }: { readonly plan: ImportPlan },
  acceptRecordsFrom: ReadonlySet<RegistrationNo>,
  acceptUpdates: ReadonlySet<RegistrationNo>,
  chosen: ChosenCorrections = { corrections: new Set(), reason: '' },
): ImportBody | null {
  const { sources, visits, outages, inspections, callouts, hazards, deviceEvents, contracts, dailyChecks } = plan;
  const accepted = plan.recordsFromProposals.filter(({ registrationNo }) => acceptRecordsFrom.has(registrationNo));
  const recordsFrom = new Map(accepted.map(({ registrationNo, from }) => [registrationNo, from]));
  const elevators = plan.elevators.map((elevator) => {
    const from = recordsFrom.get(elevator.registrationNo);
    return from === undefined ? elevator : { ...elevator, recordsFrom: from };
  });
  const isNew = new Set(elevators.map(({ registrationNo }) => registrationNo));
  const elevatorChanges = mergeByElevator([
    ...plan.elevatorUpdates.filter(({ registrationNo }) => acceptUpdates.has(registrationNo)),
    ...accepted.filter(({ registrationNo }) => !isNew.has(registrationNo)).map(recordsFromChange),
  ]);
  const corrections = plan.recordUpdates
    .filter(({ corrects }) => chosen.corrections.has(corrects))
    .map(({ registrationNo, list, corrects, changes }) => ({
      ...{ registrationNo, list, corrects, changes },
      reason: chosen.reason,
    }));
  // Absent where there are none: an import of before they were kept has no such lists.
  const newer = {
    ...(dailyChecks.length > 0 && { dailyChecks }),
    ...(deviceEvents.length > 0 && { deviceEvents }),
    ...(contracts.length > 0 && { contracts }),
  };
  const records = { visits, outages, inspections, callouts, hazards, ...newer };
  const lists = [elevators, elevatorChanges, corrections, ...Object.values(records)];
  if (lists.every((list) => list.length === 0)) return null;
  const body = { sources, elevators, elevatorChanges, ...records };
  return corrections.length === 0 ? body : { ...body, corrections };
}

function recordsFromChange({ registrationNo, from }: RecordsFromProposal): ElevatorChange {
  return { registrationNo, changes: [{ field: 'recordsFrom', from: null, to: from }] };
}

function mergeByElevator(changes: readonly ElevatorChange[]): ElevatorChange[] {
  const merged = new Map<RegistrationNo, ElevatorChange>();
  for (const change of changes) {
    const before = merged.get(change.registrationNo);
    merged.set(change.registrationNo, { ...change, changes: [...(before?.changes ?? []), ...change.changes] });
  }
  return [...merged.values()];
}
