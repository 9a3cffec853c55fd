import { addInterval } from '../calendar/interval';
import { lastDayOfMonth, monthIndexOf } from '../calendar/month';
import { intervalChain } from './interval-chain';
import type { CountingInput, Obligation } from './obligation';
import type { LimitAt } from './rolling';

/** By the end of the month in which the interval since the last act ends. */
export function anniversaryMonth(input: CountingInput, limitAt: LimitAt): Obligation[] {
  return intervalChain(input, (anchor, times) =>
    lastDayOfMonth(monthIndexOf(addInterval(anchor, limitAt(anchor), times))),
  );
}
