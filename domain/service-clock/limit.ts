import { addInterval, fixedDaysOf, type Interval } from '../calendar/interval';

/** `T(a)`: calendar days from `anchor` to `anchor ⊕ times · interval`, always counted from the anchor itself. */
export function limitDays(interval: Interval, anchor: number, times = 1): number {
  const fixed = fixedDaysOf(interval);
  return fixed > 0 ? fixed * times : addInterval(anchor, interval, times) - anchor;
}

/**
 * How many deadlines passed unanswered: the number of `k ≥ 1` whose limit `T(a, k)` is at most `elapsed`,
 * the service days in `(anchor, closing day − 1]`. `d_k < closing day` says the same, since `d_k` is the T(a, k)-th of them.
 */
export function missedDeadlines(interval: Interval, anchor: number, elapsed: number): number {
  const fixed = fixedDaysOf(interval);
  if (fixed > 0) return Math.floor(elapsed / fixed);
  const months = interval.count * (interval.unit === 'year' ? 12 : 1);
  let missed = Math.max(0, Math.floor(elapsed / (31 * months)) - 1);
  while (limitDays(interval, anchor, missed + 1) <= elapsed) missed += 1;
  return missed;
}
