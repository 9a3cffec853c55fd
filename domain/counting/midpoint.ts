import { lastDayOfMonth, monthIndexOf } from '../calendar/month';
import { NO_DAY } from '../service-clock/packed-history';
import { deadlineInService, firstActIn, type CountingInput, type Obligation } from './obligation';

export interface MidpointTerms {
  readonly roundTo: 'day' | 'month';
  readonly graceMonths: number;
}

/** What the rule between whose acts the middle lies demands, and the days of those acts from its own start on. */
export interface MainDemands {
  readonly obligations: readonly Obligation[];
  readonly acts: readonly number[];
}

/**
 * One act in the middle between two acts of another rule: half way from what its next demand is counted from to the due
 * day of that. A main act before the middle leaves nothing between, nor does one that came too late for it. Judging starts with the first act on record; of what
 * came due before only an act in time is told.
 */
export function midpoint(input: CountingInput, main: MainDemands, terms: MidpointTerms): Obligation[] {
  const { acts, start, asOf } = input;
  const obligations: Obligation[] = [];
  let index = 0;
  for (let i = 0; i < main.acts.length; i++) {
    const anchor = main.acts[i]!;
    while (index < main.obligations.length && main.obligations[index]!.opensOn <= anchor) index += 1;
    const demand = main.obligations[index];
    if (demand === undefined) break;
    const { middle, deadline } = middleOf(demand, terms);
    const next = main.acts[i + 1] ?? NO_DAY;
    const opensOn = anchor + 1;
    const answeredOn = firstActIn(acts, opensOn, next === NO_DAY ? asOf : next);
    const due = deadlineInService(input, deadline) ?? Infinity;
    const inTime = answeredOn !== NO_DAY && answeredOn <= due;
    const isAsked = due > anchor && (answeredOn !== NO_DAY || next === NO_DAY || due < next);
    if (isAsked && (start === NO_DAY || anchor >= start || inTime))
      obligations.push({ anchor, opensOn, dueOn: middle, deadline, answeredOn });
  }
  return obligations;
}

function middleOf({ anchor, dueOn }: Obligation, { roundTo, graceMonths }: MidpointTerms) {
  const middle =
    roundTo === 'month'
      ? lastDayOfMonth(Math.floor((monthIndexOf(anchor) + monthIndexOf(dueOn)) / 2))
      : Math.floor((anchor + dueOn) / 2);
  return { middle, deadline: graceMonths === 0 ? middle : lastDayOfMonth(monthIndexOf(middle) + graceMonths) };
}
