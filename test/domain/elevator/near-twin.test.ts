import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { KnownNumbers } from '../../../domain/elevator/known-numbers';
import { differencesOf, isNearTwin, skeletonsOf } from '../../../domain/elevator/near-twin';

const NO = '梯11浙A12345(24)';

describe('near twins', () => {
  it.each([
    ['梯11浙A12345(25)', ['year']],
    ['梯11浙A12345', ['year']],
    ['梯11浙A12345[2024]', ['year']],
    ['梯11浙A12345[24]', ['brackets']],
    ['梯11浙A1234524', ['brackets']],
    ['梯11浙A12345(24', ['brackets']],
    ['梯11浙a12345(24)', ['case']],
    ['梯11浙А12345(24)', ['look-alikes']],
    ['梯I1浙A12345(24)', ['look-alikes']],
    ['梯l1浙A12345(24)', ['look-alikes']],
    ['梯11浙A-12345(24)', ['dashes']],
    ['梯11浙a12345(23)', ['year', 'case']],
  ])('of 梯11浙A12345(24): %s differs by %j', (other, differences) => {
    expect(isNearTwin(NO, other)).toBe(true);
    expect(isNearTwin(other, NO)).toBe(true);
    expect(differencesOf(NO, other)).toEqual(differences);
    expect(differencesOf(other, NO)).toEqual(differences);
  });

  it.each([
    ['HK-L00012', 'HK\u2013L00012', ['dashes']],
    ['A-O12', 'A-012', ['look-alikes']],
    ['浙al2345', '浙AL2345', ['case']],
    ['浙aL2345', '浙Al2345', ['case']],
  ])('are %s and %s, by %j', (a, b, differences) => {
    expect(isNearTwin(a, b)).toBe(true);
    expect(differencesOf(a, b)).toEqual(differences);
  });

  it.each([
    [NO, '梯11浙A12346(24)'],
    [NO, '梯11浙B12345(24)'],
    ['梯11浙AB2345(24)', '梯11浙A82345(24)'],
    ['A座(01)', 'A座(02)'],
    [NO, '梯11浙A12345（24）'],
    [NO, NO],
  ])('are not %s and %s', (a, b) => {
    expect(isNearTwin(a, b)).toBe(false);
  });

  it('share a skeleton, and a number has at most four (seed 20261129)', () => {
    const number = fc.string({ unit: fc.constantFrom(...Array.from('梯浙AaBlLIiOo01289()[]（-—2024')), maxLength: 14 });
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(skeletonsOf(a).length).toBeLessThanOrEqual(4);
        expect(isNearTwin(a, b)).toBe(isNearTwin(b, a));
        if (isNearTwin(a, b)) expect(differencesOf(a, b)).not.toEqual([]);
      }),
      { seed: 20_261_129, numRuns: 2000, examples: [['i', 'I']] },
    );
  });
});

describe('known numbers', () => {
  const old = '梯11浙A12345（24）' as RegistrationNo;

  it('are found by any spelling and answered as they are stored', () => {
    const known = new KnownNumbers([old]);
    for (const typed of [old, '梯11浙A12345(24)', ' 梯11浙A 12345(24)\u200b']) expect(known.find(typed)).toBe(old);
    expect(known.find('梯11浙A12345(25)')).toBeUndefined();
  });

  it('keep apart two that an older ledger holds in two spellings', () => {
    const plain = '梯11浙A12345(24)' as RegistrationNo;
    const known = new KnownNumbers([old, plain]);
    expect(known.find(old)).toBe(old);
    expect(known.find(plain)).toBe(plain);
    expect(known.find('梯11浙A12345(24) ')).toBe(old);
  });

  it('tell the near twins of an unknown number, those added later too, and none of a known one', () => {
    const known = new KnownNumbers([old]);
    expect(known.twinsOf('梯11浙A12345(25)')).toEqual([old]);
    const third = '梯11浙a12345' as RegistrationNo;
    known.add(third);
    expect(known.twinsOf('梯11浙A12345(25)')).toEqual([old, third]);
    expect(known.twinsOf('梯11浙A12345(24)')).toEqual([]);
  });
});
