import type { EpochDay } from '../calendar/civil-date';
import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Doubt, type Finding } from './doubt';
import type { DoubtFacts, Seen } from './facts';

/**
 * Written down `threshold` days after the visit and later, when other visits were due already. Late entry is lawful.
 * Needs the day of entry. Honest cases look like it: paper of a contractor before, a machine that was away.
 */
export function enteredLate(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  return each(facts, (one, enteredOn) => {
    const days = enteredOn - one.day;
    if (days < threshold.threshold) return null;
    return doubtOf(threshold, { ...of(one), level: 'question', measure: days, unit: 'days' });
  });
}

/**
 * Written down before the visit had ended, by `threshold` minutes and more: what stands there was not done yet. Up to
 * `tolerance` minutes it is but a note: a clock an hour off, one end written for a whole round. Needs the minute of entry and the end of the visit, or a day of entry before the visit. Honest cases look like it: a clock that
 * is wrong, a planned end entered with the start.
 */
export function enteredEarly(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const { tolerance = 0 } = threshold;
  return each(facts, (one, enteredOn) => {
    const minutes = minutesEarly(one, enteredOn);
    if (minutes === null || minutes < threshold.threshold) return null;
    const level = minutes > tolerance ? 'impossible' : 'note';
    return doubtOf(threshold, { ...of(one), level, measure: minutes, unit: 'minutes' });
  });
}

/** Minutes from one entry to the next in one sitting, and entries in one minute that nobody types. */
const SITTING = 15;
const TYPED = 30;

/**
 * Visits of one elevator on different days, `threshold` of them and more, written down in one sitting. Of entries that
 * come faster than anybody types it is but a note. Needs the minute of entry. Honest cases look like it: a table taken
 * over from another program, sheets of weeks that a clerk typed after an absence.
 */
export function enteredTogether(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const doubts: Doubt[] = [];
  const inMinute = new Map<number, number>();
  let lookedAt = 0;
  for (const { enteredAt } of facts.seen) {
    if (enteredAt === null) continue;
    lookedAt += 1;
    inMinute.set(enteredAt, (inMinute.get(enteredAt) ?? 0) + 1);
  }
  for (const visits of facts.byElevator().values())
    for (const sitting of sittingsOf(visits)) {
      const days = new Set(sitting.map(({ day }) => day)).size;
      if (days < threshold.threshold) continue;
      const isTyped = sitting.every(({ enteredAt }) => inMinute.get(enteredAt!)! <= TYPED); // a sitting has minutes
      doubts.push(
        doubtOf(threshold, {
          level: isTyped ? 'question' : 'note',
          visits: sitting.map(({ visit }) => visit),
          measure: sitting.length,
          unit: 'visits',
        }),
      );
    }
  return { doubts, lookedAt, missing: lookedAt < facts.seen.length ? ['entered-at'] : [] };
}

/** Visits whose entries lie close one behind the other, two of them and more. */
function* sittingsOf(visits: readonly Seen[]): Generator<readonly Seen[]> {
  const entries = visits.filter(({ enteredAt }) => enteredAt !== null);
  if (entries.every((one, place) => place === 0 || one.enteredAt! - entries[place - 1]!.enteredAt! > SITTING)) return;
  entries.sort((a, b) => a.enteredAt! - b.enteredAt! || a.day - b.day);
  let sitting: Seen[] = [];
  for (const one of entries) {
    const last = sitting.at(-1);
    if (last !== undefined && one.enteredAt! - last.enteredAt! > SITTING) {
      if (sitting.length > 1) yield sitting;
      sitting = [];
    }
    sitting.push(one);
  }
  if (sitting.length > 1) yield sitting;
}

function each(facts: DoubtFacts, ask: (one: Seen, enteredOn: EpochDay) => Doubt | null): Finding {
  const doubts: Doubt[] = [];
  let lookedAt = 0;
  for (const one of facts.seen) {
    if (one.enteredOn === null) continue;
    lookedAt += 1;
    const doubt = ask(one, one.enteredOn);
    if (doubt !== null) doubts.push(doubt);
  }
  return { doubts, lookedAt, missing: lookedAt < facts.seen.length ? ['entered-at'] : [] };
}

function of({ visit }: Seen): Pick<Doubt, 'visits' | 'people'> {
  return { visits: [visit], people: visit.technicians };
}

/** Null where the minute of entry or the end of the visit is not known and the day alone does not say. */
function minutesEarly({ day, end, enteredAt }: Seen, enteredOn: EpochDay): number | null {
  const before = day - enteredOn;
  if (enteredAt === null || end === null) return before > 0 ? before * 1440 : null;
  return end - enteredAt;
}
