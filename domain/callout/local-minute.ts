import { parseCivilDate, toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { LocalMinute } from './callout';

const LOCAL_MINUTE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

export function isLocalMinute(text: string): text is LocalMinute {
  const match = LOCAL_MINUTE.exec(text);
  return match !== null && parseCivilDate(match[1]!) !== null;
}

export function dayOfMinute(minute: LocalMinute): CivilDate {
  return minute.slice(0, 10) as CivilDate; // the form begins with its civil date
}

/** Minutes from one to the other on the clock of one place; a change of summer time in between is not known here. */
export function minutesBetween(from: LocalMinute, to: LocalMinute): number {
  return minuteSinceEpoch(to) - minuteSinceEpoch(from);
}

/** Minutes since 1970 on that clock. */
export function minuteSinceEpoch(minute: LocalMinute): number {
  return toEpochDay(dayOfMinute(minute)) * 1440 + Number(minute.slice(11, 13)) * 60 + Number(minute.slice(14));
}

/** The minute that lies so many behind the beginning of 1970. */
export function minuteAt(sinceEpoch: number): LocalMinute {
  const day = Math.floor(sinceEpoch / 1440);
  const rest = sinceEpoch - day * 1440;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${toCivilDate(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}` as LocalMinute; // in its form
}
