import { addInterval, type Interval } from '../calendar/interval';
import { intervalChain } from './interval-chain';
import type { CountingInput, Obligation } from './obligation';

/** The limit of an interval that starts on a day: versions, age and the maker's interval are settled here. */
export type LimitAt = (anchor: number) => Interval;

/** A day by which an interval that starts on a day ends by a reading, whatever its limit; null = none. */
export type CeilingAt = (anchor: number) => Ceiling | null;

export interface Ceiling {
  readonly on: number;
  /** The interval that holds from then on. */
  readonly then: Interval;
}

/** From the last act: the next is due `limit` later, calendar days, whether in service or not, or on the ceiling before. */
export function rolling(input: CountingInput, limitAt: LimitAt, ceilingAt: CeilingAt | null = null): Obligation[] {
  const byText = (anchor: number, times: number): number => addInterval(anchor, limitAt(anchor), times);
  if (ceilingAt === null) return intervalChain(input, byText);
  const nearer = (anchor: number): Ceiling | null => {
    const ceiling = ceilingAt(anchor);
    return ceiling === null || ceiling.on >= byText(anchor, 1) ? null : ceiling;
  };
  const chain = intervalChain(input, (anchor, times) => {
    const ceiling = nearer(anchor);
    return ceiling === null ? byText(anchor, times) : addInterval(ceiling.on, ceiling.then, times - 1);
  });
  return chain.map((demand) =>
    nearer(demand.anchor) === null ? demand : { ...demand, lawDeadline: byText(demand.anchor, 1) },
  );
}
