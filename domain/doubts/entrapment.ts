import type { CallOut } from '../callout/callout';
import { minuteSinceEpoch } from '../callout/local-minute';
import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Doubt, type Finding } from './doubt';
import type { DoubtFacts } from './facts';

/**
 * A maintenance visit that shares at least `threshold` minutes with an entrapment in the same elevator, from its report
 * to the freeing. Needs a table of call-outs with the freeing, and the times of visits. Honest cases look like it: a
 * rescue written down as a visit too, a clock that is wrong, a call about the car beside it.
 */
export function entrapment(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const doubts: Doubt[] = [];
  for (const callOut of facts.callouts ?? []) {
    if (callOut.kind !== 'entrapment' || callOut.freedAt === undefined) continue;
    const [from, to] = [minuteSinceEpoch(callOut.reportedAt), minuteSinceEpoch(callOut.freedAt)];
    for (const { visit, start, end } of facts.byElevator().get(callOut.registrationNo) ?? []) {
      if (start === null || end === null) continue;
      const shared = Math.min(end, to) - Math.max(start, from);
      if (shared >= threshold.threshold) doubts.push(asked(callOut, visit, shared, threshold));
    }
  }
  if (facts.callouts === null) return { doubts, lookedAt: 0, missing: ['callouts'] };
  const lookedAt = facts.seen.filter(({ start }) => start !== null).length;
  return { doubts, lookedAt, missing: lookedAt < facts.seen.length ? ['times'] : [] };
}

function asked(callOut: CallOut, visit: Doubt['visits'][number], measure: number, threshold: DoubtThreshold): Doubt {
  const beside = [{ type: 'callout', callOut }] as const;
  return doubtOf(threshold, {
    level: 'question',
    visits: [visit],
    beside,
    people: visit.technicians,
    measure,
    unit: 'minutes',
  });
}
