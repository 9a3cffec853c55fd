import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, type LedgerDoubt } from '../../../../domain/doubts/answered';
import { DOUBT_LEVELS } from '../../../../domain/doubts/doubt';
import {
  choicesIn,
  countByView,
  doubtsShown,
  type DoubtFilter,
} from '../../../../renderer/features/doubts/doubt-lists';

const EVERY: DoubtFilter = { view: 'all', kind: null, person: '' };

const one = (key: string, kind: string, level: string, day: string, people: string[], answer?: string) =>
  ({
    key,
    doubt: { kind, level, people, visits: day === '' ? [] : [{ date: day }] },
    records: [],
    answers: answer === undefined ? [] : [{ value: { answer } }],
  }) as unknown as LedgerDoubt;

const doubts = fc
  .array(
    fc.record({
      kind: fc.constantFrom('travel', 'too-short', 'two-places'),
      level: fc.constantFrom(...DOUBT_LEVELS),
      day: fc.constantFrom('', '2026-01-02', '2026-03-04'),
      people: fc.subarray(['王海', '陈立']),
      answer: fc.constantFrom(undefined, 'explained', 'wrong', 'open'),
    }),
  )
  .map((all) => all.map(({ kind, level, day, people, answer }, at) => one(`k${at}`, kind, level, day, people, answer)));

describe('the list of doubts', () => {
  it('each doubt stands in just one of the views, and all of them hold every one', () => {
    fc.assert(
      fc.property(doubts, (all) => {
        const views = (['open', 'answered', 'note'] as const).map((view) => doubtsShown(all, { ...EVERY, view }));
        expect(
          views
            .flat()
            .map(({ key }) => key)
            .sort(),
        ).toEqual(all.map(({ key }) => key).sort());
        expect(doubtsShown(all, EVERY)).toHaveLength(all.length);
        const { open, answered, note, all: sum } = countByView(all, EVERY);
        expect(open + answered + note).toBe(sum);
      }),
    );
  });

  it('a question without an answer, or taken back, is open; an answer closes a note too', () => {
    const all = [
      one('asked', 'travel', 'question', '2026-01-02', []),
      one('back', 'travel', 'impossible', '2026-01-02', [], 'open'),
      one('told', 'travel', 'note', '2026-01-02', []),
      one('said', 'travel', 'note', '2026-01-02', [], 'explained'),
    ];
    const keys = (view: DoubtFilter['view']) => doubtsShown(all, { ...EVERY, view }).map(({ key }) => key);
    expect([keys('open'), keys('answered'), keys('note')]).toEqual([['back', 'asked'], ['said'], ['told']]);
    expect(all.map(answerTo)).toEqual(['open', 'open', 'open', 'explained']);
  });

  it('what cannot be true comes first, then the latest; kind and person narrow it', () => {
    const all = [
      one('a', 'travel', 'question', '2026-03-04', ['王海']),
      one('b', 'too-short', 'impossible', '2026-01-02', ['陈立']),
      one('c', 'travel', 'question', '2026-05-06', ['陈立']),
      one('d', 'firm-overload', 'question', '', []),
    ];
    const keys = (part: Partial<DoubtFilter>) => doubtsShown(all, { ...EVERY, ...part }).map(({ key }) => key);
    expect(keys({})).toEqual(['b', 'c', 'a', 'd']);
    expect(keys({ person: '陈立' })).toEqual(['b', 'c']);
    expect(keys({ kind: 'travel' })).toEqual(['c', 'a']);
    expect(choicesIn(all)).toEqual({
      kinds: ['firm-overload', 'too-short', 'travel'],
      people: ['王海', '陈立'].sort(),
    });
  });
});
