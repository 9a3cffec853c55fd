import { describe, expect, it } from 'vitest';
import { tidyDate } from '../../../renderer/i18n/dates';

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
