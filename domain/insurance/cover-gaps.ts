import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { Policy } from './policy';

/** The spans of days within `from` to `to`, ends included, that no policy covers; in order. */
export function coverGaps(
  policies: readonly Pick<Policy, 'from' | 'to'>[],
  from: CivilDate,
  to: CivilDate,
): readonly Period[] {
  const gaps: Period[] = [];
  const end = toEpochDay(to);
  let uncovered: number = toEpochDay(from);
  const inOrder = policies
    .map((policy) => ({ first: toEpochDay(policy.from), last: toEpochDay(policy.to) }))
    .sort((a, b) => a.first - b.first);
  for (const { first, last } of inOrder) {
    if (first > end) break;
    if (first > uncovered) gaps.push({ from: toCivilDate(uncovered), to: toCivilDate(first - 1) });
    uncovered = Math.max(uncovered, last + 1);
  }
  if (uncovered <= end) gaps.push({ from: toCivilDate(uncovered), to });
  return gaps;
}
