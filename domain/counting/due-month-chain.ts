import { addInterval, type Interval } from '../calendar/interval';
import { firstDayOfMonth, lastDayOfMonth, monthIndexOf } from '../calendar/month';
import { STILL_OUT } from '../service-clock/outages';
import { NO_DAY } from '../service-clock/packed-history';
import { deadlineInService, firstActIn, isOutOfService, type CountingInput, type Obligation } from './obligation';
import type { LimitAt } from './rolling';

export interface DueMonthTerms {
  readonly graceMonths: number;
  readonly earlyResets: boolean;
  readonly outageResets: boolean;
  readonly first?: Interval;
}

/**
 * Due dates are months. An act in the due month or the grace months after it is in time; a later one is late; neither
 * moves the chain. An act before the due month starts the chain anew from its own month where `earlyResets` says so.
 * Out of service on the due date with `outageResets`: the act comes before return, without grace, and the chain starts
 * anew there. So does it where
 * acts can move it and one came so late that the first deadline it left unanswered and one interval more had passed.
 * A chain that early acts do not move hangs on the acceptance; the others on the first act on record.
 */
export function dueMonthChain(input: CountingInput, limitAt: LimitAt, terms: DueMonthTerms): Obligation[] {
  const { acts, base, start, asOf } = input;
  const obligations: Obligation[] = [];
  const fromBase = !terms.earlyResets && base !== NO_DAY;
  const origin = fromBase ? base : start;
  if (origin === NO_DAY) return obligations;
  let anchor = lastDayOfMonth(monthIndexOf(origin));
  let due = monthsAfter(origin, fromBase ? (terms.first ?? limitAt(origin)) : limitAt(origin));
  let after = origin;
  let firstMissed = NO_DAY;
  let wasOut = false;
  for (;;) {
    const next = due + (monthsAfter(firstDayOfMonth(due), limitAt(firstDayOfMonth(due))) - due);
    const isOut = terms.outageResets && isOutOfService(input, lastDayOfMonth(due));
    const deadline = lastDayOfMonth(isOut ? due : due + terms.graceMonths);
    const opensOn = terms.earlyResets ? after + 1 : Math.max(after + 1, firstDayOfMonth(monthIndexOf(anchor) + 1));
    const act = firstActIn(acts, opensOn, Math.min(asOf, firstDayOfMonth(next) - 1));
    obligations.push({ anchor, opensOn, dueOn: lastDayOfMonth(due), deadline, answeredOn: act });
    if (act === NO_DAY && firstDayOfMonth(next) > asOf) return judgedFrom(obligations, input);
    const actMonth = act === NO_DAY ? due : monthIndexOf(act);
    if (firstMissed === NO_DAY) firstMissed = deadlineInService(input, deadline) ?? STILL_OUT;
    const restarts =
      (terms.earlyResets && actMonth < due) ||
      (terms.earlyResets && firstMissed !== STILL_OUT && act > addInterval(firstMissed, limitAt(after))) ||
      (wasOut && act !== NO_DAY) ||
      (isOut && act > lastDayOfMonth(due));
    anchor = lastDayOfMonth(restarts ? actMonth : due);
    due = restarts ? monthsAfter(act, limitAt(act)) : next;
    wasOut ||= isOut;
    if (act === NO_DAY) continue;
    after = act;
    firstMissed = NO_DAY;
    wasOut = false;
  }
}

function monthsAfter(day: number, interval: Interval): number {
  return monthIndexOf(addInterval(day, interval));
}

/** Demands that ended before judging starts are nobody's record. */
export function judgedFrom(obligations: readonly Obligation[], input: CountingInput): Obligation[] {
  const { start } = input;
  return obligations.filter(
    ({ deadline }) => start === NO_DAY || (deadlineInService(input, deadline) ?? Infinity) >= start,
  );
}
