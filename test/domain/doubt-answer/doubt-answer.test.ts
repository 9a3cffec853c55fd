import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { DOUBT_ANSWERS } from '../../../domain/doubt-answer/doubt-answer';
import { doubtKey } from '../../../domain/doubt-answer/doubt-key';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { judgeHeadline } from '../../../domain/headline/judge-headline';
import { questionBy } from '../../../domain/headline/question-by';
import type { Dossier } from '../../../domain/record/dossier';
import type { Entry } from '../../../domain/record/entry';
import { doubtAnswerSchema } from '../../../domain/record/doubt-answer-schema';
import { applyTo, stepsOf } from '../../../domain/record/fold';
import type { RecordId } from '../../../domain/record/record-id';
import { cnPack } from '../../support/cn-pack';
import { rounds } from '../../support/length';
import { journalOf, wishes } from '../../support/random-entries';

const SEED = 20_261_123;
const ids = fc.uniqueArray(fc.nat(999), { minLength: 1, maxLength: 9 });
const named = (numbers: readonly number[]) => numbers.map((no) => `0123abcd/${no}` as RecordId);
const ANSWER = {
  registrationNo: '梯11浙A12056(04)',
  kind: 'two-places',
  doubt: doubtKey('two-places', named([1, 2])),
  records: named([1]),
  of: 2,
  turn: 1,
  answer: 'explained',
  on: '2026-11-20',
  by: '王海',
  says: '钟表快了一小时',
};

describe('a doubt is known again', () => {
  it(`by its kind and its records, in whatever order they come (seed ${SEED})`, () => {
    fc.assert(
      fc.property(ids, ids, (some, others) => {
        const key = doubtKey('travel', named(some));
        expect(doubtKey('travel', named([...some].reverse()))).toBe(key);
        expect(doubtKey('two-places', named(some))).not.toBe(key);
        const isSame = [...some].sort().join() === [...others].sort().join();
        expect(doubtKey('travel', named(others)) === key).toBe(isSame);
      }),
      { seed: SEED },
    );
  });
});

describe('an answer to a doubt', () => {
  it.each([
    ['its kind is of no list', { kind: 'liar' }],
    ['its key is no hash', { doubt: 'x' }],
    ['it names no record', { records: [] }],
    ['it names a record twice', { records: named([1, 1]) }],
    ['it names more records than the doubt has', { of: 1, records: named([1, 2]) }],
    ['its answer is of no list', { answer: 'guilty' }],
    ['it says nothing', { says: ' ' }],
    ['nobody gave it', { by: '' }],
    ['its day does not exist', { on: '2026-02-30' }],
    ['its turn is none', { turn: 0 }],
    ['a member is not known', { score: 7 }],
    ['a text is half of a character', { says: '\ud83d' }],
  ])('is refused where %s', (_, part) => {
    expect(doubtAnswerSchema.safeParse({ ...ANSWER, ...part }).success).toBe(false);
  });

  it('of every sort is taken', () => {
    for (const answer of DOUBT_ANSWERS)
      expect(doubtAnswerSchema.parse({ ...ANSWER, answer, document: '说明-1' })).toMatchObject({ answer });
  });

  it(`changes no verdict and nothing on record but the list of answers (seed ${SEED})`, () => {
    const asOf = '2026-11-23' as CivilDate;
    const question = questionBy(cnPack, {
      ...{ asOf, hazardDays: {}, scope: 'all' as const },
      period: { from: '2025-11-24' as CivilDate, to: asOf },
      entry: { lateDays: 3, origin: 'journal' as const },
    });
    const judged = (dossier: Dossier) => judgeHeadline(dossier, question);
    let answers = 0;
    const apply = (dossiers: Map<RegistrationNo, Dossier>, entry: Entry, previousAt: string | null): void => {
      const before = new Map(dossiers);
      for (const [no, step] of stepsOf(entry, previousAt)) applyTo(dossiers, no, step);
      if (entry.type !== 'doubt-answered') return;
      for (const [no, dossier] of dossiers) {
        const was = before.get(no)!; // an answer registers nothing
        expect({ ...dossier, doubtAnswers: null }).toEqual({ ...was, doubtAnswers: null });
        expect(judged(dossier)).toEqual(judged(was));
        answers += dossier.doubtAnswers.length - was.doubtAnswers.length;
      }
    };
    fc.assert(
      fc.property(wishes, (wanted) => void journalOf(wanted, apply)),
      { seed: SEED, numRuns: rounds(120, 500) },
    );
    expect(answers).toBeGreaterThan(20);
  });
});
