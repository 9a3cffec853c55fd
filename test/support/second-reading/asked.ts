import type { RuleVersion } from '../../../domain/pack/rule-pack';
import { dayOf, type Day } from './days';
import type { Question } from './question';
import type { Stretch } from './stretch';

/** From where the days of a rule are counted. */
export interface Clock {
  readonly start: Day | null;
  readonly events: readonly Day[];
}

/** One thing asked for by a day: an act in a month, in a year, between two inspections. */
export interface Asked {
  /** From when it stands, where no act lies before it. */
  readonly from: Day;
  readonly deadline: Day | null;
  /** The act that answered it; null = none yet. */
  readonly by: Day | null;
  readonly version: RuleVersion | null;
}

/**
 * What is asked, by deadline, but for what was over before the first version, as intervals from the act before it, or from the start of the clock. What the same act
 * answers too late, or nobody yet, is one gap a version; an act ends one interval, whatever else it is in time for.
 */
export function asStretches(
  everything: readonly Asked[],
  { start, events }: Clock,
  { rule, asOf }: Pick<Question, 'rule' | 'asOf'>,
): Stretch[] {
  const began = dayOf(rule.versions[0]!.effectiveFrom ?? '0001-01-01');
  const asked = everything.filter(
    ({ deadline, by }) => deadline === null || deadline >= began || (by ?? asOf) >= began,
  );
  const isLate = ({ by, deadline }: Asked): boolean => deadline !== null && deadline < (by ?? asOf);
  const stretches: Stretch[] = [];
  for (let i = 0; i < asked.length;) {
    const first = asked[i]!;
    let until = i + 1;
    while (until < asked.length && [first, asked[until]!].every(isLate) && isOfOneGap(first, asked[until]!)) until += 1;
    const together = asked.slice(i, until);
    if (isLate(first) || !stretches.some(({ to }) => to === first.by))
      stretches.push({
        from:
          events.findLast((day) => day < Math.min(first.deadline ?? Infinity, first.by ?? Infinity)) ??
          start ??
          first.from,
        to: first.by,
        deadline: (k) => together[k - 1]?.deadline ?? null,
        version: first.version,
        weight: first.version?.confidence ?? 'unverified',
      });
    i = until;
  }
  return stretches;
}

function isOfOneGap(one: Asked, other: Asked): boolean {
  return one.by === other.by && one.version === other.version;
}
