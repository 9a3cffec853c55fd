import { parseCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
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
  return sinceEpoch(to) - sinceEpoch(from);
}

function sinceEpoch(minute: LocalMinute): number {
  return toEpochDay(dayOfMinute(minute)) * 1440 + Number(minute.slice(11, 13)) * 60 + Number(minute.slice(14));
}
