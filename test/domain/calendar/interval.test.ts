import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { addInterval, addMonths, fixedDaysOf, type Interval } from '../../../domain/calendar/interval';
import { defaultPeriod } from '../../../domain/calendar/period';

const SEED = 20_261_124;
const plus = (date: string, interval: Interval, times = 1): string =>
  toCivilDate(addInterval(toEpochDay(date as CivilDate), interval, times));
const months = (count: number): Interval => ({ count, unit: 'month' });

describe('a day plus an interval', () => {
  it.each([
    ['usual', '2026-01-15', months(3), 1, '2026-04-15'],
    ['over the turn of the year', '2025-12-10', months(3), 1, '2026-03-10'],
    ['month end', '2026-01-31', months(1), 1, '2026-02-28'],
    ['month end counted from the anchor', '2026-01-31', months(1), 2, '2026-03-31'],
    ['month end before a leap day', '2024-01-31', months(1), 1, '2024-02-29'],
    ['leap day to an ordinary year', '2024-02-29', { count: 1, unit: 'year' }, 1, '2025-02-28'],
    ['leap day to a leap year', '2024-02-29', { count: 1, unit: 'year' }, 4, '2028-02-29'],
    ['weeks', '2026-02-20', { count: 2, unit: 'week' }, 1, '2026-03-06'],
    ['days', '2024-02-20', { count: 15, unit: 'day' }, 1, '2024-03-06'],
    ['far past', '1582-10-04', months(6), 1, '1583-04-04'],
    ['before the epoch', '1969-11-30', months(3), 1, '1970-02-28'],
  ] as const)('%s: %s', (_, date, interval, times, expected) => {
    expect(plus(date, interval, times)).toBe(expected);
  });

  it(`is what Temporal gives when it clamps (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 60_000 }),
        fc.constantFrom('day', 'week', 'month', 'year' as const),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 40 }),
        (day, unit, count, times) => {
          const judge = Temporal.PlainDate.from(toCivilDate(day)).add(
            { [`${unit}s`]: count * times },
            { overflow: 'constrain' },
          );
          expect(toCivilDate(addInterval(day, { count, unit }, times))).toBe(judge.toString());
        },
      ),
      { seed: SEED, numRuns: 3_000 },
    );
  });

  it('never moves backwards when the months grow', () => {
    const anchor = toEpochDay('2023-08-31' as CivilDate);
    const days = Array.from({ length: 60 }, (_, i) => addMonths(anchor, i));
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  it('has a fixed length in days and weeks only', () => {
    const lengths = (['day', 'week', 'month', 'year'] as const).map((unit) => fixedDaysOf({ count: 2, unit }));
    expect(lengths).toEqual([2, 14, 0, 0]);
  });
});

describe('the default period', () => {
  it.each([
    ['2026-11-23', '2025-11-24'],
    ['2024-12-31', '2024-01-02'],
    ['2024-02-29', '2023-03-02'],
    ['2025-02-28', '2024-03-01'],
  ])('ending on %s begins on %s and has 365 days', (asOf, from) => {
    const period = defaultPeriod(asOf as CivilDate);
    expect(period).toEqual({ from, to: asOf });
    expect(toEpochDay(period.to) - toEpochDay(period.from) + 1).toBe(365);
  });
});
