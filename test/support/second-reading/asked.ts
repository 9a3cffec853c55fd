import type { RuleVersion } from '../../../domain/pack/rule-pack';
import type { Day } from './days';
import type { Stretch } from './stretch';

/** One thing asked for by a day: an act in a month, in a year, between two inspections. */
export interface Asked {
  /** From when it stands, where no act lies before it. */
  readonly from: Day;
  readonly deadline: Day | null;
  /** The act that answered it; null = none yet. */
  readonly by: Day | null;
  readonly version: RuleVersion | null;
}

/** What is asked, as intervals from the act before it, or from the start of the clock: things that the same act answers too late make one gap. */
export function asStretches(asked: readonly Asked[], events: readonly Day[], start: Day | null): Stretch[] {
  const isLate = ({ by, deadline }: Asked): boolean => by === null || (deadline !== null && deadline < by);
  const stretches: Stretch[] = [];
  for (let i = 0; i < asked.length;) {
    const first = asked[i]!;
    let until = i + 1;
    while (isLate(first) && until < asked.length && asked[until]!.by === first.by && isLate(asked[until]!)) until += 1;
    const together = asked.slice(i, until);
    stretches.push({
      from:
        events.findLast((day) => day < first.from || (day === first.from && day !== first.by)) ?? start ?? first.from,
      to: first.by,
      deadline: (k) => together[k - 1]?.deadline ?? null,
      version: first.version,
      weight: first.version?.confidence ?? 'unverified',
    });
    i = until;
    // The act that came too late for these ended the interval; it is no second one for the youngest.
    while (isLate(first) && first.by !== null && i < asked.length && asked[i]!.by === first.by) i += 1;
  }
  return stretches;
}
