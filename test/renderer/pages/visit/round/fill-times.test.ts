import { describe, expect, it } from 'vitest';
import { rowTimes } from '../../../../../renderer/pages/visit/round/fill-times';

const ROW = { startedAt: '', endedAt: '' };
const CLOCK = { firstStart: '0830', minutes: '30', between: '5' };
const timesOf = (...asked: Parameters<typeof rowTimes>): string[] =>
  rowTimes(...asked).map(
    ({ startedAt, endedAt, filled }) =>
      `${filled.startedAt ? '~' : ''}${startedAt} ${filled.endedAt ? '~' : ''}${endedAt}`,
  );

describe('the times of a round', () => {
  it('go on from each other; only the first start was said by somebody', () => {
    expect(timesOf([ROW, ROW, ROW], CLOCK)).toEqual(['0830 ~09:00', '~09:05 ~09:35', '~09:40 ~10:10']);
  });

  it('go on from a time that is typed, which is measured', () => {
    const typed = [{ ...ROW, endedAt: '9:20' }, { startedAt: '09:22', endedAt: '' }, ROW];
    expect(timesOf(typed, CLOCK)).toEqual(['0830 9:20', '09:22 ~09:52', '~09:57 ~10:27']);
  });

  it.each([
    ['no first start', { ...CLOCK, firstStart: '' }, [' ', ' ']],
    ['a first start that is no time', { ...CLOCK, firstStart: '25:00' }, ['25:00 ', ' ']],
    ['no minutes', { ...CLOCK, minutes: '' }, ['0830 ', ' ']],
    ['no minutes at all', { ...CLOCK, minutes: '0' }, ['0830 ', ' ']],
    ['minutes that are none', { ...CLOCK, minutes: '-5' }, ['0830 ', ' ']],
    ['nothing between', { ...CLOCK, between: '' }, ['0830 ~09:00', '~09:00 ~09:30']],
  ])('with %s fill no more than can be known', (_what, clock, told) => {
    expect(timesOf([ROW, ROW], clock)).toEqual(told);
  });

  it('are not filled past midnight, where the day would be another', () => {
    expect(timesOf([ROW, ROW, ROW], { ...CLOCK, firstStart: '23:00' })).toEqual(['23:00 ~23:30', '~23:35 ', ' ']);
    const over = [{ startedAt: '23:30', endedAt: '00:10' }, ROW];
    expect(timesOf(over, CLOCK)).toEqual(['23:30 00:10', ' ']);
  });
});
