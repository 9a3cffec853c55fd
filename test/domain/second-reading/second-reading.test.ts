import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../support/length';
import { comparisonUnder } from '../../support/second-reading/compare';
import { randomHistories } from '../../support/second-reading/random-histories';
import { shippedPacks } from '../../support/shipped-packs';

/** How many histories a pack; `npm run test:long` asks for more. */
const HISTORIES = Number(process.env['SECOND_READING_HISTORIES'] ?? rounds(40, 10_000));
const SEED = Number(process.env['SECOND_READING_SEED'] ?? 1);

// Bounded by the number of histories, not by the clock of a machine.
describe('a slow reading of every counting mode, made from the reference alone', () => {
  it.each(shippedPacks.map((pack) => ({ id: pack.id, pack })))(
    `agrees with the engine on ${HISTORIES} random histories under $id (seed ${SEED})`,
    ({ pack }) => {
      const compare = comparisonUnder(pack);
      const agrees = fc.property(randomHistories(pack), (history) => {
        expect(compare(history)).toEqual([]);
      });
      fc.assert(agrees, { numRuns: HISTORIES, seed: SEED });
    },
  );
});
