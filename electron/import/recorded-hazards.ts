import type { Hazard } from '../../domain/hazard/hazard';
import type { HazardStep } from '../../domain/hazard/hazard-step';
import type { Recorded, RecordedHazard } from '../../domain/record/dossier';
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

/** What of a hazard a table can state: no photos, no times of day, no links to other records. */
export function inTable({ steps, ...hazard }: HazardRow): object {
  return {
    ...hazard,
    foundTime: undefined,
    photos: undefined,
    sourceRecord: undefined,
    itemId: undefined,
    steps: steps.map(stepInTable),
  };
}

function stepInTable(step: HazardStep): object {
  const documents = step.evidence?.documents ?? [];
  return { ...step, time: undefined, evidence: documents.length === 0 ? undefined : { documents } };
}
