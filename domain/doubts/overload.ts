import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Doubt, type Finding } from './doubt';
import { writtenName, type DoubtFacts, type Seen } from './facts';

/**
 * One person at more elevators on one day than `threshold`. It is but a note where all stand at one site, as a row of
 * escalators is soon done, and where the records hold times of all of them that fit into a day of `tolerance` minutes,
 * from the first start to the last end. Needs people. Honest cases look like it: short visits side by side, apprentices named on
 * every sheet, people of one name.
 */
export function overload(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const doubts: Doubt[] = [];
  for (const [person, visits] of facts.byPerson())
    for (const day of fullDays(visits, threshold.threshold)) {
      const elevators = new Set(day.map(({ visit }) => visit.registrationNo)).size;
      if (elevators <= threshold.threshold) continue;
      const sites = new Set(day.map(({ site }) => site));
      doubts.push(
        doubtOf(threshold, {
          level: (sites.size === 1 && !sites.has(null)) || fits(day, threshold.tolerance) ? 'note' : 'question',
          visits: day.map(({ visit }) => visit),
          people: [writtenName(day[0]!.visit, person)], // a day has a visit
          measure: elevators,
          unit: 'elevators',
        }),
      );
    }
  let lookedAt = 0;
  for (const { people } of facts.seen) if (people.length > 0) lookedAt += 1;
  return { doubts, lookedAt, missing: lookedAt < facts.seen.length ? ['people'] : [] };
}

/** Whether all have times, and the day has no more than `most` minutes from the first start to the last end. */
function fits(day: readonly Seen[], most = 0): boolean {
  let [first, last] = [Infinity, -Infinity];
  for (const { start, end } of day) {
    if (start === null || end === null) return false;
    [first, last] = [Math.min(first, start), Math.max(last, end)];
  }
  return last - first <= most;
}

/** The days with more visits than `most`, out of visits in order. */
function* fullDays(visits: readonly Seen[], most: number): Generator<readonly Seen[]> {
  for (let from = 0; from < visits.length;) {
    let to = from + 1;
    while (to < visits.length && visits[to]!.day === visits[from]!.day) to += 1;
    if (to - from > most) yield visits.slice(from, to);
    from = to;
  }
}
