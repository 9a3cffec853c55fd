import { firstDayOfMonth, monthIndexOf } from '../calendar/month';
import type { Filing } from '../pack/counting';

/** Last day on which the result of an act may be filed; `dueOn` = the day by which the act itself was due. */
export function filingDeadline({ withinDays, latestDayOfNextMonth }: Filing, act: number, dueOn: number): number {
  const within = act + withinDays;
  if (latestDayOfNextMonth === undefined) return within;
  return Math.min(within, firstDayOfMonth(monthIndexOf(dueOn) + 1) + latestDayOfNextMonth - 1);
}
