import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { LedgerDoubt } from '../../../domain/doubts/answered';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { RecordId } from '../../../domain/record/record-id';
import {
  answerForm,
  answerProblems,
  answersOf,
  answersOffered,
  type AnswerForm,
} from '../../../renderer/features/doubts/answer-form';

const TODAY = '2026-11-23' as CivilDate;
const A = '梯11浙A00001(20)' as RegistrationNo;
const B = '梯11浙A00002(20)' as RegistrationNo;
const record = (registrationNo: RegistrationNo, no: number) => ({ registrationNo, id: `0123abcd/${no}` as RecordId });
const ONE = {
  doubt: { kind: 'overload' },
  key: 'a'.repeat(64),
  records: [record(A, 1), record(B, 2), record(A, 3)],
  answers: [],
} as unknown as LedgerDoubt;
const FORM: AnswerForm = { ...answerForm('孙丽华', TODAY), on: '2026/11/3', says: ' 钟表快了 ', document: '说明-1' };

describe('answering a doubt', () => {
  it('gives each elevator its own records, and counts them all', () => {
    expect(answerProblems(FORM, TODAY)).toEqual({});
    const same = { kind: 'overload', doubt: ONE.key, of: 3, turn: 1, answer: 'explained', on: '2026-11-03' };
    const told = { by: '孙丽华', says: '钟表快了', document: '说明-1' };
    expect(answersOf(ONE, FORM)).toEqual([
      { registrationNo: A, records: ['0123abcd/1', '0123abcd/3'], ...same, ...told },
      { registrationNo: B, records: ['0123abcd/2'], ...same, ...told },
    ]);
  });

  it('the next one takes the next turn, and can take the last one back', () => {
    const answers = [{ value: { turn: 4, answer: 'wrong' } }] as unknown as LedgerDoubt['answers'];
    expect(answersOf({ ...ONE, answers }, FORM)[0]!.turn).toBe(5);
    expect(answersOffered(ONE)).toEqual(['explained', 'wrong']);
    expect(answersOffered({ answers })).toContain('open');
  });

  it.each<[Partial<AnswerForm>, object]>([
    [{ on: '2026-02-30' }, { on: 'not-a-date' }],
    [{ on: '2026-11-24' }, { on: 'future' }],
    [{ by: ' ' }, { by: 'nobody' }],
    [{ by: '长'.repeat(81) }, { by: 'too-long' }],
    [{ says: ' ' }, { says: 'nothing-said' }],
    [{ says: '长'.repeat(4001) }, { says: 'too-long' }],
    [{ document: '长'.repeat(501) }, { document: 'too-long' }],
  ])('%j keeps it from being saved', (typed, problems) => {
    expect(answerProblems({ ...FORM, ...typed }, TODAY)).toEqual(problems);
  });
});
