import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { toCivilDate } from '../calendar/civil-date';
import type { PlanRow } from './plan-rows';

interface IcsWords {
  readonly title: string;
  /** What an event is called. */
  readonly summaryOf: (row: PlanRow) => string;
  readonly detailOf: (row: PlanRow) => string;
}

/**
 * The planned visits as all-day events of a calendar file. An event is told by elevator and the visit it follows, and its
 * number grows with the time of making: a file made again changes the events of before and doubles none.
 */
export function planIcs(rows: readonly PlanRow[], words: IcsWords, madeAt: Date): string {
  const calendar = ical({
    name: words.title,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'elevator-audit', product: 'plan', language: 'ZH' },
  });
  const sequence = Math.floor((madeAt.getTime() - FIRST_SEQUENCE) / 1000);
  for (const row of rows) {
    const { registrationNo, lastVisit, on, elevator } = row;
    if (on === null) continue;
    const after = lastVisit === null ? 'first' : toCivilDate(lastVisit);
    calendar.createEvent({
      id: `${encodeURIComponent(registrationNo)}.${after}@elevator-audit`,
      sequence,
      start: dateOf(on),
      end: dateOf(on + 1),
      allDay: true,
      stamp: madeAt,
      summary: words.summaryOf(row),
      description: words.detailOf(row),
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(elevator.address === undefined ? {} : { location: elevator.address }),
    });
  }
  return calendar.toString();
}

/** Seconds since then stay within the 31 bits of a sequence for decades. */
const FIRST_SEQUENCE = Date.UTC(2020, 0, 1);
const MS_A_DAY = 86_400_000;

/** An all-day event has the day of the date in UTC where no zone is said. */
function dateOf(epochDay: number): Date {
  return new Date(epochDay * MS_A_DAY);
}
