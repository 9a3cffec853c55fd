import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { CheckResult } from '../../../domain/visit/visit';
import { checkOf, doubtsOf, visit } from '../../support/doubt-tables';

const DAY = '2026-03-02';
const dayAfter = (days: number): string => toCivilDate(toEpochDay(DAY as CivilDate) + days);
const checked = (results: readonly Partial<CheckResult>[]) => ({
  checklist: {
    packId: 'cn',
    packVersion: '1',
    results: results.map((one, n) => ({ itemId: `i${n}`, outcome: 'ok', ...one })),
  },
});
const withResults = (no: string, day: string, results: readonly Partial<CheckResult>[]) =>
  visit(no, day, undefined, undefined, checked(results));

describe('everything answered in bulk', () => {
  const askedItems = new Set(['i0']);

  it('is asked about where one item asked for more than a look', () => {
    const bulk = [withResults('A1', DAY, [{ set: 'rest' }, { set: 'rest' }])];
    expect(doubtsOf('bulk-answers', bulk, { askedItems })).toMatchObject([{ level: 'question', measure: 1 }]);
    const own = [withResults('A1', DAY, [{ set: 'each' }, { set: 'rest' }])];
    expect(doubtsOf('bulk-answers', own, { askedItems })).toEqual([]);
  });

  it('is not applicable where nobody kept how results were set', () => {
    expect(checkOf('bulk-answers', [withResults('A1', DAY, [{}])], { askedItems }).missing).toEqual(['checklist']);
  });
});

describe('the same again', () => {
  const noted = (note: string, times: number) =>
    Array.from({ length: times }, (_, n) => visit('A1', dayAfter(n), undefined, undefined, { note }));

  it('notes: long ones with a figure, from the third time on', () => {
    expect(doubtsOf('copied-notes', noted('制动间隙0.42毫米', 3))).toMatchObject([{ level: 'note', measure: 3 }]);
    expect(doubtsOf('copied-notes', noted('制动间隙0.42毫米', 2))).toEqual([]);
    expect(doubtsOf('copied-notes', noted('更换层门门轮一只并试运行', 5))).toEqual([]);
    expect(doubtsOf('copied-notes', noted('门轮2只', 5))).toEqual([]);
    expect(checkOf('copied-notes', [visit('A1', DAY)])).toMatchObject({ status: 'not-applicable', missing: ['notes'] });
  });

  const read = (...readings: number[]) => readings.map((reading) => ({ reading }));

  it('readings: three and more of one visit, from the third visit on', () => {
    const days = (count: number, readings: readonly Partial<CheckResult>[]) =>
      Array.from({ length: count }, (_, n) => withResults('A1', dayAfter(n), readings));
    expect(doubtsOf('copied-readings', days(3, read(1.2, 3.4, 5.6)))).toMatchObject([
      { level: 'question', measure: 3 },
    ]);
    expect(doubtsOf('copied-readings', days(2, read(1.2, 3.4, 5.6)))).toEqual([]);
    expect(doubtsOf('copied-readings', days(3, read(1.2, 3.4)))).toEqual([]);
    const differing = [...days(2, read(1.2, 3.4, 5.6)), withResults('A2', DAY, read(1.2, 3.4, 5.7))];
    expect(doubtsOf('copied-readings', differing)).toEqual([]);
  });

  it('photos: the same bytes on another day or at another site', () => {
    const photo = (no: string, day: string) => withResults(no, day, [{ photos: ['ab'.repeat(32)] }]);
    expect(doubtsOf('copied-photos', [photo('A1', DAY), photo('A1', dayAfter(1))])).toMatchObject([
      { level: 'impossible', what: 'ab'.repeat(32) },
    ]);
    expect(doubtsOf('copied-photos', [photo('A1', DAY), photo('B', DAY)])).toHaveLength(1);
    expect(doubtsOf('copied-photos', [photo('A1', DAY), photo('A2', DAY)])).toEqual([]);
    expect(doubtsOf('copied-photos', [photo('A1', DAY)])).toEqual([]);
  });
});

describe('too regular', () => {
  const daily = (count: number, start: (n: number) => string, end: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => visit('A1', dayAfter(n), start(n), end(n)));

  it('the same start and end ten times running is told, nine times is not', () => {
    const same = (count: number) =>
      daily(
        count,
        () => '09:00',
        () => '09:42',
      );
    expect(doubtsOf('same-times', same(10))).toMatchObject([{ level: 'note', measure: 10 }]);
    expect(doubtsOf('same-times', same(9))).toEqual([]);
    const broken = same(11).map((one, n) => (n === 5 ? { ...one, endedAt: '09:43' } : one));
    expect(doubtsOf('same-times', broken)).toEqual([]);
  });

  it('one length in 90 of a hundred visits of a person, of twenty at least, is told', () => {
    const alike = (count: number, others: number) =>
      Array.from({ length: count }, (_, n) => visit('A1', dayAfter(n), '09:00', n < others ? `09:3${n}` : '09:42'));
    expect(doubtsOf('same-duration', alike(20, 2))).toMatchObject([{ level: 'note', measure: 90, unit: 'percent' }]);
    expect(doubtsOf('same-duration', alike(20, 3))).toEqual([]);
    expect(doubtsOf('same-duration', alike(19, 0))).toEqual([]);
  });
});

describe('the hours of the round before', () => {
  const round = (day: string, moved: number, lengths: readonly [number, number]) => {
    const clock = (minute: number): string =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const [one, other] = [543 + moved, 591 + moved];
    return [
      visit('A1', day, clock(one), clock(one + lengths[0])),
      visit('A2', day, clock(other), clock(other + lengths[1])),
    ];
  };

  it.each([
    ['the very same hours', 0, [41, 38], 1],
    ['all begun a quarter of an hour later', 15, [41, 38], 1],
    ['all begun sixteen minutes later', 16, [41, 38], 0],
    ['one a minute longer', 0, [41, 39], 0],
  ] as const)('%s: asked about %s', (_what, moved, lengths, count) => {
    const visits = [...round(DAY, 0, [41, 38]), ...round(dayAfter(14), moved, lengths)];
    const doubts = doubtsOf('copied-hours', visits);
    expect(doubts.map(({ level, measure, visits: told }) => [level, measure, told.length])).toEqual(
      Array.from({ length: count }, () => ['question', 2, 4]),
    );
  });

  it('one elevator alone, hours in steps of five, and one line for the round say nothing', () => {
    const both = [...round(DAY, 0, [41, 38]), ...round(dayAfter(14), 0, [41, 38])];
    expect(doubtsOf('copied-hours', both.filter(({ registrationNo }) => registrationNo === visit('A1', DAY).registrationNo))).toEqual([]); // prettier-ignore
    const stepped = [DAY, dayAfter(14)].flatMap((day) => [
      visit('A1', day, '09:00', '09:40'),
      visit('A2', day, '09:45', '10:25'),
    ]);
    expect(doubtsOf('copied-hours', stepped)).toEqual([]);
    const oneLine = [DAY, dayAfter(14)].flatMap((day) => ['A1', 'A2'].map((no) => visit(no, day, '09:03', '10:21')));
    expect(doubtsOf('copied-hours', oneLine)).toEqual([]);
    expect(checkOf('copied-hours', [visit('A1', DAY)])).toMatchObject({ status: 'not-applicable', missing: ['times'] });
  });
});

describe('when it was written down', () => {
  const entered = (enteredAt: string, no = 'A1', day = DAY) => visit(no, day, '09:00', '09:30', { enteredAt });

  it.each([
    [30, 1],
    [29, 0],
  ])('%i days later: %i doubts', (days, count) => {
    expect(doubtsOf('entered-late', [entered(dayAfter(days))])).toHaveLength(count);
  });

  it.each([
    [`${DAY}T09:29`, [[1, 'note']]],
    [`${DAY}T06:30`, [[180, 'note']]],
    [`${DAY}T06:29`, [[181, 'impossible']]],
    [`${DAY}T09:30`, []],
    [DAY, []],
    ['2026-03-01', [[1440, 'impossible']]],
  ])('entered at %s is early by %j', (at, early) => {
    const doubts = doubtsOf('entered-early', [entered(at)]);
    expect(doubts.map(({ measure, level }) => [measure, level])).toEqual(early);
  });

  const sitting = (minutes: readonly number[], of: (n: number) => string = (n) => dayAfter(n * 14)) =>
    minutes.map((at, n) => entered(`${dayAfter(60)}T18:${String(at).padStart(2, '0')}`, 'A1', of(n)));

  it('three days of one elevator in one sitting are asked about; two, one day, and pauses are not', () => {
    expect(doubtsOf('entered-together', sitting([0, 1, 16]))).toMatchObject([{ level: 'question', measure: 3 }]);
    expect(doubtsOf('entered-together', sitting([0, 1]))).toEqual([]);
    expect(doubtsOf('entered-together', sitting([0, 16, 32]))).toEqual([]);
    expect(
      doubtsOf(
        'entered-together',
        sitting([0, 1, 2], () => DAY),
      ),
    ).toEqual([]);
    const others = sitting([0, 1, 2]).map((one, n) => ({ ...one, registrationNo: visit(`A${n}`, DAY).registrationNo }));
    expect(doubtsOf('entered-together', others)).toEqual([]);
  });

  it('entries that come faster than anybody types are but a note', () => {
    const table = Array.from({ length: 31 }, (_, n) => entered(`${dayAfter(60)}T18:00`, `B${n % 10}`, dayAfter(n)));
    const levels = doubtsOf('entered-together', table).map(({ level }) => level);
    expect(new Set(levels)).toEqual(new Set(['note']));
  });

  it.each([
    ['three days younger and written before', 3, -10, 1],
    ['two days younger', 2, -10, 0],
    ['written in the same minute', 3, 0, 0],
    ['written after', 3, 10, 0],
  ])('a visit is asked about that stands behind one %s', (_what, days, minutes, count) => {
    const at = (minute: number) => `${dayAfter(10)}T18:${String(30 + minute)}`;
    const visits = [entered(at(0)), { ...entered(at(minutes), 'B', dayAfter(days)) }];
    const found = doubtsOf('entered-out-of-order', visits);
    expect(found).toHaveLength(count);
    if (count > 0)
      expect(found).toMatchObject([{ level: 'question', measure: 3, visits: [{ date: DAY }, { date: dayAfter(3) }] }]);
    const other = visits.map((one, n) => (n === 1 ? { ...one, technicians: ['样二'] } : one));
    expect(doubtsOf('entered-out-of-order', other)).toEqual([]);
  });

  it('without the time of entry none of the four is applicable', () => {
    for (const kind of ['entered-late', 'entered-early', 'entered-together', 'entered-out-of-order'] as const)
      expect(checkOf(kind, [visit('A1', DAY)])).toMatchObject({ status: 'not-applicable', missing: ['entered-at'] });
  });
});

describe('who confirmed', () => {
  const confirmed = (by: string | undefined, day = DAY, rest: object = {}) => {
    const { confirmedBy: _, ...bare } = visit('A1', day, undefined, undefined, rest);
    return by === undefined ? bare : { ...bare, confirmedBy: by };
  };

  it('a visit without confirmation is told where others have one, and not where nobody has', () => {
    expect(doubtsOf('unconfirmed', [confirmed('样九'), confirmed(undefined, dayAfter(1))])).toMatchObject([
      { level: 'note', weight: 'reading', visits: [{ date: dayAfter(1) }] },
    ]);
    expect(doubtsOf('unconfirmed', [confirmed(undefined)])).toEqual([]);
    expect(checkOf('unconfirmed', [confirmed(undefined)])).toMatchObject({
      status: 'not-applicable',
      missing: ['confirmations'],
    });
  });

  it('a confirmation by one of those who did the work is a question', () => {
    expect(doubtsOf('confirmed-by-crew', [confirmed('样 一')])).toMatchObject([{ level: 'question' }]);
    expect(doubtsOf('confirmed-by-crew', [confirmed('样九')])).toEqual([]);
  });

  it('somebody who confirms once in all records is told where others confirmed ten times', () => {
    const usual = (count: number) => Array.from({ length: count }, (_, n) => confirmed('样九', dayAfter(n)));
    const once = confirmed('样八', dayAfter(30));
    expect(doubtsOf('confirmed-once', [...usual(10), once])).toMatchObject([{ people: ['样八'], measure: 1 }]);
    expect(doubtsOf('confirmed-once', [...usual(9), once])).toEqual([]);
    expect(doubtsOf('confirmed-once', [...usual(10), once, confirmed('样八', dayAfter(31))])).toEqual([]);
  });
});
