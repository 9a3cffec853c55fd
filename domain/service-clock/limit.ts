import { addInterval, fixedDaysOf, type Interval } from '../calendar/interval';

/** `T(a)`: calendar days from `anchor` to `anchor ⊕ times · interval`, always counted from the anchor itself. */
export function limitDays(interval: Interval, anchor: number, times = 1): number {
  const fixed = fixedDaysOf(interval);
  return fixed > 0 ? fixed * times : addInterval(anchor, interval, times) - anchor;
}

/**
 * A length in days that no interval of this kind falls short of, whatever its anchor: n months are never shorter than
 * n · 365/12 − 2 days (31 Jan to 28 Feb is 28, 31 Jan to 30 Apr is 89, 31 Aug to 28 Feb is 181).
 */
export function shortestDays(interval: Interval): number {
  const fixed = fixedDaysOf(interval);
  const months = interval.unit === 'year' ? 12 * interval.count : interval.count;
  return fixed > 0 ? fixed : Math.floor((months * 365) / 12) - 2;
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
