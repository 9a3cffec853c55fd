import { describe, expect, it } from 'vitest';
import {
  answerOf,
  countOutcomes,
  judgeReading,
  problemOf,
  restInOrder,
  resultsOf,
  tasksUpTo,
  twoColumns,
  visitChecklist,
  withAnswer,
  type Answers,
} from '../../../../renderer/pages/visit/checklist';
import { cnPack } from '../../../support/cn-pack';

const halfMonth = visitChecklist(cnPack, '3110', 'half-month')!;
const lock = halfMonth.items.find(({ id }) => id === 'A-1.29')!;
const PHOTO = 'a'.repeat(64);

describe('the checklist of a visit', () => {
  it.each([
    ['half-month', 31],
    ['quarter', 44],
    ['half-year', 59],
    ['year', 76],
  ] as const)('a %s visit of a traction elevator has %i items, the shorter categories among them', (task, items) => {
    expect(visitChecklist(cnPack, '3110', task)!.items).toHaveLength(items);
  });

  it('a longer category contains the shorter ones', () => {
    expect(tasksUpTo('half-year')).toEqual(['half-month', 'quarter', 'half-year']);
  });

  it('every item stands in exactly one group', () => {
    const year = visitChecklist(cnPack, '3110', 'year')!;
    expect(new Set(year.items.map(({ id }) => id)).size).toBe(year.items.length);
    expect(year.groups.flatMap(({ items }) => items)).toEqual(year.items);
  });

  it('an area without items of the category has no group', () => {
    for (const kind of cnPack.kinds)
      for (const { items } of visitChecklist(cnPack, kind.code, 'half-month')?.groups ?? [])
        expect(items.length).toBeGreaterThan(0);
  });

  it('a kind outside the annexes has no checklist', () => {
    expect(visitChecklist(cnPack, '3410', 'year')).toBeNull();
    expect(visitChecklist(cnPack, '9999', 'year')).toBeNull();
  });

  it('machine room, well and pit stand left, car and landings right, as the half-month sheet is drawn', () => {
    const [left, right] = twoColumns(halfMonth.groups);
    expect(left.map(({ areaId }) => areaId)).toEqual(['machine-room', 'well', 'pit']);
    expect(right.map(({ areaId }) => areaId)).toEqual(['car', 'landing']);
  });

  it('no group is lost when cut into columns', () => {
    expect(twoColumns([])).toEqual([[], []]);
    expect(twoColumns(halfMonth.groups.slice(0, 1)).flat()).toHaveLength(1);
  });
});

describe('answering', () => {
  it('"the rest in order" leaves exceptions and what does not apply as they are', () => {
    let answers: Answers = withAnswer({}, 'A-1.6', { outcome: 'not-applicable' });
    answers = withAnswer(answers, 'A-1.29', { outcome: 'defect', reading: '6.4' });
    answers = restInOrder(answers, halfMonth.items);
    expect(countOutcomes(answers, halfMonth.items)).toEqual({ ok: 29, defect: 1, notApplicable: 1, open: 0 });
    expect(answerOf(answers, 'A-1.29').reading).toBe('6.4');
  });

  it('a group in order leaves the other groups open', () => {
    const answers = restInOrder({}, halfMonth.groups[0]!.items);
    expect(countOutcomes(answers, halfMonth.items)).toMatchObject({ ok: 10, open: 21 });
  });

  it('answers to items of another category are kept and not counted', () => {
    const answers = restInOrder({}, visitChecklist(cnPack, '3110', 'year')!.items);
    expect(countOutcomes(answers, halfMonth.items)).toMatchObject({ ok: 31, open: 0 });
    expect(resultsOf(answers, halfMonth.items)).toHaveLength(31);
  });
});

describe('a reading', () => {
  it.each([
    ['7', { state: 'within', value: 7 }],
    ['6.99', { state: 'below', value: 6.99 }],
    ['6,4', { state: 'below', value: 6.4 }],
    [' 12 ', { state: 'within', value: 12 }],
    ['', { state: 'none' }],
    ['7 mm', { state: 'unreadable' }],
    ['1e9', { state: 'unreadable' }],
    ['Infinity', { state: 'unreadable' }],
    ['0x10', { state: 'unreadable' }],
  ] as const)('%j against at least 7 mm is %o', (typed, judged) => {
    expect(judgeReading(lock.limit, typed)).toEqual(judged);
  });

  it('both ends of a two-sided limit are within', () => {
    const limit = { min: 0, max: 2, unit: '%' };
    expect(judgeReading(limit, '0').state).toBe('within');
    expect(judgeReading(limit, '2').state).toBe('within');
    expect(judgeReading(limit, '2.01').state).toBe('above');
    expect(judgeReading(limit, '−0.1').state).toBe('below');
  });

  it('a reading beyond the limit cannot be recorded as in order', () => {
    const answer = { outcome: 'ok', note: '', reading: '6.4', photos: [] } as const;
    expect(problemOf(lock, answer)).toBe('beyond-limit-in-order');
    expect(problemOf(lock, { ...answer, reading: '7.6' })).toBeNull();
    expect(problemOf(lock, { ...answer, outcome: 'defect' })).toBeNull();
  });
});

describe('an exception', () => {
  const bare = { outcome: 'defect', note: ' ', reading: '', photos: [] } as const;

  it('needs a note, a reading or a photo', () => {
    expect(problemOf(lock, bare)).toBe('exception-bare');
    expect(problemOf(lock, { ...bare, note: '已调整' })).toBeNull();
    expect(problemOf(lock, { ...bare, photos: [PHOTO] })).toBeNull();
  });

  it('is recorded with its note trimmed, its reading as a number and its photos', () => {
    const answers = withAnswer({}, lock.id, {
      outcome: 'defect',
      note: ' 已调整锁钩 ',
      reading: '6,4',
      photos: [PHOTO],
    });
    expect(resultsOf(answers, halfMonth.items)).toEqual([
      { itemId: 'A-1.29', outcome: 'defect', note: '已调整锁钩', reading: 6.4, photos: [PHOTO] },
    ]);
  });
});
