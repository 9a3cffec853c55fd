import { describe, expect, it } from 'vitest';
import { pairRules, type PairedRule } from '../../../domain/audit/pair-rules';
import type { Act } from '../../../domain/inspection/inspection';

const rule = (id: string, task: Act, applies = true): PairedRule => ({ id, task, applies });

describe('rules of two packs', () => {
  it('meet by their id wherever they stand', () => {
    const left = [rule('a', 'periodic'), rule('b', 'governor')];
    expect(pairRules(left, [rule('b', 'governor'), rule('a', 'periodic')])).toEqual([
      { left: 0, right: 1, by: 'id' },
      { left: 1, right: 0, by: 'id' },
    ]);
  });

  it('of other ids meet by the act that one rule of each pack asks for', () => {
    expect(
      pairRules([rule('cn.periodic', 'periodic')], [rule('hk.load', 'load-test'), rule('hk.exam', 'periodic')]),
    ).toEqual([
      { left: 0, right: 1, by: 'act' },
      { left: null, right: 0, by: 'alone' },
    ]);
  });

  it('stand alone where the other pack has two candidates', () => {
    const two = [rule('hk.half-yearly', 'periodic'), rule('hk.yearly', 'periodic')];
    expect(pairRules([rule('cn.periodic', 'periodic')], two).map(({ by }) => by)).toEqual(['alone', 'alone', 'alone']);
    expect(pairRules(two, [rule('cn.periodic', 'periodic')]).map(({ by }) => by)).toEqual(['alone', 'alone', 'alone']);
  });

  it('meet by act among those that are for the elevator, whatever the packs ask of others', () => {
    const right = [rule('hk.escalator', 'periodic', false), rule('hk.lift', 'periodic')];
    expect(pairRules([rule('cn.periodic', 'periodic')], right)).toEqual([
      { left: 0, right: 1, by: 'act' },
      { left: null, right: 0, by: 'alone' },
    ]);
  });

  it('that met by id are no candidates for another', () => {
    const left = [rule('same', 'periodic'), rule('mine', 'periodic')];
    expect(pairRules(left, [rule('same', 'periodic'), rule('theirs', 'periodic')])).toEqual([
      { left: 0, right: 0, by: 'id' },
      { left: 1, right: 1, by: 'act' },
    ]);
  });
});
