import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Period } from '../../../domain/calendar/period';
import { coverGaps } from '../../../domain/insurance/cover-gaps';

const SEED = 20_261_130;
const day = (text: string) => text as CivilDate;

/** One day after another, each asked of every policy. */
function dayByDay(policies: readonly Period[], from: CivilDate, to: CivilDate): Period[] {
  const gaps: { from: CivilDate; to: CivilDate }[] = [];
  let open = false;
  for (let at: number = toEpochDay(from); at <= toEpochDay(to); at++) {
    const date = toCivilDate(at);
    const covered = policies.some((policy) => policy.from <= date && date <= policy.to);
    if (!covered && open) gaps.at(-1)!.to = date;
    if (!covered && !open) gaps.push({ from: date, to: date });
    open = !covered;
  }
  return gaps;
}

const spans = fc
  .tuple(fc.integer({ min: 19_000, max: 19_200 }), fc.nat({ max: 40 }))
  .map(([first, length]): Period => ({ from: toCivilDate(first), to: toCivilDate(first + length) }));

describe('days without cover', () => {
  it(`are those that a reading day by day finds (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 8 }), spans, (policies, { from, to }) => {
        expect(coverGaps(policies, from, to)).toEqual(dayByDay(policies, from, to));
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('a policy that begins the day after another ends leaves none, one that begins a day later leaves one', () => {
    const first = { from: day('2023-03-01'), to: day('2024-02-29') };
    const [from, to] = [day('2023-03-01'), day('2025-02-28')];
    expect(coverGaps([{ from: day('2024-03-01'), to }, first], from, to)).toEqual([]);
    expect(coverGaps([{ from: day('2024-03-02'), to }, first], from, to)).toEqual([
      { from: '2024-03-01', to: '2024-03-01' },
    ]);
  });

  it('without a policy the whole span is one, and a span that ends before it begins has none', () => {
    const [from, to] = [day('2026-01-01'), day('2026-12-31')];
    expect(coverGaps([], from, to)).toEqual([{ from, to }]);
    expect(coverGaps([], to, from)).toEqual([]);
  });
});
