import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { datesInBrief, datesOf, wantsCheck, type TextDates } from '../../../domain/pack/text-dates';
import { briefDatesWords, textDatesSentence } from '../../../domain/terms/text-dates-words';

const day = (text: string) => text as CivilDate;
const REGULATION: TextDates = { textAsOf: '2009-01-24', lookedUntil: day('2026-11-29') };
const USE: TextDates = {
  textAsOf: null,
  lookedUntil: day('2026-11-29'),
  successorKnown: {
    title: { 'zh-CN': 'TSG 08-2026', en: 'TSG 08-2026' },
    from: day('2026-05-01'),
    sources: ['TSG08-26'],
  },
};

describe('the dates of a text', () => {
  it.each([
    ['2026-11-29', false],
    ['2027-11-28', false],
    ['2027-11-29', true],
    ['2040-01-01', true],
  ])('a search of 2026-11-29 is to be made anew on %s: %s', (on, expected) => {
    expect(wantsCheck(REGULATION, day(on))).toBe(expected);
  });

  it('twelve months after a leap day end on the last of February', () => {
    const leap = { lookedUntil: day('2024-02-29') };
    expect([wantsCheck(leap, day('2025-02-27')), wantsCheck(leap, day('2025-02-28'))]).toEqual([false, true]);
  });

  it('a fact for which nobody searched is always to be checked', () => {
    expect(wantsCheck({ lookedUntil: null }, day('2026-11-30'))).toBe(true);
  });

  it('are unknown in a fact that was written down before facts had two', () => {
    expect(datesOf({})).toEqual({ textAsOf: null, lookedUntil: null });
  });
});

describe('the words on how old a text is', () => {
  it('tell the edition and the search apart, and never that it holds today', () => {
    expect(textDatesSentence(REGULATION, day('2026-11-30'), 'zh-CN')).toBe('所读文本：2009-01-24；查新至 2026-11-29');
    expect(textDatesSentence(REGULATION, day('2028-01-01'), 'en')).toBe(
      'text read: 2009-01-24; successor looked for until 2026-11-29; check for changes',
    );
  });

  it('name the newer edition that was not read', () => {
    expect(textDatesSentence(USE, day('2026-11-30'), 'zh-CN')).toBe(
      '所读文本日期不明；查新至 2026-11-29；已知有新版，没有读到：TSG 08-2026，2026-05-01 起施行',
    );
    expect(textDatesSentence({ textAsOf: null, lookedUntil: null }, day('2026-11-30'), 'en')).toBe(
      'date of the text not known; no search for a successor on record; check for changes',
    );
  });
});

describe('many facts in brief', () => {
  it('give the earliest and the latest edition, what is undated, and the shortest search', () => {
    const older: TextDates = { textAsOf: '1998', lookedUntil: day('2025-04-19') };
    expect(datesInBrief([REGULATION, older, USE, USE])).toEqual({
      texts: ['1998', '2009-01-24'],
      undated: 2,
      lookedUntil: '2025-04-19',
      successors: [USE.successorKnown],
    });
  });

  it('claim no search where one fact has none', () => {
    const brief = datesInBrief([REGULATION, { textAsOf: '2022', lookedUntil: null }]);
    expect(brief.lookedUntil).toBeNull();
    expect(briefDatesWords(brief, day('2026-11-30'), 'en')).toEqual([
      'text read: 2009-01-24 to 2022',
      'not for every text was a successor looked for',
      'check for changes',
    ]);
  });
});
