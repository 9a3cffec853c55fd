import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import type { Claim, Policy } from '../../../../domain/insurance/policy';
import { claimSchema, policySchema } from '../../../../domain/record/hazard-schemas';
import { claimChanges, claimForm, claimOf, claimProblems } from '../../../../renderer/pages/insurance/claim-form';
import {
  policyChanges,
  policyForm,
  policyOf,
  policyProblems,
  servicesOf,
} from '../../../../renderer/pages/insurance/policy-form';

const NO = '梯11浙A12028(04)' as RegistrationNo;
const POLICY: Policy = {
  registrationNo: NO,
  insurer: '人保财险',
  policyNo: 'PZAA2026',
  cover: '责任险、财产险',
  from: '2026-01-01' as CivilDate,
  to: '2026-12-31' as CivilDate,
  sumInsured: 150_000,
  premium: 9420.5,
  paidBy: '绿源物业',
  services: ['维保', '检测'],
};
const CLAIM: Claim = {
  registrationNo: NO,
  policyNo: 'PZAA2026',
  occurredOn: '2026-07-02' as CivilDate,
  what: '进水',
  state: 'reported',
  claimed: 23_800,
};

describe('the form of a policy', () => {
  it('a recorded policy comes back as it was', () => {
    const form = policyForm(POLICY);
    expect(policyOf(NO, form)).toEqual(POLICY);
    expect(policyChanges(POLICY, form)).toEqual([]);
    expect(policySchema.parse(policyOf(NO, form))).toEqual(POLICY);
  });

  it('dates and amounts are taken as people write them', () => {
    const form = {
      ...policyForm(POLICY),
      from: '2026/1/5',
      sumInsured: '15万',
      premium: '9,420',
      services: '维保, 检测；监测',
    };
    expect(policyOf(NO, form)).toMatchObject({
      from: '2026-01-05',
      sumInsured: 150_000,
      premium: 9420,
      services: ['维保', '检测', '监测'],
    });
  });

  it('what an empty form lacks is told by field', () => {
    expect(policyProblems(policyForm(null), null)).toEqual({
      insurer: 'missing',
      policyNo: 'missing',
      cover: 'missing',
      from: 'not-a-date',
      to: 'not-a-date',
    });
  });

  it('an end before the start, amounts that are none, and texts beyond the record’s limits are refused', () => {
    const form = { ...policyForm(POLICY), to: '2025-12-31', premium: '九千', sumInsured: '-1', note: 'x'.repeat(4001) };
    expect(policyProblems(form, null)).toEqual({
      to: 'ends-before-start',
      premium: 'not-an-amount',
      sumInsured: 'not-an-amount',
      note: 'too-long',
    });
    const many = { ...policyForm(POLICY), services: Array.from({ length: 21 }, (_, i) => `s${i}`).join(',') };
    expect(policyProblems(many, null)).toEqual({ services: 'too-many' });
  });

  it('a correction needs a reason and a change; a field that is emptied is gone', () => {
    expect(policyProblems(policyForm(POLICY), POLICY)).toEqual({ reason: 'reason-missing', all: 'nothing-changed' });
    const form = { ...policyForm(POLICY), paidBy: ' ', reason: '付费方有误' };
    expect(policyProblems(form, POLICY)).toEqual({});
    expect(policyChanges(POLICY, form)).toEqual([{ field: 'paidBy', to: null }]);
  });

  it('no services are an empty list', () => {
    expect(servicesOf(' 、 ')).toEqual([]);
    expect(policyOf(NO, { ...policyForm(POLICY), services: '' }).services).toEqual([]);
  });
});

describe('the form of a claim', () => {
  const today = '2026-11-23' as CivilDate;

  it('a recorded claim comes back as it was', () => {
    const form = claimForm(CLAIM, '', today);
    expect(claimOf(NO, form)).toEqual(CLAIM);
    expect(claimSchema.parse(claimOf(NO, form))).toEqual(CLAIM);
    expect(claimChanges(CLAIM, form)).toEqual([]);
  });

  it('a new one is reported today under its policy and still needs what happened', () => {
    const form = claimForm(null, 'PZAA2026', today);
    expect(form).toMatchObject({ policyNo: 'PZAA2026', occurredOn: today, state: 'reported' });
    expect(claimProblems(form, null, today)).toEqual({ what: 'missing' });
  });

  it('nothing is reported or settled before it occurred, and nothing lies in the future', () => {
    const form = { ...claimForm(CLAIM, '', today), reportedOn: '2026-07-01', settledOn: '2026-11-24', paid: 'x' };
    expect(claimProblems(form, null, today)).toEqual({
      reportedOn: 'before-it-occurred',
      settledOn: 'future',
      paid: 'not-an-amount',
    });
  });

  it('a correction says only what changed', () => {
    const form = {
      ...claimForm(CLAIM, '', today),
      state: 'paid',
      paid: '2.1万',
      settledOn: '2026.8.19',
      reason: '结案',
    };
    expect(claimProblems(form, CLAIM, today)).toEqual({});
    expect(claimChanges(CLAIM, form)).toEqual([
      { field: 'state', to: 'paid' },
      { field: 'paid', to: 21_000 },
      { field: 'settledOn', to: '2026-08-19' },
    ]);
  });
});
