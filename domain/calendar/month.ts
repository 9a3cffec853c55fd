import { civilPartsOf, daysInMonth, epochDayOf, type EpochDay } from './civil-date';

/** Months since year 0: `year * 12 + (month - 1)`. */
export function monthIndexOf(day: number): number {
  const { year, month } = civilPartsOf(day);
  return year * 12 + month - 1;
}

export function firstDayOfMonth(monthIndex: number): EpochDay {
  const year = Math.floor(monthIndex / 12);
  return epochDayOf(year, monthIndex - year * 12 + 1, 1);
}

export function lastDayOfMonth(monthIndex: number): EpochDay {
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12 + 1;
  return epochDayOf(year, month, daysInMonth(year, month));
}
