import type { DoubtThreshold, LeastMinutes } from '../pack/doubt-threshold';
import { doubtOf, type Doubt, type Finding } from './doubt';
import type { DoubtFacts, Seen } from './facts';

/**
 * A visit shorter than the least minutes of its category and the elevator's kind; visits of one elevator within
 * three days count together, for what was broken off is ended on the next working day. Needs start and end. Honest cases look like it: a time pressed late, a
 * start and an end typed afterwards, the rest of the work on another day.
 */
export function tooShort(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const doubts: Doubt[] = [];
  let lookedAt = 0;
  for (const [no, visits] of facts.byElevator()) {
    const leastOf = leastMinutes(threshold, facts.elevatorOf(no)?.kind);
    for (const one of visits) {
      if (one.start === null || one.end === null) continue;
      lookedAt += 1;
      const least = leastOf?.[one.visit.task] ?? threshold.threshold;
      if (one.end - one.start >= least) continue;
      const minutes = minutesAround(one, visits);
      if (minutes < least)
        doubts.push(
          doubtOf(threshold, {
            level: 'question',
            visits: [one.visit],
            people: one.visit.technicians,
            measure: minutes,
            threshold: least,
            unit: 'minutes',
          }),
        );
    }
  }
  return { doubts, lookedAt, missing: lookedAt < facts.seen.length ? ['times'] : [] };
}

function leastMinutes(
  { leastMinutes: lines = [] }: DoubtThreshold,
  kind: string | undefined,
): LeastMinutes['minutes'] | undefined {
  const own = lines.find(({ kinds }) => kinds !== 'all' && kind !== undefined && kinds.includes(kind));
  return (own ?? lines.find(({ kinds }) => kinds === 'all'))?.minutes;
}

const DAYS = 3;

function minutesAround({ day }: Seen, ofElevator: readonly Seen[]): number {
  const near = ofElevator.filter((one) => Math.abs(one.day - day) <= DAYS);
  return near.reduce((sum, { start, end }) => sum + (start === null || end === null ? 0 : end - start), 0);
}
