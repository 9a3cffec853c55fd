import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  civilPartsOf,
  daysInMonth,
  epochDayOf,
  isCivilDate,
  isLeapYear,
  parseCivilDate,
  toCivilDate,
  toEpochDay,
  type CivilDate,
} from '../../../domain/calendar/civil-date';

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const SEED = 20_261_123;
const anyDay = fc.oneof(
  fc.integer({ min: -354_285, max: 2_932_896 }), // 1000-01-01 to 9999-12-31
  fc.integer({ min: 9_000, max: 30_000 }),
);

describe('civil dates', () => {
  it.each([
    ['usual', '2026-11-23', 20_780],
    ['edge', '1970-01-01', 0],
    ['day before the epoch', '1969-12-31', -1],
    ['short month', '2026-02-28', 20_512],
    ['leap day', '2024-02-29', 19_782],
    ['leap day of a century', '2000-02-29', 11_016],
    ['far past', '1000-01-01', -354_285],
    ['far future', '9999-12-31', 2_932_896],
  ])('%s: %s is day %i', (_, date, day) => {
    expect(parseCivilDate(date)).toBe(day);
    expect(toCivilDate(day)).toBe(date);
  });

  it.each([
    ['2025-02-29', 'no leap year'],
    ['1900-02-29', 'a century without a leap day'],
    ['2026-02-30', 'no such day'],
    ['2026-04-31', 'a short month'],
    ['2026-13-01', 'no such month'],
    ['2026-00-10', 'month nought'],
    ['2026-01-00', 'day nought'],
    ['0999-12-31', 'before the year 1000'],
    ['2026-1-1', 'one-digit parts'],
    ['2026/01/01', 'another separator'],
    ['20260101', 'no separator'],
    [' 2026-01-01', 'a space before'],
    ['2026-01-01\n', 'a line break after'],
    ['2026-01-01T00:00:00Z', 'an instant'],
    ['２０２６-01-01', 'full-width digits'],
    ['-2026-01-01', 'a negative year'],
    ['', 'nothing'],
  ])('%s is refused: %s', (text) => {
    expect(parseCivilDate(text)).toBeNull();
    expect(isCivilDate(text)).toBe(false);
  });

  it('a date that is not civil is a broken invariant where civil dates are promised', () => {
    expect(() => toEpochDay('2025-02-29' as CivilDate)).toThrow('not a civil date: "2025-02-29"');
  });

  it('leap years follow the rule of four, hundred and four hundred', () => {
    expect([2023, 2024, 1900, 2000, 2100, 2400].map(isLeapYear)).toEqual([false, true, false, true, false, true]);
    expect([1, 2, 4, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 28, 30, 31]);
    expect(daysInMonth(2024, 2)).toBe(29);
  });

  it(`every day of the years 1000 to 9999 is the day that Temporal names (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const judge = EPOCH.add({ days: day });
        const { year, month, day: dayOfMonth } = judge;
        expect(toCivilDate(day)).toBe(judge.toString());
        expect(civilPartsOf(day)).toEqual({ year, month, day: dayOfMonth });
        expect(epochDayOf(year, month, dayOfMonth)).toBe(day);
        expect(daysInMonth(year, month)).toBe(judge.daysInMonth);
      }),
      { seed: SEED, numRuns: 3_000 },
    );
  });

  it('four hundred years of days follow one another without a hole', () => {
    let expected = EPOCH;
    for (let day = 0; day < 146_097; day += 53) {
      expect(toCivilDate(day)).toBe(expected.toString());
      expected = expected.add({ days: 53 });
    }
  });

  it(`a text is taken exactly when Temporal takes it as a date of four digits, two and two (seed ${SEED})`, () => {
    const digits = (max: number, length: number) =>
      fc.integer({ min: 0, max }).map((value) => String(value).padStart(length, '0'));
    fc.assert(
      fc.property(digits(9999, 4), digits(14, 2), digits(33, 2), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const { success } = taken(text);
        expect(isCivilDate(text)).toBe(success && Number(year) >= 1000);
      }),
      { seed: SEED, numRuns: 3_000 },
    );
  });
});

function taken(text: string): { success: boolean } {
  try {
    return { success: Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text };
  } catch (error) {
    if (error instanceof RangeError) return { success: false };
    throw error;
  }
}
