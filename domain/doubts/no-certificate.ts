import { toEpochDay, type EpochDay } from '../calendar/civil-date';
import type { DoubtThreshold } from '../pack/doubt-threshold';
import type { Certificate } from './certificate';
import { doubtOf, type Finding } from './doubt';
import { writtenName, type DoubtFacts, type Seen } from './facts';

/**
 * Visits of a person on days on which none of the certificates known of them was valid; of others nothing is said. One
 * doubt a person. The measure is the most days outside, beyond `threshold`. Needs certificates with days. Honest cases
 * look like it: a renewal not yet entered, a number typed wrong, people of one name.
 */
export function noCertificate(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  if (facts.certificates === null) return { doubts: [], lookedAt: 0, missing: ['certificates'] };
  const known = new Map<string, Certificate[]>();
  for (const certificate of facts.certificates)
    for (const key of new Set(
      [certificate.name, certificate.number ?? ''].filter((name) => name !== '').map(facts.keyOf),
    ))
      known.set(key, [...(known.get(key) ?? []), certificate]);
  let some = 0;
  for (const { people } of facts.seen) if (people.some((key) => known.has(key))) some += 1;
  const doubts = [...known].flatMap(([person, certificates]) => {
    const visits = facts.byPerson().get(person) ?? [];
    const spans = certificates.map(daysOf);
    const outside = visits.filter(({ day }) => daysOutside(day, spans) > threshold.threshold);
    if (outside.length === 0) return [];
    return [
      doubtOf(threshold, {
        level: 'question',
        visits: outside.map(({ visit }) => visit),
        beside: certificates.map((certificate) => ({ type: 'certificate' as const, certificate })),
        people: [writtenName(outside[0]!.visit, person)],
        measure: most(outside, spans),
        unit: 'days',
      }),
    ];
  });
  return { doubts, lookedAt: some, missing: some < facts.seen.length ? ['certificates'] : [] };
}

interface Span {
  readonly from: EpochDay;
  readonly until: EpochDay;
}

/** A day that is not known is none that a visit could lie beyond. */
function daysOf({ validFrom, validUntil }: Certificate): Span {
  return {
    from: validFrom === undefined ? (-Infinity as EpochDay) : toEpochDay(validFrom),
    until: validUntil === undefined ? (Infinity as EpochDay) : toEpochDay(validUntil),
  };
}

function most(visits: readonly Seen[], spans: readonly Span[]): number {
  return visits.reduce((days, { day }) => Math.max(days, daysOutside(day, spans)), 0);
}

/** Days from the nearest certificate; 0 on a day that one of them covers. */
function daysOutside(day: EpochDay, spans: readonly Span[]): number {
  return spans.reduce((least, { from, until }) => Math.min(least, Math.max(from - day, day - until, 0)), Infinity);
}
