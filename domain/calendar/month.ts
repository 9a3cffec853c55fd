import { civilPartsOf, epochDayOf, type EpochDay } from './civil-date';

/** Months since year 0: `year * 12 + (month - 1)`. */
export function monthIndexOf(day: number): number {
  const { year, month } = civilPartsOf(day);
  return year * 12 + month - 1;
}

export function firstDayOfMonth(monthIndex: number): EpochDay {
  return (FIRST_DAYS[monthIndex - FIRST_KEPT] ?? countedFirstDay(monthIndex)) as EpochDay;
}

export function lastDayOfMonth(monthIndex: number): EpochDay {
  return (firstDayOfMonth(monthIndex + 1) - 1) as EpochDay;
}

function countedFirstDay(monthIndex: number): EpochDay {
  const year = Math.floor(monthIndex / 12);
  return epochDayOf(year, monthIndex - year * 12 + 1, 1);
}

const FIRST_KEPT = 1900 * 12;

/** First days of the months 1900–2099: lists and chains of months would spend most of their time on counting them. */
const FIRST_DAYS = Int32Array.from({ length: 200 * 12 }, (_, i) => countedFirstDay(FIRST_KEPT + i));
