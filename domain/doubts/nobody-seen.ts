import type { DoubtThreshold } from '../pack/doubt-threshold';
import { besideEvents, doubtOf, MISSING_FACTS, type Doubt, type Finding, type MissingFact } from './doubt';
import type { Span, TimedEvent } from './event-index';
import type { DoubtFacts } from './facts';
import { isTimed, narrowed, overlaps, SEEN_KINDS, sharedMinutes, spansOf } from './second-source';

/**
 * A visit of whose minutes `threshold` and more lie where a second source saw nobody, and nobody else saw somebody;
 * `tolerance` minutes at both ends of what was seen are let pass. Needs rows of what was seen with both times, by a clock
 * that was compared with the right one, and the times of visits. Honest cases look like it: another entrance, work in the
 * machine room or the pit, a picture that does not show the place.
 */
export function nobodySeen(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const { tolerance = 0 } = threshold;
  const doubts: Doubt[] = [];
  const missing = new Set<MissingFact>();
  let lookedAt = 0;
  for (const one of facts.seen) {
    if (!isTimed(one)) {
      missing.add('times');
      continue;
    }
    const near = facts.eventsNear(one).filter(({ event }) => SEEN_KINDS.includes(event.kind));
    const known = near.filter(({ event }) => event.clockAhead !== undefined);
    const spans = spansOf(known, SEEN_KINDS).filter((span) => overlaps(span, one));
    if (spans.length === 0) {
      missing.add(lackOf(near));
      continue;
    }
    lookedAt += 1;
    const absent = spans.filter(({ event }) => event.kind === 'person-absent');
    const present = spans.filter(({ event }) => event.kind === 'person-present');
    const measure = minutesAlone(one, narrowed(absent, tolerance), present);
    if (measure < threshold.threshold) continue;
    const { visit } = one;
    const beside = [besideEvents(absent.map(({ event }) => event))];
    doubts.push(
      doubtOf(threshold, {
        level: 'question',
        visits: [visit],
        beside,
        people: visit.technicians,
        measure,
        unit: 'minutes',
      }),
    );
  }
  if (facts.deviceEvents === null) missing.add('second-source');
  return { doubts, lookedAt, missing: MISSING_FACTS.filter((fact) => missing.has(fact)) };
}

/** Minutes of a visit in the spans of one kind and in none of the other. */
function minutesAlone(visit: Span, spans: readonly Span[], others: readonly Span[]): number {
  return sharedMinutes(visit, [...spans, ...others]) - sharedMinutes(visit, others);
}

function lackOf(near: readonly TimedEvent[]): MissingFact {
  if (near.length === 0) return 'second-source';
  return near.some(({ end }) => end === null) ? 'source-times' : 'source-clock';
}
