import { describe, expect, it } from 'vitest';
import { parseClockTime, tidyDate } from '../../../renderer/i18n/dates';

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
