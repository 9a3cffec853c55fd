import type { Hazard } from '../../domain/hazard/hazard';
import type { Recorded, RecordedHazard } from '../../domain/record/dossier';
import { comparableStep, samenessOf } from '../../domain/record/same-record';
import type { HazardRow } from './read-hazard';

/**
 * A hazard on record as the rows that a ledger may have had of it: as found, after its first step, after its second, … A
 * file that is older than the record says nothing new.
 */
export function asLedgerRows({ value, original, steps, ...record }: RecordedHazard): Recorded<HazardRow>[] {
  const taken = steps.map(({ step }) => step);
  const after = (hazard: Hazard, count: number): HazardRow => ({ ...hazard, steps: taken.slice(0, count) });
  return Array.from({ length: taken.length + 1 }, (_, count) => ({
    ...record,
    value: after(value, count),
    ...(original === undefined ? {} : { original: after(original, count) }),
  }));
}

/** What of a hazard and its steps a table can state. */
export function inTable({ steps, hazardNo: _, ...hazard }: HazardRow): object {
  return { ...samenessOf('hazards').comparable(hazard), steps: steps.map(comparableStep) };
}
