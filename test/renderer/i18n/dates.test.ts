import { describe, expect, it } from 'vitest';
import { longMinute, parseClockTime, tidyDate, tidyMinute } from '../../../renderer/i18n/dates';

describe('a typed date', () => {
  it.each([
    ['2026/11/3', '2026-11-03'],
    ['2026.11.23', '2026-11-23'],
    ['20261123', '2026-11-23'],
    [' 2026年11月23日 ', '2026-11-23'],
    ['2026-02-30', '2026-02-30'],
    ['next week', 'next week'],
  ])('%j is kept as %j', (typed, tidy) => {
    expect(tidyDate(typed)).toBe(tidy);
  });
});

describe('a typed time of a day', () => {
  it.each([
    ['2026/11/3 8:05', '2026-11-03 08:05'],
    ['2026-11-03T08:05', '2026-11-03 08:05'],
    [' 2026年11月3日8:05 ', '2026-11-03 08:05'],
    ['20261103 0805', '2026-11-03 08:05'],
    ['0805', '2026-11-20 08:05'],
    ['', ''],
    ['2026-11-03', '2026-11-03'],
    ['2026-02-30 08:05', '2026-02-30 08:05'],
    ['2026-11-03 24:00', '2026-11-03 24:00'],
    ['soon', 'soon'],
  ])('%j is kept as %j', (typed, tidy) => {
    expect(tidyMinute(typed, '2026-11-20')).toBe(tidy);
  });

  it('is shown with the date in the habit of the language', () => {
    expect([longMinute('2026-11-03T08:05', 'zh-CN'), longMinute('2026-11-03T08:05', 'en')]).toEqual([
      '2026-11-03 08:05',
      '3 Nov 2026 08:05',
    ]);
  });
});

describe('a clock time', () => {
  it.each([
    ['8:05', '08:05'],
    ['0805', '08:05'],
    ['23：59', '23:59'],
    ['00:00', '00:00'],
    ['24:00', null],
    ['12:60', null],
    ['', null],
    ['9', null],
  ])('%j is %j', (typed, read) => {
    expect(parseClockTime(typed)).toBe(read);
  });
});
