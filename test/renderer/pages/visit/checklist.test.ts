import { describe, expect, it } from 'vitest';
import {
  answerOf,
  countOutcomes,
  countSet,
  judgeReading,
  lacksValue,
  leftByRest,
  problemOf,
  restInOrder,
  resultsOf,
  tasksUpTo,
  twoColumns,
  visitChecklist,
  withAnswer,
  withOutcome,
  type Answers,
} from '../../../../renderer/pages/visit/checklist';
import { seededRandom } from '../../../../domain/sample/random';
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
    expect(answerOf(answers, lock).reading).toBe('6.4');
  });

  it('a group in order leaves the other groups open', () => {
    const answers = restInOrder({}, halfMonth.groups[0]!.items);
    expect(countOutcomes(answers, halfMonth.items)).toMatchObject({ ok: 10, open: 21 });
  });

  it('answers to items of another category are kept and not counted', () => {
    const answers = restInOrder({}, visitChecklist(cnPack, '3110', 'year')!.items);
    expect(countOutcomes(answers, halfMonth.items)).toMatchObject({ ok: 30, open: 1 });
    expect(resultsOf(answers, halfMonth.items)).toHaveLength(30);
  });
});

const year = visitChecklist(cnPack, '3110', 'year')!;
const asking = year.items.filter(({ asks }) => asks !== undefined);
const insulation = asking.find(({ id }) => id === 'A-4.5')!;

describe('items that ask for more than a look', () => {
  it.each([
    ['3110', ['A-1.29 value', 'A-4.5 value', 'A-4.6 own-key', 'A-4.7 own-key', 'A-4.8 own-key'], 76],
    ['3210', ['B-1.26 value', 'B-2.1 value', 'B-2.3 value', 'B-4.3 value', 'B-4.4 own-key', 'B-4.14 value'], 66],
    ['3430', ['C-1.17 value', 'C-4.5 value', 'C-4.6 own-key'], 52],
    ['3310', ['D-2.1 value', 'D-4.10 own-key'], 63],
  ])('of the yearly items of kind %s these ask: %j', (kind, asked, count) => {
    const { items } = visitChecklist(cnPack, kind, 'year')!;
    expect(items).toHaveLength(count);
    const told = items.flatMap(({ id, asks }) => (asks === undefined ? [] : [`${id} ${asks}`]));
    expect(told.sort()).toEqual([...asked].sort());
  });

  it('every claim of the pack that an item asks is a reading of ours, and every limit is asked for', () => {
    for (const { asks, asksConfidence, limit } of cnPack.checklists.flatMap(({ items }) => items)) {
      expect(asksConfidence).toBe(asks === undefined ? undefined : 'reading');
      if (limit !== undefined) expect(asks).toBe('value');
    }
  });

  it('"the rest in order" marks 71 of 76 yearly items and leaves the five that ask', () => {
    const answers = restInOrder({}, year.items);
    expect(countSet(answers, year.items)).toEqual({ each: 0, rest: 71, unknown: 0, open: 5 });
    expect(leftByRest(answers, year.items)).toEqual(asking);
    expect(resultsOf(answers, year.items).every(({ set }) => set === 'rest')).toBe(true);
  });

  it('an item marked for itself is set one by one, also after it was one of the rest', () => {
    const answers = withOutcome(restInOrder({}, year.items), 'A-1.1', 'ok');
    expect(countSet(answers, year.items)).toMatchObject({ each: 1, rest: 70 });
  });

  it('a value is asked for before "in order" counts; a note why there is none takes its place', () => {
    const marked = withOutcome({}, insulation.id, 'ok');
    expect(lacksValue(insulation, answerOf(marked, insulation))).toBe(true);
    expect(problemOf(insulation, answerOf(marked, insulation))).toBe('value-missing');
    expect(countOutcomes(marked, year.items)).toMatchObject({ ok: 0, open: 76 });
    for (const given of [{ reading: '1.2' }, { note: '测试仪送检，下周补测' }]) {
      const answered = withAnswer(marked, insulation.id, given);
      expect(problemOf(insulation, answerOf(answered, insulation))).toBeNull();
      expect(countOutcomes(answered, year.items)).toMatchObject({ ok: 1, open: 75 });
    }
  });

  it('an exception or what does not apply needs no value', () => {
    const note = { note: '无此部件' };
    for (const outcome of ['defect', 'not-applicable'] as const)
      expect(
        problemOf(insulation, answerOf(withAnswer(withOutcome({}, 'A-4.5', outcome), 'A-4.5', note), insulation)),
      ).toBeNull();
  });

  it('in a draft kept before it was asked how, they are open again, and the others are not known', () => {
    const kept: Answers = Object.fromEntries(
      year.items.map(({ id }) => [id, { outcome: 'ok', set: null, note: '', reading: '8', photos: [] }]),
    );
    expect(countSet(kept, year.items)).toEqual({ each: 0, rest: 0, unknown: 71, open: 5 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('whatever keys are pressed, none of them is one of the rest (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const pick = <T>(list: readonly T[]): T => random.pick(list);
    let answers: Answers = {};
    for (let press = 0; press < 300; press++) {
      const { items, groups } = visitChecklist(cnPack, '3110', pick(['half-month', 'quarter', 'half-year', 'year']))!;
      const act = pick(['rest', 'group', 'outcome', 'outcome', 'reading', 'note', 'clear']);
      const { id } = pick([...items, ...asking]);
      if (act === 'rest') answers = restInOrder(answers, items);
      else if (act === 'group') answers = restInOrder(answers, pick(groups).items);
      else if (act === 'outcome') answers = withOutcome(answers, id, pick(['ok', 'defect', 'not-applicable']));
      else if (act === 'clear') answers = withAnswer(answers, id, { outcome: null, set: null });
      else answers = withAnswer(answers, id, { [act]: pick(['', '8', '6.4']) });
      const byRest = new Set(
        resultsOf(answers, year.items).flatMap(({ itemId, set }) => (set === 'rest' ? itemId : [])),
      );
      expect(asking.filter((item) => byRest.has(item.id))).toEqual([]);
    }
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
    const answer = { outcome: 'ok', set: 'each', note: '', reading: '6.4', photos: [] } as const;
    expect(problemOf(lock, answer)).toBe('beyond-limit-in-order');
    expect(problemOf(lock, { ...answer, reading: '7.6' })).toBeNull();
    expect(problemOf(lock, { ...answer, outcome: 'defect' })).toBeNull();
  });
});

describe('an exception', () => {
  const bare = { outcome: 'defect', set: 'each', note: ' ', reading: '', photos: [] } as const;

  it('needs a note, a reading or a photo', () => {
    expect(problemOf(lock, bare)).toBe('exception-bare');
    expect(problemOf(lock, { ...bare, note: '已调整' })).toBeNull();
    expect(problemOf(lock, { ...bare, photos: [PHOTO] })).toBeNull();
  });

  it('is recorded with its note trimmed, its reading as a number and its photos', () => {
    const answers = withAnswer({}, lock.id, {
      outcome: 'defect',
      set: 'each',
      note: ' 已调整锁钩 ',
      reading: '6,4',
      photos: [PHOTO],
    });
    expect(resultsOf(answers, halfMonth.items)).toEqual([
      { itemId: 'A-1.29', outcome: 'defect', set: 'each', note: '已调整锁钩', reading: 6.4, photos: [PHOTO] },
    ]);
  });
});
