import { describe, expect, it } from 'vitest';
import { elsewhere } from '../../../domain/doubts/elsewhere';
import { doubtsOf, ELEVATORS, visit } from '../../support/doubt-tables';

const DAY = '2026-11-23';
const addressOf = (no: string) => ELEVATORS.find(({ registrationNo }) => registrationNo === no)?.address;
const here = visit('A1', DAY, '10:05', '10:51', { technicians: ['样一', '样二'] });
const there = (change: object) => ({
  ...visit('B', DAY, '10:30', '11:10', { technicians: ['样一', '样三'] }),
  ...change,
});

describe('a person in two places', () => {
  it('is named with the other elevator and its times', () => {
    expect(elsewhere(here, [there({})], addressOf)).toEqual([
      { name: '样一', registrationNo: 'B', startedAt: '10:30', endedAt: '11:10' },
    ]);
  });

  it.each([
    ['ends as this one starts', { startedAt: '09:30', endedAt: '10:05' }],
    ['starts as this one ends', { startedAt: '10:51', endedAt: '11:20' }],
    ['has times that the program filled', { filledTimes: 'both' }],
    ['has an end that the program filled', { filledTimes: 'end' }],
    ['has no times', { startedAt: undefined, endedAt: undefined }],
    ['was made by others', { technicians: ['样四'] }],
    ['is at this elevator', { registrationNo: 'A1' }],
    ['is at the elevator beside it', { registrationNo: 'A2' }],
  ])('a visit that %s is no conflict, and no doubt', (_what, change) => {
    expect(elsewhere(here, [there(change)], addressOf)).toEqual([]);
    expect(doubtsOf('two-places', [here, there(change)])).toEqual([]);
  });

  it.each([
    ['people', { ...here, technicians: [] }, addressOf],
    ['times', visit('A1', DAY, '10:05'), addressOf],
    ['its own address', here, () => undefined],
    ['the address of the other', here, (no: string) => (no === 'B' ? undefined : '甲路1号')],
  ])('nothing is claimed while %s are missing', (_what, one, address) => {
    expect(elsewhere(one, [there({})], address)).toBeNull();
  });
});
