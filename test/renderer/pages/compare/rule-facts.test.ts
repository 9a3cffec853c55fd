import { describe, expect, it } from 'vitest';
import type { RuleDifference } from '../../../../domain/audit/compare-audits';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import type { Verdict } from '../../../../domain/audit/verdict';
import type { DifferingRow } from '../../../../domain/fleet/compare-fleet';
import { differingRows } from '../../../../renderer/pages/compare/differing-rows';
import { differingFacts, rowMark } from '../../../../renderer/pages/compare/rule-facts';

const DUE: RuleDifference = { what: 'due', left: null, right: null };
const WEIGHT: RuleDifference = { what: 'confidence', left: 'law', right: 'reading' };

describe('the mark of a row', () => {
  it('tells alike, different, and judged on one side only apart', () => {
    expect(rowMark({ differences: [] })).toEqual({ kind: 'same' });
    expect(rowMark({ differences: [DUE] })).toEqual({ kind: 'differs' });
    expect(rowMark({ differences: [{ what: 'only', side: 'right' }] })).toEqual({ kind: 'only', side: 'right' });
  });

  it('stands at each fact that differs; the weight of a clause belongs to the clause', () => {
    expect([...differingFacts({ differences: [DUE, WEIGHT] })]).toEqual(['due', 'clause']);
    expect(differingFacts({ differences: [{ what: 'only', side: 'left' }] }).size).toBe(0);
  });
});

describe('the elevators that differ', () => {
  const row = (no: string, left: Verdict, right: Verdict): DifferingRow => ({
    registrationNo: no as RegistrationNo,
    elevator: { registrationNo: no as RegistrationNo, kind: '3110', regime: 'standard' },
    verdict: { left, right },
    firstDue: { left: null, right: null },
    rulesDueOtherwise: 1,
  });
  const rows = [
    row('A', 'compliant', 'compliant'),
    row('B', 'compliant', 'lapsed'),
    row('C', 'compliant', 'non-compliant'),
    row('D', 'non-compliant', 'no-data'),
  ];

  it('are those with another verdict, the worst of either side first', () => {
    expect(differingRows(rows, 'verdict').map(({ registrationNo }) => registrationNo)).toEqual(['C', 'D', 'B']);
  });

  it('or those of the same verdict whose due days differ', () => {
    expect(differingRows(rows, 'due').map(({ registrationNo }) => registrationNo)).toEqual(['A']);
  });
});
