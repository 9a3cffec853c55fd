import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Elevator } from '../../../domain/elevator/elevator';
import { withChanged } from '../../../renderer/data/elevators-on-record';

const elevator = fc.record({ no: fc.integer({ min: 1, max: 9 }), address: fc.constantFrom('甲', '乙') });
const elevators = fc
  .uniqueArray(elevator, { selector: ({ no }) => no })
  .map((all) =>
    all.map(
      ({ no, address }) =>
        ({ registrationNo: `梯${no}`, kind: '3110', regime: 'standard', address }) as unknown as Elevator,
    ),
  );
const sorted = (all: readonly Elevator[]) => [...all].sort((a, b) => (a.registrationNo < b.registrationNo ? -1 : 1));

describe('the elevators on record', () => {
  it('with those that changed are the list as it would be read anew', () => {
    fc.assert(
      fc.property(elevators, elevators, (before, changed) => {
        const list = sorted(before);
        const anew = sorted([...new Map([...before, ...changed].map((one) => [one.registrationNo, one])).values()]);
        const followed = withChanged(list, changed);
        expect(followed).toEqual(anew);
        expect(followed === list).toBe(JSON.stringify(anew) === JSON.stringify(list));
      }),
      { seed: 20_261_130, numRuns: 500 },
    );
  });
});
