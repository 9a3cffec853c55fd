import { firstDayOfMonth, monthIndexOf } from '../calendar/month';
import { serviceDaysIn } from '../service-clock/outages';
import { NO_DAY } from '../service-clock/packed-history';
import { firstActIn, type CountingInput, type Obligation } from './obligation';

/**
 * One act inside each span of `months` calendar months (1 = month, 12 = year), counted from January. The span in which
 * judging starts is asked for only where it is whole or has an act; a span without a day in service is not asked for.
 */
export function calendarSpans(input: CountingInput, months: 1 | 12): Obligation[] {
  const { acts, start, since, asOf, inServiceDay, outages } = input;
  const obligations: Obligation[] = [];
  if (start === NO_DAY) return obligations;
  const first = Math.floor(monthIndexOf(Math.max(start, since)) / months) * months;
  for (let index = first; firstDayOfMonth(index) <= asOf; index += months) {
    const opensOn = firstDayOfMonth(index);
    const deadline = firstDayOfMonth(index + months) - 1;
    const answeredOn = firstActIn(acts, opensOn, Math.min(deadline, asOf));
    const asked = opensOn >= start && serviceDaysIn(outages, Math.max(opensOn, inServiceDay) - 1, deadline) > 0;
    if (asked || answeredOn !== NO_DAY)
      obligations.push({ anchor: opensOn, opensOn, dueOn: deadline, deadline, answeredOn });
  }
  return obligations;
}
