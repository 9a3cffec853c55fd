import { describe, expect, it } from 'vitest';
import { axisOf, nameEvery } from '../../../../renderer/pages/callouts/chart-scale';

describe('the axis of the bars', () => {
  it.each([
    [0, 1, 1],
    [1, 1, 1],
    [3, 1, 3],
    [4, 1, 4],
    [5, 2, 6],
    [9, 5, 10],
    [17, 5, 20],
    [41, 20, 60],
    [100, 50, 100],
    [4001, 2000, 6000],
  ])('up to %i goes in steps of %i to %i', (most, step, top) => {
    expect(axisOf(most)).toEqual({ step, top });
  });

  it('names as many months as fit', () => {
    expect(nameEvery(12, 726, 44)).toBe(1);
    expect(nameEvery(24, 726, 44)).toBe(2);
    expect(nameEvery(240, 726, 44)).toBe(15);
    expect(nameEvery(0, 726, 44)).toBe(1);
  });
});
