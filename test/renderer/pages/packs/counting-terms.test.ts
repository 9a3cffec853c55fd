import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import { COUNTING_MODES, type Counting } from '../../../../domain/pack/counting';
import { WORDS } from '../../../../renderer/i18n/i18n';
import { countingTerms } from '../../../../renderer/pages/packs/counting-terms';

const YEAR = { count: 1, unit: 'year' } as const;
const MONTHS = { count: 2, unit: 'month' } as const;

const EVERYTHING: Counting[] = [
  { mode: 'service-clock', strictlyMaker: true, onDemand: { cap: MONTHS } },
  { mode: 'rolling', ageSwitch: { of: 'governor', atYears: 15, interval: YEAR, runningToo: 'reading' } },
  { mode: 'calendar-month' },
  { mode: 'calendar-year', filing: { withinDays: 21, from: '2022-01-01' as CivilDate } },
  { mode: 'anniversary-month', filing: { withinDays: 21, latestDayOfNextMonth: 14 } },
  { mode: 'due-month-chain', graceMonths: 2, earlyResets: true, outageResets: true, first: YEAR },
  { mode: 'service-year-list', years: [1, 4, 7], thenEvery: true, earlyMonths: 2, beforeReturnAfter: YEAR },
  {
    mode: 'service-year-list',
    years: [2],
    thenEvery: false,
    earlyMonths: 0,
    alterationsFrom: '2023-04-02' as CivilDate,
    alternatesWith: 'r.one',
  },
  { mode: 'midpoint', of: 'r.one', roundTo: 'month', graceMonths: 1 },
  { mode: 'certificate-expiry', earlyWindow: MONTHS },
  { mode: 'certificate-expiry', earlyWindow: null, ageSwitch: { of: 'elevator', atYears: 10, interval: YEAR } },
];

describe('what a counting says beyond its mode', () => {
  it('is told in the order in which it is needed, with its figures', () => {
    expect(countingTerms(EVERYTHING[6]!, YEAR)).toEqual([
      { key: 'years', numbers: { years: '1, 4, 7' } },
      { key: 'thenEvery', interval: YEAR },
      { key: 'early', numbers: { count: 2 } },
      { key: 'beforeReturn', interval: YEAR },
    ]);
    expect(countingTerms(EVERYTHING[8]!, YEAR)).toEqual([
      { key: 'of', rule: 'r.one' },
      { key: 'grace', numbers: { count: 1 } },
    ]);
  });

  it('is silent where there is nothing to tell: no grace, no early act, no window', () => {
    expect(countingTerms({ mode: 'calendar-month' }, MONTHS)).toEqual([]);
    expect(countingTerms({ mode: 'certificate-expiry', earlyWindow: null }, YEAR)).toEqual([]);
    expect(
      countingTerms({ mode: 'due-month-chain', graceMonths: 0, earlyResets: false, outageResets: false }, YEAR),
    ).toEqual([]);
  });

  it.each(['zh-CN', 'en'] as const)(
    'has words for every mode and every term, and no word without one, in %s',
    (locale) => {
      const { terms, ...modes } = WORDS[locale].counting;
      expect(Object.keys(modes).sort()).toEqual([...COUNTING_MODES].sort());
      const spoken = EVERYTHING.flatMap((counting) => countingTerms(counting, YEAR).map(({ key }) => key));
      const named = Object.keys(terms).map((key) => key.replace(/_(one|other)$/, ''));
      expect([...new Set(named)].sort()).toEqual([...new Set(spoken)].sort());
    },
  );
});
