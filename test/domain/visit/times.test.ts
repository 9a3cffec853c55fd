import { describe, expect, it } from 'vitest';
import { FILLED_TIMES } from '../../../domain/visit/visit';
import { filledTimesOf, isFilled, measuredTimes, toldTimes } from '../../../domain/visit/times';

const TIMES = { startedAt: '09:05', endedAt: '09:50' };
const about = (time: string): string => `约${time}`;

describe('times that the program filled', () => {
  it.each([
    [undefined, TIMES, '09:05–09:50'],
    ['start', { endedAt: '09:50' }, '约09:05–09:50'],
    ['end', { startedAt: '09:05' }, '09:05–约09:50'],
    ['both', {}, '约09:05–约09:50'],
  ] as const)('of %s are never taken as measured, and are told as about', (filledTimes, measured, told) => {
    const visit = { ...TIMES, ...(filledTimes === undefined ? {} : { filledTimes }) };
    expect(measuredTimes(visit)).toEqual(measured);
    expect(toldTimes(visit, about)).toBe(told);
  });

  it('are named by the word that says which they are', () => {
    for (const word of FILLED_TIMES) {
      const filled = {
        startedAt: isFilled({ filledTimes: word }, 'startedAt'),
        endedAt: isFilled({ filledTimes: word }, 'endedAt'),
      };
      expect(filledTimesOf(filled)).toBe(word);
    }
    expect(filledTimesOf({ startedAt: false, endedAt: false })).toBeUndefined();
  });

  it('that are not there are not told', () => {
    expect(toldTimes({}, about)).toBe('');
    expect(toldTimes({ endedAt: '09:50' }, about)).toBe('09:50');
  });
});
