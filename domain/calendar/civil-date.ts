/** A civil date `yyyy-mm-dd` that exists in the proleptic Gregorian calendar; the form of every date at the edges. */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

/** Days since 1970-01-01; the form of every date inside the engine. Whole, may be negative. */
export type EpochDay = number & { readonly __brand: 'EpochDay' };

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_PER_ERA = 146_097; // 400 Gregorian years
const DAYS_TO_1970 = 719_468; // from 0000-03-01, the start of the first era

/**
 * Epoch day of a proleptic Gregorian date; month 1–12, day 1–31, not checked for existence.
 * Counts from 1 March so that the leap day ends its year (era arithmetic, exact for all years 0–9999).
 */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970) as EpochDay;
}

export interface CivilParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Year, month (1–12) and day (1–31) of an epoch day. Inverse of `epochDayOf`. */
export function civilPartsOf(epochDay: number): CivilParts {
  const z = epochDay + DAYS_TO_1970;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, 28–31; month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `yyyy-mm-dd` for years 1000–9999; null when the shape is wrong or the day does not exist. */
export function parseCivilDate(text: string): EpochDay | null {
  const match = CIVIL_DATE.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return epochDayOf(year, month, day);
}

export function isCivilDate(text: string): text is CivilDate {
  return parseCivilDate(text) !== null;
}

/** Epoch day of a date already known to be civil. Throws on anything else: that is a broken invariant, not bad input. */
export function toEpochDay(date: CivilDate): EpochDay {
  const day = parseCivilDate(date);
  if (day === null) throw new Error(`not a civil date: ${JSON.stringify(date)}`);
  return day;
}

const TWO_DIGITS = Array.from({ length: 32 }, (_, value) => String(value).padStart(2, '0'));
const KEPT_DAYS = 36_525;

/** Texts of the days 1970–2069 that were asked for: writing a date is what a fleet audit would spend most of its time on. */
const kept = new Array<CivilDate | undefined>(KEPT_DAYS);

export function toCivilDate(epochDay: number): CivilDate {
  if (!(epochDay >= 0 && epochDay < KEPT_DAYS)) return written(epochDay);
  return (kept[epochDay] ??= written(epochDay));
}

function written(epochDay: number): CivilDate {
  const { year, month, day } = civilPartsOf(epochDay);
  const digits = year > 999 ? String(year) : String(year).padStart(4, '0');
  return `${digits}-${TWO_DIGITS[month]!}-${TWO_DIGITS[day]!}` as CivilDate;
}
