import { bornLife, livedOn } from '../../domain/hazard/hazard-life';
import type { HazardStep } from '../../domain/hazard/hazard-step';
import { stepRefusal } from '../../domain/hazard/lifecycle';
import { canonicalJson } from '../../domain/record/canonical-json';
import { hazardNoOf } from '../../domain/record/hazard-no';
import { comparableStep } from '../../domain/record/same-record';
import { lifecycleRulesOf } from '../../domain/risk/lifecycle-rules';
import type { HazardNames } from './hazard-names';
import type { HazardRow } from './read-hazard';
import type { ReadRow } from './read-row';
import type { ReadRows } from './read-table';
import type { StepRow } from './read-step';
import { refusalAt, type PartRefusal, type RowAt } from './refusal-at';
import type { Lookup } from './row-context';

type Steps = readonly ReadRow<StepRow>[];

export interface AttachedSteps {
  /** The hazards with the steps of the other table between their own, by day. */
  readonly hazards: ReadRows['hazards'];
  /** By the hazard's row. */
  readonly of: ReadonlyMap<RowAt, Steps>;
  readonly refusals: readonly PartRefusal[];
  /** Steps that are on record already, of hazards that the files do not name. */
  readonly unchanged: Steps;
}

/**
 * Steps come to the hazard of their number on their elevator: one of the files, or one on record that has them already.
 * A hazard whose steps the lifecycle does not allow is refused with them, so that nothing of it is lost.
 */
export function attachSteps(
  { hazards, hazard_steps: steps }: ReadRows,
  lookup: Lookup,
  names: HazardNames | undefined,
): AttachedSteps {
  if (steps.length === 0) return { hazards, of: new Map(), refusals: [], unchanged: [] };
  const byNumber = new Map<string, ReadRow<StepRow>[]>();
  for (const row of steps) {
    const key = keyOf(row.value.registrationNo, row.value.hazardNo);
    const own = byNumber.get(key);
    if (own === undefined) byNumber.set(key, [row]);
    else own.push(row);
  }
  const refusals: PartRefusal[] = [];
  const of = new Map<RowAt, Steps>();
  const rules = lifecycleRulesOf(names);
  const attached = hazards.flatMap((row): ReadRow<HazardRow>[] => {
    const { hazardNo, registrationNo } = row.value;
    const key = hazardNo === undefined ? '' : keyOf(registrationNo, hazardNo);
    const own = byNumber.get(key);
    if (own === undefined) return [row];
    byNumber.delete(key);
    const all = byDay(row.value.steps, own);
    let life = bornLife(row.value);
    for (const { step, from } of all) {
      const why = stepRefusal(row.value, life, step, rules);
      if (why !== null) {
        const params = { act: step.act, why, state: life.state };
        for (const at of new Set([...own, row, from ?? row]))
          refusals.push(refusalAt(at, at === row ? 'hazard_no' : 'act', 'step-refused', params));
        return [];
      }
      life = livedOn(life, step);
    }
    const joined = row.as({ ...row.value, steps: all.map(({ step }) => step) });
    of.set(joined, own);
    return [joined];
  });
  const left = [...byNumber.values()].flat();
  const unchanged = left.filter((row) => isOnRecord(row.value, lookup));
  for (const row of left) if (!unchanged.includes(row)) refusals.push(withoutHazard(row));
  return { hazards: attached, of, refusals, unchanged };
}

/** A step whose hazard is not among what is taken. */
export function withoutHazard(row: ReadRow<StepRow>): PartRefusal {
  return refusalAt(row, 'hazard_no', 'step-without-hazard');
}

function keyOf(registrationNo: string, hazardNo: string): string {
  return `${registrationNo} ${hazardNo}`;
}

/** In the order of their days; of one day those of the hazard's own row first, the others as they stand. */
function byDay(own: readonly HazardStep[], rows: Steps): { readonly step: HazardStep; readonly from: RowAt | null }[] {
  const all = [
    ...own.map((step) => ({ step, from: null })),
    ...rows.map((row) => ({ step: row.value.step, from: row })),
  ];
  return all.sort((a, b) => (a.step.on < b.step.on ? -1 : a.step.on > b.step.on ? 1 : 0));
}

function isOnRecord({ registrationNo, hazardNo, step }: StepRow, lookup: Lookup): boolean {
  const hazards = lookup(registrationNo)?.hazards ?? [];
  const found = hazards.find(({ id }) => hazardNoOf(hazards, id) === hazardNo);
  const said = canonicalJson(comparableStep(step));
  return found?.steps.some((recorded) => canonicalJson(comparableStep(recorded.step)) === said) === true;
}
