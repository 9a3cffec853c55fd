import { lastDayOfMonth, monthIndexOf } from '../calendar/month';
import { firstActIn, type CountingInput, type Obligation } from './obligation';

export interface MidpointTerms {
  readonly roundTo: 'day' | 'month';
  readonly graceMonths: number;
}

/** In the middle between two acts of another rule: half way from the anchor of each of its demands to its due day. */
export function midpoint(
  { acts, asOf }: CountingInput,
  main: readonly Obligation[],
  { roundTo, graceMonths }: MidpointTerms,
): Obligation[] {
  const periods = main.filter((demand, index) => demand.anchor <= asOf && main[index - 1]?.anchor !== demand.anchor);
  return periods.map(({ anchor, dueOn }, index) => {
    const middle =
      roundTo === 'month'
        ? lastDayOfMonth(Math.floor((monthIndexOf(anchor) + monthIndexOf(dueOn)) / 2))
        : Math.floor((anchor + dueOn) / 2);
    const deadline = graceMonths === 0 ? middle : lastDayOfMonth(monthIndexOf(middle) + graceMonths);
    const through = (periods[index + 1]?.anchor ?? asOf + 1) - 1;
    const opensOn = anchor + 1;
    return { anchor, opensOn, dueOn: middle, deadline, answeredOn: firstActIn(acts, opensOn, Math.min(asOf, through)) };
  });
}
