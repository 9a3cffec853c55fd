import { describe, expect, it } from 'vitest';
import { claimsOf, ledgerDifference } from '../../../domain/report/ledger';
import { hazardEvidence, hazardId, type HazardWords } from '../../support/hazard-story';

const CLOSED: HazardWords = {
  found: '2026-09-15 08:40',
  severe: 'severe-25-3',
  steps: [
    { act: 'stop-use', on: '2026-09-15' },
    { act: 'notify', on: '2026-09-15', to: '翠柏苑业主委员会' },
    { act: 'report', on: '2026-09-15', to: '拱墅区市场监督管理局' },
    { act: 'start', on: '2026-09-20' },
    { act: 'rectify', on: '2026-10-07', what: '更换', by: ['王海'], evidence: { documents: ['收据1'] } },
    { act: 'recheck', on: '2026-10-08', result: 'pass', evidence: { documents: ['测量表'] } },
    { act: 'return-to-use', on: '2026-10-08' },
    { act: 'close', on: '2026-10-08' },
  ],
};
const LATE: HazardWords = {
  found: '2026-10-01',
  deadline: '2026-11-20',
  steps: [{ act: 'notify', on: '2026-10-02', to: '业委会' }],
};
const FUTURE: HazardWords = { found: '2026-11-24' };

describe('the ledger that a paper states', () => {
  const evidence = hazardEvidence({ kind: 'old-elevator', hazards: [CLOSED, LATE, FUTURE] });

  it('says of every hazard found by the as-of day where it stands', () => {
    expect(evidence.ledger).toEqual([
      { id: hazardId(1), no: 'YH-01', state: 'closed', open: false, overdue: false, breached: false, stopped: false },
      { id: hazardId(2), no: 'YH-02', state: 'notified', open: true, overdue: true, breached: true, stopped: false },
    ]);
  });

  it('is stated by a compliance report too: whether it may be used rests on its hazards', () => {
    const compliance = hazardEvidence({ kind: 'compliance', hazards: [LATE] });
    expect(compliance.ledger).toMatchObject([{ id: hazardId(1), open: true }]);
    expect(compliance.criteria).toBeDefined();
  });

  it('names the first hazard and member in which two ledgers differ', () => {
    const computed = claimsOf(evidence)!;
    expect(ledgerDifference(evidence.ledger!, computed)).toBeNull();
    const forgiven = computed.map((one) => ({ ...one, overdue: false }));
    expect(ledgerDifference(forgiven, computed)).toBe('YH-02 overdue');
    expect(ledgerDifference(computed.slice(0, 1), computed)).toBe('YH-02');
    expect(ledgerDifference(computed, computed.slice(0, 1))).toBe('YH-02');
  });
});
