import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FleetRow } from '../../../domain/fleet/fleet-row';
import { packRows, unpackRows } from '../../../renderer/data/packed-rows';
import { packTable, unpackTable } from '../../../renderer/data/packed-table';

const valueArbitrary = fc.oneof(
  fc.constantFrom('杭州', '', 'a', true, false, null, 0, 1, -5, 1.75),
  fc.dictionary(fc.constantFrom('天气', '__proto__x'), fc.string()),
);
const objectsArbitrary = fc.array(fc.dictionary(fc.constantFrom('kind', 'address', 'extra', 'gaps'), valueArbitrary));

describe('objects packed as lists', () => {
  it('come out as they went in, whatever keys some of them lack (seed 20261126)', () => {
    fc.assert(
      fc.property(objectsArbitrary, (objects) => {
        const known = objects.filter((object) => Object.keys(object).length > 0);
        expect(unpackTable(packTable(known))).toEqual(known);
      }),
      { seed: 20_261_126, numRuns: 500 },
    );
  });

  it('hold a word once, and objects each for itself', () => {
    const { values } = packTable([
      { kind: '3110', extra: { a: '1' } },
      { kind: '3110', extra: { a: '1' } },
    ]);
    expect(values).toEqual(['3110', { a: '1' }, { a: '1' }]);
  });
});

describe('the rows of the fleet on their way', () => {
  it('arrive as they were, with and without a rule that presses and a last visit', () => {
    const elevator = { registrationNo: '梯A', kind: '3110', regime: 'standard', loadKg: 1000, sample: true };
    const base = { registrationNo: '梯A', elevator, verdict: 'lapsed', scope: 'all', gaps: 0 };
    const pressing = { rule: 0, status: 'overdue', due: 0, daysLeft: -3 };
    const none = { weight: null, verdictByLaw: 'lapsed', late: null, lastVisit: null, pressing: null };
    const rows = [
      {
        ...base,
        ...none,
        use: { state: 'may-run', reason: null },
        lastVisit: 20_000,
        pressing,
        visitPressing: pressing,
      },
      { ...base, ...none, use: { state: 'cannot-tell', reason: null }, visitPressing: null },
      {
        ...base,
        weight: 'reading',
        verdictByLaw: 'compliant',
        use: { state: 'must-not-run', reason: { kind: 'inspection-overdue', on: '2026-01-02' } },
        late: { count: 2, worstDays: 52, verdictWithoutLate: 'non-compliant' },
        lastVisit: 0,
        pressing: { ...pressing, rule: 3 },
        visitPressing: pressing,
      },
      { ...base, ...none, use: { state: 'may-run', reason: null }, pressing, visitPressing: null },
    ] as unknown as FleetRow[];
    expect(unpackRows(packRows(rows))).toEqual(rows);
    expect(unpackRows(packRows([]))).toEqual([]);
  });
});
