import { overtakenBy, OUT_OF_ORDER } from './entry-order';
import type { DoubtFacts, Seen } from './facts';

/**
 * What may be seen of a visit and asks nothing by itself: honest people do each of these every day. Only several of them
 * together, far beyond what is usual there, are told (`join-signs.ts`).
 */
export const WEAK_SIGNS = [
  'same-hours',
  'same-note',
  'same-readings',
  'side-by-side',
  'end-to-end',
  'half-as-long',
  'entered-after-days',
  'entered-out-of-order',
  'entered-in-one-go',
  'without-photo',
  'unconfirmed',
] as const;
export type WeakSign = (typeof WEAK_SIGNS)[number];

/** Days from the visit to its entry. */
const DAYS_AFTER = 2;
/** Minutes from entry to entry in one sitting. */
const ONE_GO = 3;

/** Of a visit: true = has the sign, false = has not, null = lacks the facts. */
export type Signs = (one: Seen, before: Seen | undefined) => Readonly<Record<WeakSign, boolean | null>>;

/** How a visit is looked at; `before` is the one before it at its elevator. */
export function weakSigns(facts: DoubtFacts): Signs {
  const { sideBySide, endToEnd } = besideOthers(facts);
  const outOfOrder = overtakenBy(facts, OUT_OF_ORDER);
  const usualOf = usualMinutes(facts);
  const someConfirmed = facts.seen.some(isConfirmed);
  return (one, before) => {
    const { visit, start, end, enteredOn, enteredAt, people } = one;
    const timed = start !== null && end !== null;
    const placed = timed && people.length > 0 && one.site !== null;
    const enteredBefore = before?.enteredAt ?? null;
    const usual = usualOf(one);
    return {
      'same-hours': timed && before !== undefined && isTimed(before) ? isSameHours(one, before) : null,
      'same-note': before === undefined ? null : (visit.note ?? '') !== '' && visit.note === before.visit.note,
      'same-readings': before === undefined ? null : isSameReadings(one, before),
      'side-by-side': placed ? sideBySide.has(one) : null,
      'end-to-end': placed ? endToEnd.has(one) : null,
      'half-as-long': timed && usual !== null ? (end - start) * 2 < usual : null,
      'entered-after-days': enteredOn === null ? null : enteredOn - one.day >= DAYS_AFTER,
      'entered-out-of-order': enteredOn === null || people.length === 0 ? null : outOfOrder.has(one),
      'entered-in-one-go':
        enteredAt === null || enteredBefore === null ? null : Math.abs(enteredAt - enteredBefore) <= ONE_GO,
      'without-photo':
        visit.checklist === undefined ? null : visit.checklist.results.every(({ photos = [] }) => photos.length === 0),
      unconfirmed: someConfirmed ? !isConfirmed(one) : null,
    };
  };
}

function isConfirmed({ visit: { confirmedBy } }: Seen): boolean {
  return confirmedBy !== undefined && confirmedBy.trim() !== '';
}

const DAY = 1440;

function isTimed({ start, end }: Seen): boolean {
  return start !== null && end !== null;
}

function isSameHours(one: Seen, before: Seen): boolean {
  const [moved, own] = [(one.day - before.day) * DAY, one.start! - before.start!]; // both have times
  return own === moved && one.end! - before.end! === moved;
}

/** Null where one of the two has no readings. */
function isSameReadings(one: Seen, before: Seen): boolean | null {
  const [here, there] = [readingsOf(one), readingsOf(before)];
  const shared = [...here].filter(([item]) => there.has(item));
  return shared.length === 0 ? null : shared.every(([item, reading]) => there.get(item) === reading);
}

function readingsOf({ visit: { checklist } }: Seen): ReadonlyMap<string, number> {
  const read = new Map<string, number>();
  for (const { itemId, reading } of checklist?.results ?? []) if (reading !== undefined) read.set(itemId, reading);
  return read;
}

/** Visits that share a minute with another of the same person at the same site, or begin when one ends. */
function besideOthers(facts: DoubtFacts): { readonly sideBySide: Set<Seen>; readonly endToEnd: Set<Seen> } {
  const [sideBySide, endToEnd] = [new Set<Seen>(), new Set<Seen>()];
  for (const visits of facts.byPerson().values()) {
    let before: Seen | undefined;
    for (const one of visits) {
      if (one.start === null || one.end === null) continue;
      if (before !== undefined && one.site !== null && before.site === one.site && one.start < before.end!) {
        sideBySide.add(one);
        sideBySide.add(before);
      } else if (before !== undefined && one.start === before.end) endToEnd.add(one);
      if (before === undefined || one.end > before.end!) before = one;
    }
  }
  return { sideBySide, endToEnd };
}

/** The middle length of the fleet's visits by kind of elevator and category; null of fewer than twenty. */
function usualMinutes(facts: DoubtFacts): (one: Seen) => number | null {
  const lengths = new Map<string, number[]>();
  const keyOf = ({ visit }: Seen): string => `${facts.elevatorOf(visit.registrationNo)?.kind ?? ''} ${visit.task}`;
  for (const one of facts.seen) {
    if (one.start === null || one.end === null) continue;
    const key = keyOf(one);
    const known = lengths.get(key);
    if (known === undefined) lengths.set(key, [one.end - one.start]);
    else known.push(one.end - one.start);
  }
  const FEWEST = 20;
  const middle = new Map(
    [...lengths].map(([key, all]) => {
      all.sort((a, b) => a - b);
      return [key, all.length < FEWEST ? null : all[all.length >> 1]!] as const;
    }),
  );
  return (one) => middle.get(keyOf(one)) ?? null;
}
