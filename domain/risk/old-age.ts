import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { addMonths } from '../calendar/interval';
import { ageOf } from '../elevator/age';
import type { Elevator } from '../elevator/elevator';
import type { HazardCriteria, OldAge } from '../pack/hazard-criteria';
import { requirementIsFor } from '../pack/rule-pack';

export { ageOf, type Age } from '../elevator/age';

export interface ReachedAge {
  readonly rule: OldAge;
  /** The day on which the years are full. */
  readonly on: CivilDate;
  readonly reached: boolean;
}

/** Every rule about age that is for this elevator, with its day, in the pack's order; none where its age is unknown. */
export function oldAgesOf(
  elevator: Elevator,
  { oldAges }: Pick<HazardCriteria, 'oldAges'>,
  asOf: CivilDate,
): readonly ReachedAge[] {
  const age = ageOf(elevator, asOf);
  if (age === null) return [];
  return oldAges
    .filter((rule) => requirementIsFor(rule, elevator))
    .map((rule) => {
      const on = toCivilDate(addMonths(toEpochDay(age.since), 12 * rule.years));
      return { rule, on, reached: on <= asOf };
    });
}

const DEMANDS = ['must', 'may', 'none'] as const satisfies readonly OldAge['assessment'][];

/**
 * The rule by which it counts as old: of those reached the most demanding (confirmed before unverified, an assessment
 * demanded before allowed, fewer years), else the one that will be reached first. Null where its age is unknown or no
 * rule is for it.
 */
export function oldAgeOf(
  elevator: Elevator,
  criteria: Pick<HazardCriteria, 'oldAges'>,
  asOf: CivilDate,
): ReachedAge | null {
  const ages = oldAgesOf(elevator, criteria, asOf);
  const reached = ages.filter((age) => age.reached);
  if (reached.length > 0) return [...reached].sort((a, b) => byDemand(a.rule, b.rule))[0] ?? null;
  return [...ages].sort((a, b) => a.rule.years - b.rule.years || byDemand(a.rule, b.rule))[0] ?? null;
}

function byDemand(a: OldAge, b: OldAge): number {
  return (
    Number(a.confidence === 'unverified') - Number(b.confidence === 'unverified') ||
    DEMANDS.indexOf(a.assessment) - DEMANDS.indexOf(b.assessment) ||
    a.years - b.years
  );
}
