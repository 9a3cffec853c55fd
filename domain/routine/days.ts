import { toCivilDate, toEpochDay, type CivilDate, type EpochDay } from '../calendar/civil-date';
import { dayWritten } from '../calendar/entered-at';
import type { Period } from '../calendar/period';
import { outageOn } from '../counting/obligation';
import type { DailyCheck } from '../daily-check/daily-check';
import type { Dossier, Recorded } from '../record/dossier';
import { entryOf } from '../headline/entry';
import { historyOf } from '../headline/history';

/** How a day of an elevator stands. A record of the day goes before all else; out of use asks for none. */
export const DAY_STATES = [
  'nothing-found',
  'found',
  'not-done',
  'missing',
  'to-do',
  'out-of-use',
  'not-asked',
] as const;
export type DayState = (typeof DAY_STATES)[number];

export interface RoutineDay {
  readonly date: CivilDate;
  readonly state: DayState;
  /** The record of the day; null = there is none. */
  readonly check: Recorded<DailyCheck> | null;
  /** How many days after it the check was entered; 0 = on the day, or brought from before the elevator was on record here. */
  readonly lateDays: number;
  /** A table brought it that does not say when it was entered. */
  readonly isUntimed: boolean;
  /** Records of the day that were withdrawn. */
  readonly withdrawn: readonly Recorded<DailyCheck>[];
}

export type RoutineRecords = Pick<
  Dossier,
  'registrationNo' | 'elevator' | 'visits' | 'outages' | 'inspections' | 'hazards' | 'dailyChecks'
>;

export interface RoutineTerms {
  readonly today: CivilDate;
  /** The first day that is asked for, as the first check on record of the place says; null = nothing is asked yet. */
  readonly since: CivilDate | null;
}

/** The first day of which any of these elevators has a check on record; null = of none. */
export function routineSince(dossiers: Iterable<Pick<Dossier, 'dailyChecks'>>): CivilDate | null {
  let first: CivilDate | null = null;
  for (const { dailyChecks } of dossiers)
    for (const { value, withdrawn } of dailyChecks)
      if (withdrawn !== true && (first === null || value.date < first)) first = value.date;
  return first;
}

/**
 * The days of a period, one after the other. Asked for are the days in use from `since` on up to today (SAMR Order 74
 * art. 76, accepted reading); days before the elevator's service, out of use or to come are not.
 */
export function routineDays(records: RoutineRecords, { from, to }: Period, terms: RoutineTerms): RoutineDay[] {
  const checks = new Map(
    records.dailyChecks.filter(({ withdrawn }) => withdrawn !== true).map((check) => [check.value.date, check]),
  );
  const { outages, inServiceDay } = historyOf(records);
  const firstEntryOn = dayWritten(records.elevator.at);
  const days: RoutineDay[] = [];
  for (let day: number = toEpochDay(from); day <= toEpochDay(to); day += 1) {
    const date = toCivilDate(day);
    const check = checks.get(date) ?? null;
    const isAsked = terms.since !== null && date >= terms.since && day >= inServiceDay && date <= terms.today;
    const state =
      check !== null
        ? check.value.result
        : outageOn(outages, day) !== null && date <= terms.today
          ? 'out-of-use'
          : date === terms.today && day >= inServiceDay
            ? 'to-do'
            : isAsked
              ? 'missing'
              : 'not-asked';
    const entry = check === null ? null : entryOf(check, date, firstEntryOn, TOLD_FROM_THE_FIRST);
    const withdrawn = records.dailyChecks.filter((one) => one.withdrawn === true && one.value.date === date);
    days.push({ date, state, check, lateDays: entry?.days ?? 0, isUntimed: entry?.kind === 'imported', withdrawn });
  }
  return days;
}

/** A check is of its day: no day is too few to be told, unlike with a visit. */
const TOLD_FROM_THE_FIRST = { lateDays: 0, origin: 'journal' } as const;

export interface DayCounts {
  /** Days that ask for a check: with one, explained, without one, and today's that is still to come. */
  readonly asked: number;
  readonly checked: number;
  readonly found: number;
  readonly explained: number;
  readonly late: number;
  readonly missing: readonly CivilDate[];
}

export function countDays(days: readonly RoutineDay[]): DayCounts {
  const of = (...states: readonly DayState[]): RoutineDay[] => days.filter(({ state }) => states.includes(state));
  const checked = of('nothing-found', 'found');
  return {
    asked: days.length - of('out-of-use', 'not-asked').length,
    checked: checked.length,
    found: of('found').length,
    explained: of('not-done').length,
    late: checked.filter(({ lateDays }) => lateDays > 0).length,
    missing: of('missing').map(({ date }) => date),
  };
}

/** The Monday on or before a day, from which a week is counted. */
export function mondayOf(day: number): EpochDay {
  return (day - ((((day + 3) % 7) + 7) % 7)) as EpochDay; // day 0 was a Thursday
}
