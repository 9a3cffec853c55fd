import { toEpochDay, type CivilDate } from '../calendar/civil-date';

const LONG_BEFORE_DAYS = 60;

/** Service that long before the first known visit means that records are missing, not visits. */
export function isLongBefore(inServiceOn: CivilDate, firstVisitOn: CivilDate): boolean {
  return toEpochDay(firstVisitOn) - toEpochDay(inServiceOn) > LONG_BEFORE_DAYS;
}
