import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyStep, stepsOf } from '../../../domain/record/fold';
import { packVisits, unpackVisits } from '../../../renderer/data/packed-visits';
import { journalOf, wishes } from '../../support/random-entries';

const SEED = 20_261_201;

describe('visits as one table', () => {
  it(`come out as they went in, copied as a store copies them (seed ${SEED})`, () => {
    let amended = 0;
    fc.assert(
      fc.property(wishes, (wanted) => {
        const { lived } = journalOf(wanted, (dossiers, entry, previousAt) => {
          for (const [no, step] of stepsOf(entry, previousAt)) dossiers.set(no, applyStep(dossiers.get(no), no, step));
        });
        for (const { visits } of lived.values()) {
          amended += visits.filter(({ amendments }) => amendments !== undefined).length;
          expect(unpackVisits(structuredClone(packVisits(visits)))).toStrictEqual(visits);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
    expect(amended).toBeGreaterThan(10);
    expect(unpackVisits(packVisits([]))).toEqual([]);
  });
});
