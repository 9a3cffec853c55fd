import { describe, expect, it } from 'vitest';
import { siteKey } from '../../../domain/doubts/names';
import { waysOf } from '../../../domain/doubts/ways';
import { checkOf, doubtsOf, elevator, ELEVATORS, visit } from '../../support/doubt-tables';

const DAY = '2026-03-02';
const ways = waysOf([{ from: '甲路1号', to: '乙路88号', minutes: 25 }]);

describe('one person at two places at once', () => {
  it.each([
    ['one minute in common', '09:29', '09:50', 1],
    ['one within the other', '09:10', '09:20', 10],
  ])('%s cannot both be true', (_what, start, end, minutes) => {
    const doubts = doubtsOf('two-places', [visit('A1', DAY, '09:00', '09:30'), visit('B', DAY, start, end)]);
    expect(doubts).toMatchObject([
      { level: 'impossible', weight: 'reading', people: ['样一'], measure: minutes, threshold: 1 },
    ]);
    expect(doubts[0]!.visits.map(({ registrationNo }) => registrationNo)).toEqual(['A1', 'B']);
  });

  it.each([
    ['ends that touch', [visit('A1', DAY, '09:00', '09:30'), visit('B', DAY, '09:30', '09:50')]],
    ['two elevators of one site', [visit('A1', DAY, '09:00', '09:30'), visit('A2', DAY, '09:10', '09:20')]],
    [
      'other people',
      [visit('A1', DAY, '09:00', '09:30'), visit('B', DAY, '09:10', '09:20', { technicians: ['样二'] })],
    ],
    ['another day', [visit('A1', DAY, '09:00', '09:30'), visit('B', '2026-03-03', '09:10', '09:20')]],
    ['a start without an end', [visit('A1', DAY, '09:00', '09:30'), visit('B', DAY, '09:10')]],
    ['a visit of no minutes', [visit('A1', DAY, '09:00', '09:30'), visit('B', DAY, '09:10', '09:10')]],
  ])('%s are none', (_what, visits) => {
    expect(doubtsOf('two-places', visits)).toEqual([]);
  });

  it('holds over midnight, and names a pair once with both people', () => {
    const crew = { technicians: ['样二', '样一'] };
    const visits = [visit('A1', DAY, '23:30', '00:30', crew), visit('B', '2026-03-03', '00:20', '00:50', crew)];
    expect(doubtsOf('two-places', visits)).toMatchObject([{ people: ['样一', '样二'], measure: 10 }]);
  });

  it('an elevator without an address is at no place that could be another', () => {
    const elevators = [...ELEVATORS, elevator('C', undefined)];
    const visits = [visit('A1', DAY, '09:00', '09:30'), visit('C', DAY, '09:10', '09:20')];
    expect(doubtsOf('two-places', visits, { elevators })).toEqual([]);
    expect(checkOf('two-places', visits, { elevators })).toMatchObject({ lookedAt: 1, of: 2, missing: ['address'] });
  });

  it.each([
    ['people', visit('A1', DAY, '09:00', '09:30', { technicians: [] })],
    ['times', visit('A1', DAY)],
  ] as const)('without %s it is not applicable and says so', (missing, one) => {
    expect(checkOf('two-places', [one])).toMatchObject({ status: 'not-applicable', missing: [missing] });
  });
});

describe('a way that nobody travels', () => {
  const afterwards = (start: string) => [visit('A1', DAY, '09:00', '09:30'), visit('B', DAY, start, '10:30')];

  it('known to take 25 minutes is asked about below 15, for both clocks may be wrong by 5', () => {
    expect(doubtsOf('travel', afterwards('09:44'), { ways })).toMatchObject([
      { level: 'question', measure: 14, threshold: 25, unit: 'minutes' },
    ]);
    expect(doubtsOf('travel', afterwards('09:45'), { ways })).toEqual([]);
  });

  it('that nobody noted is told below 5 minutes, as a note', () => {
    expect(doubtsOf('travel', afterwards('09:34'))).toMatchObject([{ level: 'note', measure: 4, threshold: 15 }]);
    expect(doubtsOf('travel', afterwards('09:35'))).toEqual([]);
  });

  it('between elevators of one site is no way', () => {
    expect(doubtsOf('travel', [visit('A1', DAY, '09:00', '09:30'), visit('A2', DAY, '09:30', '10:00')])).toEqual([]);
  });

  it('is asked about once, though two elevators were visited at either end', () => {
    const visits = [
      visit('A1', DAY, '09:00', '09:30'),
      visit('A2', DAY, '09:10', '09:20'),
      visit('B', DAY, '09:31', '09:41'),
      visit('B2', DAY, '09:33', '09:43'),
    ];
    const elevators = [...ELEVATORS, elevator('B2', '乙路88号')];
    const doubts = doubtsOf('travel', visits, { elevators, ways });
    expect(doubts.map((doubt) => doubt.visits.map(({ registrationNo }) => registrationNo))).toEqual([['A1', 'B']]);
  });

  it('counts the shorter where a table has it twice, in either direction', () => {
    const twice = waysOf([
      { from: '乙路88号', to: '甲路1号', minutes: 12 },
      { from: '甲路1号', to: '乙路88号', minutes: 25 },
    ]);
    expect(doubtsOf('travel', afterwards('09:33'), { ways: twice })).toEqual([]);
    expect(doubtsOf('travel', afterwards('09:31'), { ways: twice })).toHaveLength(1);
  });
});

describe('a site', () => {
  it.each([
    ['翠柏路18号翠柏苑3幢2单元', '翠柏路18号翠柏苑'],
    ['翠柏路18号 翠柏苑 十二幢', '翠柏路18号翠柏苑'],
    ['甲路１号A座', '甲路1号'],
    ['甲路1号A单位', '甲路1号A单位'],
  ])('%s is %s', (address, site) => {
    expect(siteKey(address)).toBe(site);
  });

  it('is nothing where nothing is written', () => {
    expect([siteKey(undefined), siteKey('  ')]).toEqual([null, null]);
  });
});
