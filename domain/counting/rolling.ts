import { addInterval, type Interval } from '../calendar/interval';
import { intervalChain } from './interval-chain';
import type { CountingInput, Obligation } from './obligation';

/** The limit of an interval that starts on a day: versions, age and the maker's interval are settled here. */
export type LimitAt = (anchor: number) => Interval;

/** By a reading, intervals that start before one day end on another at the latest, whatever their limit. */
export interface Ceiling {
  readonly before: number;
  readonly on: number;
  /** The interval that holds from then on. */
  readonly then: Interval;
}

/** From the last act: the next is due `limit` later, calendar days, whether in service or not, or on the ceiling before. */
export function rolling(input: CountingInput, limitAt: LimitAt, ceiling: Ceiling | null = null): Obligation[] {
  const byText = (anchor: number, times: number): number => addInterval(anchor, limitAt(anchor), times);
  if (ceiling === null || Math.max(input.start, input.since) >= ceiling.before) return intervalChain(input, byText);
  const { before, on, then } = ceiling;
  const isNearer = (anchor: number): boolean => anchor < before && on < byText(anchor, 1);
  const chain = intervalChain(input, (anchor, times) =>
    isNearer(anchor) ? addInterval(on, then, times - 1) : byText(anchor, times),
  );
  return chain.map((demand) =>
    isNearer(demand.anchor) ? { ...demand, lawDeadline: byText(demand.anchor, 1) } : demand,
  );
}
