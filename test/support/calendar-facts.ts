import { civilPartsOf, parseCivilDate, toCivilDate } from '../../domain/calendar/civil-date';
import { addInterval, addMonths } from '../../domain/calendar/interval';
import { defaultPeriod } from '../../domain/calendar/period';
import type { CivilDate } from '../../domain/calendar/civil-date';

/** Answers of the calendar that must not depend on the machine's time zone. Printed as one line of JSON. */
export function calendarFacts(): unknown {
  const days = [-719_162, -1, 0, 10_956, 11_016, 19_781, 20_514, 20_600, 20_753, 47_540];
  return {
    dates: days.map(toCivilDate),
    parts: days.map(civilPartsOf),
    back: days.map((day) => parseCivilDate(toCivilDate(day))),
    months: days.map((day) => toCivilDate(addMonths(day, 3))),
    weeks: days.map((day) => toCivilDate(addInterval(day, { count: 2, unit: 'week' }, 5))),
    period: defaultPeriod('2026-11-23' as CivilDate),
    // Days on which clocks change in the zones the test runs under.
    changes: ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-25', '2011-12-30'].map(parseCivilDate),
  };
}
