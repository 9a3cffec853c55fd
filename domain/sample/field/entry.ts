import type { Random } from '../random';
import { weekOf } from './closed-days';
import { DAY } from './day';
import type { Depot } from './depots';
import type { Draft } from './drafts';

const EVENING_SITTING = 17 * 60 + 40;
const CLERK_BEGINS = 9 * 60;
const SKIPPED_WEEK = 1 / 12;
const MONDAY_OF_WEEK = -3; // week 0 begins on 1969-12-29
const LAST_MINUTE = DAY - 10;
const LATE_DAYS = 2;

/** Gives every draft that is entered by habit its minute of entry. */
export function enterAll(drafts: readonly Draft[], depot: Depot, asOfDay: number, random: Random): void {
  const last = asOfDay * DAY + LAST_MINUTE;
  const waiting = drafts.filter(({ entered }) => entered === 'habit').sort(byDay);
  if (depot.entry === 'app') {
    for (const draft of waiting) draft.entered = Math.min(last, appMinute(draft) + random.whole(0, 4));
    return;
  }
  const typing = typingDays(random.fork(1));
  const sittings = new Map<string, number>();
  for (const draft of waiting) {
    const weekly = depot.entry === 'weekly';
    const day = weekly ? Math.min(asOfDay, typing(draft.habitDay)) : draft.habitDay;
    const sitting = weekly ? String(day) : `${String(day)} ${String(draft.round.crew)}`;
    const before = sittings.get(sitting);
    const own = endKnownOn(draft) + 10;
    const begins = day * DAY + (weekly ? CLERK_BEGINS + random.whole(0, 60) : EVENING_SITTING + random.whole(0, 90));
    // A clerk types two lines a minute; whoever was there writes one in one to three.
    const next = before === undefined ? begins : before + (weekly ? random.whole(0, 1) : random.whole(1, 3));
    const minute = Math.min(last, weekly ? next : Math.max(next, own));
    sittings.set(sitting, minute);
    draft.entered = minute;
    if (draft.fabricated === null && Math.floor(minute / DAY) - draft.date >= LATE_DAYS) draft.edges.push('late-paper');
  }
}

/** The application enters when the button is pressed, by its own clock. */
const appMinute = ({ happened, to }: Draft): number => happened?.to ?? to;

/** The end that whoever enters it on the day of habit has to wait for. */
function endKnownOn({ happened, habitDay, to }: Draft): number {
  return happened !== null && Math.floor(happened.to / DAY) === habitDay ? happened.to : to;
}

function byDay(a: Draft, b: Draft): number {
  return a.habitDay - b.habitDay || a.round.crew - b.round.crew || a.from - b.from || a.lift - b.lift;
}

/** The Monday after, and the one after that where the clerk was away. */
function typingDays(random: Random): (day: number) => number {
  return (day) => {
    let week = weekOf(day) + 1;
    while (random.fork(week).chance(SKIPPED_WEEK)) week++;
    return week * 7 + MONDAY_OF_WEEK;
  };
}
