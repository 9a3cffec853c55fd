import { addInterval, type Interval } from '../calendar/interval';
import { intervalChain } from './interval-chain';
import type { CountingInput, Obligation } from './obligation';

/** The limit of an interval that starts on a day: versions, age and the maker's interval are settled here. */
export type LimitAt = (anchor: number) => Interval;

/** From the last act: the next is due `limit` later, calendar days, whether in service or not. */
export function rolling(input: CountingInput, limitAt: LimitAt): Obligation[] {
  return intervalChain(input, (anchor, times) => addInterval(anchor, limitAt(anchor), times));
}
