import type { DoubtThreshold } from '../pack/doubt-threshold';
import { besideEvents, doubtOf, MISSING_FACTS, type Doubt, type Finding, type MissingFact } from './doubt';
import type { Span, TimedEvent } from './event-index';
import type { DoubtFacts } from './facts';
import { countOf, isTimed, MODE_KINDS, overlaps, runsInside, spansOf } from './second-source';

/**
 * A visit in whose minutes a second source counts `threshold` runs in normal operation and more, with neither maintenance
 * mode nor the inspection switch on; `tolerance` minutes at both ends are let pass, for clocks. Needs rows of the source
 * that cover minutes of the visit, and the times of visits. Honest cases look like it: trial runs behind the work, work in
 * the machine room while the car serves, a device that does not know the modes, a clock that is wrong.
 */
export function tripsMeanwhile(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const { tolerance = 0 } = threshold;
  const doubts: Doubt[] = [];
  const missing = new Set<MissingFact>();
  let lookedAt = 0;
  for (const one of facts.seen) {
    if (!isTimed(one)) {
      missing.add('times');
      continue;
    }
    const near = facts.eventsNear(one);
    if (!isCovered(one, near)) {
      missing.add(near.some(isOpen) ? 'source-times' : 'second-source');
      continue;
    }
    lookedAt += 1;
    const runs = runsInside(one, near, tolerance);
    const measure = countOf(runs);
    if (measure < threshold.threshold) continue;
    const { visit } = one;
    const beside = [besideEvents(runs.map(({ event }) => event))];
    doubts.push(
      doubtOf(threshold, {
        level: 'question',
        visits: [visit],
        beside,
        people: visit.technicians,
        measure,
        unit: 'runs',
      }),
    );
  }
  if (facts.deviceEvents === null) missing.add('second-source');
  return { doubts, lookedAt, missing: MISSING_FACTS.filter((fact) => missing.has(fact)) };
}

/** A switch that was on, runs that were counted inside the visit, or that there was none. */
function isCovered(visit: Span, near: readonly TimedEvent[]): boolean {
  return (
    spansOf(near, MODE_KINDS).some((mode) => overlaps(mode, visit)) ||
    runsInside(visit, near, 0).length > 0 ||
    spansOf(near, ['trips']).some((one) => one.event.count === 0 && overlaps(one, visit))
  );
}

function isOpen({ event: { kind }, end }: TimedEvent): boolean {
  return end === null && (kind === 'trips' || MODE_KINDS.includes(kind));
}
