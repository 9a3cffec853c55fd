import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abandonedParts } from '../../../domain/record/batch';
import type { BatchPlace } from '../../../domain/record/entry';
import { rounds } from '../../support/length';

const place = (part: number, of: number): BatchPlace => ({ part, of });

describe('the parts of an import', () => {
  it.each<[string, (BatchPlace | 'damaged' | null)[], number[]]>([
    ['alone', [null, null], []],
    ['whole', [null, place(1, 2), place(2, 2), null], []],
    ['two whole ones after each other', [place(1, 2), place(2, 2), place(1, 2), place(2, 2)], []],
    ['cut off at the end', [null, place(1, 3), place(2, 3)], [1, 2]],
    ['cut off by another entry', [place(1, 3), place(2, 3), null], [0, 1]],
    ['cut off and begun anew', [place(1, 2), place(1, 2), place(2, 2)], [0]],
    ['a part without the first', [null, place(2, 2), null], [1]],
    ['of different lengths', [place(1, 2), place(2, 3)], [0, 1]],
    ['one of them damaged', [null, place(1, 3), 'damaged', place(3, 3)], []],
    ['the first damaged', [null, 'damaged', place(2, 2)], []],
    ['the last damaged', [place(1, 2), 'damaged', null], []],
    ['damaged and cut off', [place(1, 3), 'damaged', null], [0]],
    ['damaged, where another import stands in the way', [place(1, 3), place(1, 2), 'damaged', place(3, 3)], [0, 3]],
  ])('%s', (_what, places, abandoned) => {
    expect(abandonedParts(places)).toEqual(abandoned);
  });

  it('count where the run from the first to the last stands there', () => {
    const places = fc.array(
      fc.option(
        fc.oneof(
          fc.constant('damaged' as const),
          fc
            .integer({ min: 1, max: 3 })
            .chain((of) => fc.record({ part: fc.integer({ min: 1, max: of }), of: fc.constant(of) })),
        ),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(places, (all) => {
        const counts = all.map((one, index) => {
          if (one === null || one === 'damaged') return true;
          const run = all.slice(index - one.part + 1, index - one.part + 1 + one.of);
          return (
            index - one.part + 1 >= 0 &&
            run.length === one.of &&
            run.every((part, at) => part === 'damaged' || (part?.part === at + 1 && part.of === one.of))
          );
        });
        const abandoned = new Set(abandonedParts(all));
        expect(all.map((_, index) => !abandoned.has(index))).toEqual(counts);
      }),
      { seed: 20_261_130, numRuns: rounds(400, 2_000) },
    );
  });
});
