import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRILL_SCENARIOS, minutesOfDrill } from '../../../domain/drill/drill';
import { drillSchema } from '../../../domain/record/drill-schema';

const DRILL = { registrationNo: '梯11浙A12056(04)', date: '2026-11-20', scenario: 'fire', participants: ['王海'] };
const time = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

describe('a drill', () => {
  it('takes the minutes from its start to its end, where both are known and in order (seed 20261123)', () => {
    fc.assert(
      fc.property(fc.nat(1439), fc.nat(1439), (from, to) => {
        const minutes = minutesOfDrill({ startedAt: time(from), endedAt: time(to) });
        expect(minutes).toBe(to < from ? null : to - from);
      }),
      { seed: 20_261_123 },
    );
    expect([minutesOfDrill({ startedAt: '09:00' }), minutesOfDrill({})]).toEqual([null, null]);
  });

  it.each([
    ['nobody took part', { participants: [] }],
    ['it ends before it starts', { startedAt: '10:00', endedAt: '09:59' }],
    ['its scenario is of no list', { scenario: 'earthquake' }],
    ['its day does not exist', { date: '2026-02-30' }],
    ['a time is none', { startedAt: '25:00' }],
    ['a member is not known', { place: '大堂' }],
    ['a text is too long', { problems: '长'.repeat(4001) }],
    ['a text is half of a character', { measures: '\ud83d' }],
  ])('is refused where %s', (_, part) => {
    expect(drillSchema.safeParse({ ...DRILL, ...part }).success).toBe(false);
  });

  it('of every scenario is taken', () => {
    for (const scenario of DRILL_SCENARIOS)
      expect(drillSchema.parse({ ...DRILL, scenario })).toMatchObject({ scenario });
  });
});
