import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Interval } from '../../../domain/calendar/interval';

/** Days since 1970-01-01. */
export type Day = number;
/** Months since the year 0. */
export type Month = number;

const MS_A_DAY = 86_400_000;

export function dayOf(date: string): Day {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_A_DAY;
}

export function dateOf(day: Day): CivilDate {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10) as CivilDate;
}

export function yearOf(day: Day): number {
  return new Date(day * MS_A_DAY).getUTCFullYear();
}

export function monthOf(day: Day): Month {
  const date = new Date(day * MS_A_DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function firstOf(month: Month): Day {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / MS_A_DAY;
}

export function lastOf(month: Month): Day {
  return firstOf(month + 1) - 1;
}

/** Day ⊕ times · interval: months keep the day of the month, clamped to the month's end. */
export function plus(day: Day, { count, unit }: Interval, times = 1): Day {
  if (unit === 'day') return day + count * times;
  if (unit === 'week') return day + 7 * count * times;
  const month = monthOf(day) + (unit === 'year' ? 12 : 1) * count * times;
  return Math.min(firstOf(month) + new Date(day * MS_A_DAY).getUTCDate() - 1, lastOf(month));
}

export function monthsOf({ count, unit }: Interval): number {
  if (unit === 'month') return count;
  if (unit === 'year') return 12 * count;
  throw new Error(`no whole months: ${count} ${unit}`);
}
