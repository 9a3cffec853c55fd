import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { Elevator, RegistrationNo } from '../../../../domain/elevator/elevator';
import type { Policy } from '../../../../domain/insurance/policy';
import type { Recorded } from '../../../../domain/record/dossier';
import type { RecordId } from '../../../../domain/record/record-id';
import { correctionsOf } from '../../../../renderer/pages/insurance/policy-corrections';
import { policyStatus } from '../../../../renderer/pages/insurance/policy-status';
import { renewedForm } from '../../../../renderer/pages/insurance/renewed-form';
import { policyForm } from '../../../../renderer/pages/insurance/policy-form';

const day = (text: string) => text as CivilDate;
const BASE: Policy = {
  registrationNo: '梯1' as RegistrationNo,
  insurer: '甲保险',
  policyNo: 'P1',
  cover: '责任险',
  from: day('2026-01-01'),
  to: day('2026-12-31'),
  premium: 9420,
  services: [],
};

function record(no: string, part: Partial<Policy>) {
  const registrationNo = no as RegistrationNo;
  const value = { ...BASE, registrationNo, ...part };
  const of: Recorded<Policy> = { id: `0123abcd/1.${no.slice(1)}` as RecordId, at: '', author: '', value };
  return { elevator: { registrationNo, kind: '3110', regime: 'standard' } as Elevator, record: of };
}

describe('correcting a policy over many elevators', () => {
  const records = [record('梯1', {}), record('梯2', { premium: 8800 }), record('梯3', { paidBy: '业委会' })];

  it('writes only what was changed in the form; what an elevator has of its own stays', () => {
    const form = { ...policyForm(BASE), paidBy: '业委会' };
    expect(correctionsOf(BASE, form, records).map(({ registrationNo, set }) => [registrationNo, set])).toEqual([
      ['梯1', [{ field: 'paidBy', to: '业委会' }]],
      ['梯2', [{ field: 'paidBy', to: '业委会' }]],
    ]);
  });

  it('a form that changes nothing corrects nothing', () => {
    expect(correctionsOf(BASE, policyForm(BASE), records)).toEqual([]);
  });
});

describe('renewing a policy', () => {
  it.each([
    ['2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31'],
    ['2024-02-29', '2025-02-27', '2025-02-28', '2026-02-27'],
    ['2025-03-01', '2028-02-29', '2028-03-01', '2031-02-28'],
    ['2026-01-10', '2026-02-08', '2026-02-09', '2026-03-10'],
  ])('%s to %s goes on from %s to %s', (from, to, nextFrom, nextTo) => {
    const form = renewedForm({ first: BASE, from: day(from), to: day(to) });
    expect([form.from, form.to, form.policyNo, form.insurer]).toEqual([nextFrom, nextTo, '', '甲保险']);
  });
});

describe('where the days of a policy lie', () => {
  it.each([
    ['2025-12-31', 'to-come'],
    ['2026-01-01', 'running'],
    ['2026-12-01', 'running'],
    ['2026-12-02', 'ends-soon'],
    ['2026-12-31', 'ends-soon'],
    ['2027-01-01', 'ended'],
  ])('on %s it is %s', (asOf, status) => {
    expect(policyStatus(BASE, day(asOf))).toBe(status);
  });
});
