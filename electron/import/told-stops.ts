import type { ImportedRecord } from '../../domain/record/entry';
import { standing } from '../../domain/record/dossier';
import type { Elevator, Outage, RegistrationNo } from '../../domain/elevator/elevator';
import { withoutUndefined } from '../../domain/record/without-undefined';
import type { Lookup } from './row-context';
import type { ReadRow } from './read-row';
import type { ElevatorRow } from './row-context';

/** Told as its reason, so that nobody takes it for one that was entered as an outage. */
const STOPPED_BY_REGISTER = '使用状态：停用';

/** The stops that a register tells by day, as outages, but for those that an outage of the files or on record covers. */
export function toldStops(
  registers: readonly ReadRow<ElevatorRow>[],
  outages: readonly ReadRow<ImportedRecord<'outages'>>[],
  lookup: Lookup,
): ReadRow<ImportedRecord<'outages'>>[] {
  const stops = registers.filter(({ value }) => value.stoppedOn !== undefined);
  if (stops.length === 0) return [];
  const inFiles = new Map<RegistrationNo, Outage[]>();
  for (const { value } of outages)
    inFiles.set(value.registrationNo, [...(inFiles.get(value.registrationNo) ?? []), value]);
  return stops.flatMap((row) => {
    const { registrationNo, stoppedOn, endedOn } = row.value;
    if (stoppedOn === undefined || (endedOn !== undefined && endedOn <= stoppedOn)) return [];
    const known: readonly Outage[] = [
      ...(inFiles.get(registrationNo) ?? []),
      ...standing(lookup(registrationNo)?.outages ?? []),
    ];
    const covered = known.some(({ from, to }) => from <= stoppedOn && (to === undefined || to > stoppedOn));
    const until = endedOn === undefined ? {} : { to: endedOn };
    return covered ? [] : [row.as({ registrationNo, from: stoppedOn, ...until, reason: STOPPED_BY_REGISTER })];
  });
}

/** Without the day of the stop, which no elevator carries. */
export function withoutStop(row: ElevatorRow): Elevator {
  return withoutUndefined({ ...row, stoppedOn: undefined });
}
