import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Doubt, type Finding } from './doubt';
import type { DoubtFacts, Seen } from './facts';

/** Days that tell an order from a slip of a day or a night shift. */
export const OUT_OF_ORDER = 3;

/**
 * Written down when a visit of the same people, of a day `threshold` days later and more, stood there already: whoever
 * writes each day, or each week, writes in the order of the days. Needs people and when it was written down. Honest cases
 * look like it: a sheet that was found later, one of two who writes for both, people of one name.
 */
export function enteredOutOfOrder(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const doubts: Doubt[] = [];
  for (const [one, later] of overtakenBy(facts, threshold.threshold))
    doubts.push(
      doubtOf(threshold, {
        level: 'question',
        visits: [one.visit, later.visit],
        people: one.visit.technicians,
        measure: later.day - one.day,
        unit: 'days',
      }),
    );
  let [lookedAt, people, entries] = [0, true, true];
  for (const { enteredOn, people: named } of facts.seen) {
    if (enteredOn !== null && named.length > 0) lookedAt += 1;
    if (enteredOn === null) entries = false;
    if (named.length === 0) people = false;
  }
  return {
    doubts,
    lookedAt,
    missing: [...(people ? [] : ['people' as const]), ...(entries ? [] : ['entered-at' as const])],
  };
}

/** Visits that stand in the records behind one of the same people of a day so much later, with the latest such. */
export function overtakenBy(facts: DoubtFacts, days: number): ReadonlyMap<Seen, Seen> {
  const found = new Map<Seen, Seen>();
  for (const visits of facts.byPerson().values()) {
    if (isInOrder(visits)) continue;
    const written = visits.filter(({ enteredOn }) => enteredOn !== null).sort((a, b) => minuteOf(a) - minuteOf(b));
    let latest: Seen | undefined; // of all that were written down before
    let waiting: Seen | undefined; // the same, of those written down in the very same minute
    let minute = -Infinity;
    for (const one of written) {
      if (minuteOf(one) > minute) {
        if (waiting !== undefined && (latest === undefined || waiting.day > latest.day)) latest = waiting;
        [waiting, minute] = [undefined, minuteOf(one)];
      }
      if (latest !== undefined && latest.day - one.day >= days) {
        const known = found.get(one);
        if (known === undefined || latest.day > known.day) found.set(one, latest);
      }
      if (waiting === undefined || one.day > waiting.day) waiting = one;
    }
  }
  return found;
}

const DAY = 1440;

/** Of a day alone its end is what is known. */
function minuteOf({ enteredAt, enteredOn }: Seen): number {
  return enteredAt ?? enteredOn! * DAY + DAY; // only of those that say when
}

function isInOrder(visits: readonly Seen[]): boolean {
  let last = -Infinity;
  for (const one of visits) {
    if (one.enteredOn === null) continue;
    const minute = minuteOf(one);
    if (minute < last) return false;
    last = minute;
  }
  return true;
}
