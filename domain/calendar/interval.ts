import { civilPartsOf, daysInMonth, epochDayOf, type EpochDay } from './civil-date';

export type IntervalUnit = 'day' | 'week' | 'month' | 'year';

/** A length of civil time as a rule states it: `{count: 15, unit: 'day'}`, `{count: 3, unit: 'month'}`. Count ≥ 1. */
export interface Interval {
  readonly count: number;
  readonly unit: IntervalUnit;
}

/**
 * `day ⊕ months`: the same day of the month, clamped to the month's end.
 * Always count from the anchor itself: 31 Jan ⊕ 2 months is 31 Mar, whereas (31 Jan ⊕ 1) ⊕ 1 would give 28 Mar.
 */
export function addMonths(day: number, months: number): EpochDay {
  const parts = civilPartsOf(day);
  const monthIndex = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12 + 1;
  return epochDayOf(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** `day ⊕ times · interval`, counted from `day` itself; days and weeks plain, months and years clamped. */
export function addInterval(day: number, interval: Interval, times = 1): EpochDay {
  const count = interval.count * times;
  switch (interval.unit) {
    case 'day':
      return (day + count) as EpochDay;
    case 'week':
      return (day + 7 * count) as EpochDay;
    case 'month':
      return addMonths(day, count);
    case 'year':
      return addMonths(day, 12 * count);
  }
}

/** Fixed length of the interval in days, or 0 where it depends on the anchor (months, years). */
export function fixedDaysOf(interval: Interval): number {
  if (interval.unit === 'day') return interval.count;
  return interval.unit === 'week' ? 7 * interval.count : 0;
}
