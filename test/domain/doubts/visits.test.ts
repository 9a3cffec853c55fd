import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { CallOut } from '../../../domain/callout/callout';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { doubtSentence } from '../../../domain/explain/doubt-sentences';
import type { Person } from '../../../domain/roster/person';
import { cnPack } from '../../support/cn-pack';
import { checkOf, doubtsOf, elevator, visit } from '../../support/doubt-tables';

const DAY = '2026-03-02';
const dayAfter = (days: number): string => toCivilDate(toEpochDay(DAY as CivilDate) + days);
const minute = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

describe('a visit too short for its category and kind', () => {
  it.each([
    ['3110', 'half-month', 10],
    ['3110', 'quarter', 15],
    ['3110', 'half-year', 20],
    ['3110', 'year', 30],
    ['3310', 'half-month', 10],
    ['3430', 'half-month', 5],
    ['3430', 'year', 10],
  ])('%s, %s: %i minutes are enough, one fewer is asked about', (kind, task, least) => {
    const elevators = [elevator('K', '甲路1号', kind)];
    const lasting = (minutes: number) => [visit('K', DAY, '09:00', minute(540 + minutes), { task })];
    expect(doubtsOf('too-short', lasting(least), { elevators })).toEqual([]);
    expect(doubtsOf('too-short', lasting(least - 1), { elevators })).toMatchObject([
      { level: 'question', weight: 'house', measure: least - 1, threshold: least },
    ]);
  });

  it('counts all records of one elevator within three days together', () => {
    const parts = [visit('A1', DAY, '09:00', '09:05'), visit('A1', DAY, '09:05', '09:10')];
    expect(doubtsOf('too-short', parts)).toEqual([]);
    expect(doubtsOf('too-short', parts.slice(1))).toHaveLength(1);
    const brokenOff = (days: number) => [
      visit('A1', DAY, '09:00', '09:25'),
      visit('A1', dayAfter(days), '09:00', '09:08'),
    ];
    expect(doubtsOf('too-short', brokenOff(3))).toEqual([]);
    expect(doubtsOf('too-short', brokenOff(4))).toMatchObject([{ measure: 8 }]);
  });

  it('without times is not applicable', () => {
    expect(checkOf('too-short', [visit('A1', DAY)])).toMatchObject({ status: 'not-applicable', missing: ['times'] });
  });
});

describe('more elevators than a person can serve', () => {
  const many = (count: number, address: (n: number) => string) => {
    const elevators = Array.from({ length: count }, (_, n) => elevator(`E${n}`, address(n)));
    return { elevators, visits: elevators.map(({ registrationNo }) => visit(registrationNo, DAY)) };
  };

  it('six a day are none, seven are a question', () => {
    const [six, seven] = [many(6, (n) => `${n}路1号`), many(7, (n) => `${n}路1号`)];
    expect(doubtsOf('overload', six.visits, six)).toEqual([]);
    expect(doubtsOf('overload', seven.visits, seven)).toMatchObject([{ level: 'question', measure: 7, threshold: 6 }]);
  });

  it.each([
    ['21:59', 'note'],
    ['22:00', 'note'],
    ['22:01', 'question'],
  ])('seven from 8:00 to %s are a %s: a day of fourteen hours holds them', (last, level) => {
    const { elevators, visits } = many(7, (n) => `${n}路1号`);
    const timed = visits.map((one, n) => ({ ...one, startedAt: n === 6 ? '21:20' : `${10 + n}:00`, endedAt: n === 6 ? last : `${10 + n}:40` })); // prettier-ignore
    const early = timed.map((one, n) => (n === 0 ? { ...one, startedAt: '08:00', endedAt: '08:40' } : one));
    expect(doubtsOf('overload', early, { elevators })).toMatchObject([{ level, measure: 7 }]);
    const oneUntimed = early.map((one, n) => (n === 3 ? visit(one.registrationNo, DAY) : one));
    expect(doubtsOf('overload', oneUntimed, { elevators })).toMatchObject([{ level: 'question' }]);
  });

  it('seven at one site are but a note', () => {
    const row = many(7, () => '甲路1号');
    expect(doubtsOf('overload', row.visits, row)).toMatchObject([{ level: 'note' }]);
  });

  it('the same elevator twice is one', () => {
    const six = many(6, (n) => `${n}路1号`);
    expect(doubtsOf('overload', [...six.visits, six.visits[0]!], six)).toEqual([]);
  });

  it('a firm is told when its people would have to serve more than six each working day of 15', () => {
    // 2026-03-02 is a Monday: 11 days from Monday to Friday among the 15 from it.
    const elevators = Array.from({ length: 67 }, (_, n) => elevator(`E${n}`, `${n}路1号`));
    const visits = elevators.map(({ registrationNo }, n) => visit(registrationNo, dayAfter(n % 15)));
    expect(doubtsOf('firm-overload', visits.slice(0, 66), { elevators })).toEqual([]);
    expect(doubtsOf('firm-overload', visits, { elevators })).toMatchObject([
      {
        level: 'note',
        measure: 6.1,
        beside: [{ maintainer: '样例维保公司', personVisits: 67, people: 1, workingDays: 11 }],
      },
    ]);
    const nobody = elevators.map(({ maintainer: _, ...one }) => one);
    expect(checkOf('firm-overload', visits, { elevators: nobody })).toMatchObject({ missing: ['maintainer'] });
  });

  it('a firm with people on the roster is measured by those who were with it on all 15 days', () => {
    const elevators = Array.from({ length: 67 }, (_, n) => elevator(`E${n}`, `${n}路1号`));
    const visits = elevators.map(({ registrationNo }, n) => visit(registrationNo, dayAfter(n % 15)));
    const firm = '样例维保公司';
    const [first, last] = [DAY as CivilDate, dayAfter(14) as CivilDate];
    const one = { name: '样一', firm, from: first, to: last };
    const measured = (roster: readonly Person[]) => doubtsOf('firm-overload', visits, { elevators, roster });
    const load = { personVisits: 67, workingDays: 11 };
    expect(measured([one])).toMatchObject([{ measure: 6.1, beside: [{ ...load, people: 1, named: 1 }] }]);
    expect(measured([one, { name: '样二', firm }])).toEqual([]);
    // Two certificates of one number, or two rows of one name at the firm, are one person; one of another number is another.
    expect(measured([one, { ...one, certificateKind: '电梯修理' }])).toMatchObject([{ beside: [{ people: 1 }] }]);
    expect(measured([one, { ...one, certificateNo: 'T2' }])).toEqual([]);
    // A day too few, and another firm: not among its people.
    const late = { name: '样二', firm, from: dayAfter(1) as CivilDate };
    const gone = { name: '样三', firm, to: dayAfter(13) as CivilDate };
    expect(measured([one, late, gone, { name: '样四', firm: '另一公司' }])).toMatchObject([
      { beside: [{ people: 1 }] },
    ]);
    // Nobody of the roster on all days: as without one.
    const [plain] = measured([late]);
    expect(plain?.beside[0]).toEqual({ type: 'load', maintainer: firm, from: first, to: last, people: 1, ...load });
  });

  it('the sentence says whose number the people are', () => {
    const elevators = Array.from({ length: 67 }, (_, n) => elevator(`E${n}`, `${n}路1号`));
    const visits = elevators.map(({ registrationNo }, n) => visit(registrationNo, dayAfter(n % 15)));
    const says = (locale: 'zh-CN' | 'en', roster: readonly Person[] | null) =>
      doubtsOf('firm-overload', visits, { elevators, roster }).map((doubt) =>
        doubtSentence(doubt, { elevatorOf: () => undefined, names: cnPack, locale }),
      );
    const people = [{ name: '样二', firm: '样例维保公司' }];
    expect(says('zh-CN', people)).toEqual([
      '样例维保公司 2026-03-02 至 2026-03-16：67人次，人员名册中这些天一直在该单位的1人（单上写有1人），周一至周五共11日，平均每人每日6.1台，多于6台',
    ]);
    expect(says('en', people)[0]).toContain(
      'over the 1 person of the roster with the firm throughout (the visits name 1) and 11 days',
    );
    expect(says('zh-CN', null)[0]).toContain('：67人次，1人，周一至周五');
  });
});

describe('a visit on an elevator that is not there to be served', () => {
  it('is asked about from the day after its end', () => {
    const elevators = [elevator('A1', '甲路1号', '3110', { status: 'scrapped', endedOn: DAY })];
    expect(doubtsOf('not-in-use', [visit('A1', DAY)], { elevators })).toEqual([]);
    expect(doubtsOf('not-in-use', [visit('A1', dayAfter(1))], { elevators })).toMatchObject([
      { level: 'question', measure: 1, beside: [{ type: 'end', as: 'scrapped', on: DAY }] },
    ]);
  });

  it('is asked about while it is sealed, not during any other stop nor from the day on which it is given back', () => {
    const outage = (reason: string) => ({
      outages: [
        { registrationNo: 'A1' as RegistrationNo, from: DAY as CivilDate, to: dayAfter(5) as CivilDate, reason },
      ],
    });
    expect(doubtsOf('not-in-use', [visit('A1', dayAfter(4))], outage('查封'))).toHaveLength(1);
    expect(doubtsOf('not-in-use', [visit('A1', dayAfter(5))], outage('查封'))).toEqual([]);
    expect(doubtsOf('not-in-use', [visit('A1', dayAfter(4))], outage('更换钢丝绳'))).toEqual([]);
  });

  it('without outages and ends is not applicable', () => {
    const check = checkOf('not-in-use', [visit('A1', DAY)]);
    expect(check).toMatchObject({ status: 'not-applicable', missing: ['stops'] });
  });

  it('is asked about where it shares a minute with an entrapment', () => {
    const callouts = [
      { registrationNo: 'A1', kind: 'entrapment', reportedAt: `${DAY}T09:00`, freedAt: `${DAY}T09:30` },
    ] as unknown as CallOut[];
    expect(doubtsOf('entrapment', [visit('A1', DAY, '09:29', '10:00')], { callouts })).toMatchObject([{ measure: 1 }]);
    expect(doubtsOf('entrapment', [visit('A1', DAY, '09:30', '10:00')], { callouts })).toEqual([]);
    expect(doubtsOf('entrapment', [visit('A2', DAY, '09:00', '10:00')], { callouts })).toEqual([]);
    expect(checkOf('entrapment', [visit('A1', DAY, '09:00', '10:00')]).missing).toEqual(['callouts']);
  });
});

describe('a person without a certificate valid on the day', () => {
  const certificates = [{ name: '样一', validFrom: DAY as CivilDate, validUntil: dayAfter(10) as CivilDate }];

  it.each([
    [-1, 1],
    [0, 0],
    [10, 0],
    [11, 1],
  ])('on day %i of ten is outside by %i', (day, days) => {
    const doubts = doubtsOf('no-certificate', [visit('A1', dayAfter(day))], { certificates });
    expect(doubts.map(({ measure }) => measure)).toEqual(days === 0 ? [] : [days]);
  });

  it('is covered by any of several certificates, found by name or number', () => {
    const renewed = [...certificates, { name: '样一', number: 'T1', validFrom: dayAfter(11) as CivilDate }];
    expect(doubtsOf('no-certificate', [visit('A1', dayAfter(11))], { certificates: renewed })).toEqual([]);
    const byNumber = [visit('A1', dayAfter(3), undefined, undefined, { technicians: ['t1'] })];
    expect(doubtsOf('no-certificate', byNumber, { certificates: renewed })).toHaveLength(1);
  });

  it('nothing is said of people who are not in the table, or without one', () => {
    const stranger = [visit('A1', dayAfter(11), undefined, undefined, { technicians: ['样二'] })];
    expect(doubtsOf('no-certificate', stranger, { certificates })).toEqual([]);
    expect(checkOf('no-certificate', stranger)).toMatchObject({ status: 'not-applicable', missing: ['certificates'] });
  });
});

describe('elevators without doubts', () => {
  it('are not said to be true: what was looked at is counted', () => {
    expect(doubtsOf('two-places', [visit('A1', DAY, '09:00', '09:30')])).toEqual([]);
    expect(checkOf('two-places', [visit('A1', DAY, '09:00', '09:30')])).toEqual({
      kind: 'two-places',
      status: 'done',
      lookedAt: 1,
      of: 1,
      missing: [],
    });
  });
});
