import { civilPartsOf, type CivilDate } from '../calendar/civil-date';
import type { SourceConfidence, Text } from '../pack/legal-basis';

/** A festival with the days that nobody works on. */
interface DaysOff {
  readonly name: Text;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The holidays of one year as an authority published them. */
interface CalendarYear {
  readonly year: number;
  readonly off: readonly DaysOff[];
  /** Days of a weekend on which work is made up (补班). */
  readonly work: readonly CivilDate[];
  readonly source: {
    readonly title: string;
    readonly address: string;
    readonly issuedOn: CivilDate;
    readonly confidence: SourceConfidence;
  };
}

/** Which days are worked on in a place; `formats.md`, calendars of working days. */
export interface WorkCalendar {
  readonly format: typeof CALENDAR_FORMAT;
  readonly formatVersion: 1;
  readonly id: string;
  readonly title: Text;
  /** Of the packs that count days in this zone it is the usual one. */
  readonly zone: string;
  /** Days of the week that are days of rest, 1 = Monday to 7 = Sunday. */
  readonly rest: readonly number[];
  readonly years: readonly CalendarYear[];
}

export const CALENDAR_FORMAT = 'elevator-audit/work-calendar';

/** What a day is; a festival has its name, of a year without a table only the week is known. */
export interface DayKind {
  readonly kind: 'work' | 'made-up' | 'rest' | 'holiday';
  readonly name: Text | null;
  readonly isKnown: boolean;
}

/** 1 = Monday to 7 = Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week that a day lies in. */
export function mondayOf(epochDay: number): number {
  return epochDay - weekdayOf(epochDay) + 1;
}

/** ISO 8601 week: that of the year in which its Thursday lies. */
export function weekNumberOf(epochDay: number): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(epochDay) + 3;
  const { year } = civilPartsOf(thursday);
  let first = thursday;
  while (civilPartsOf(first - 7).year === year) first -= 7;
  return { year, week: (thursday - first) / 7 + 1 };
}

/** Without a calendar the weekend is a rest, and no year is known. */
export function dayKindOf(calendar: WorkCalendar | null, epochDay: number, date: CivilDate): DayKind {
  const year = calendar?.years.find((one) => one.year === civilPartsOf(epochDay).year);
  const isKnown = year !== undefined;
  const festival = year?.off.find(({ from, to }) => from <= date && date <= to);
  if (festival !== undefined) return { kind: 'holiday', name: festival.name, isKnown };
  const isRest = (calendar?.rest ?? WEEKEND).includes(weekdayOf(epochDay));
  if (!isRest) return { kind: 'work', name: null, isKnown };
  return { kind: year?.work.includes(date) === true ? 'made-up' : 'rest', name: null, isKnown };
}

const WEEKEND: readonly number[] = [6, 7];

export function isWorked({ kind }: DayKind): boolean {
  return kind === 'work' || kind === 'made-up';
}
