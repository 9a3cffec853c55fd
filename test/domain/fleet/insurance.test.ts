import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator, RegistrationNo } from '../../../domain/elevator/elevator';
import type { Claim, Policy } from '../../../domain/insurance/policy';
import { coveredUntil, coverRows, policyGroups } from '../../../domain/fleet/insurance';

const day = (text: string) => text as CivilDate;
const ASKED = { asOf: day('2026-11-23'), period: { from: day('2025-11-24'), to: day('2026-11-23') } };

function policy(part: Partial<Policy>): Policy {
  return {
    registrationNo: '梯1' as RegistrationNo,
    insurer: '甲保险',
    policyNo: 'P1',
    cover: '责任险',
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    services: [],
    ...part,
  };
}

function elevator(no: string, policies: readonly Partial<Policy>[], claims: readonly string[] = []) {
  const registrationNo = no as RegistrationNo;
  return {
    registrationNo,
    elevator: { registrationNo, kind: '3110', regime: 'standard' } as Elevator,
    policies: policies.map((part) => policy({ registrationNo, ...part })),
    claims: claims.map((policyNo) => ({ registrationNo, policyNo }) as Claim),
  };
}

const stateOf = (policies: readonly Partial<Policy>[]) => coverRows([elevator('梯1', policies)], ASKED)[0]!;

describe('the policies of a fleet', () => {
  it('one number of one insurer is one policy over all its elevators; the same number of another insurer is another', () => {
    const groups = policyGroups([
      elevator('梯1', [{ premium: 9000 }], ['P1']),
      elevator('梯2', [{ premium: 8000 }, { insurer: '乙保险' }]),
      elevator('梯3', [{}], ['P1', 'P1', 'other']),
    ]);
    const counted = groups.map(({ insurer, elevators, premium, premiumMissing, claims }) => [
      insurer,
      elevators,
      premium,
      premiumMissing,
      claims,
    ]);
    expect(counted).toEqual([
      ['甲保险', 3, 17_000, 1, 3],
      ['乙保险', 1, 0, 1, 0],
    ]);
  });

  it('what is not the same for all its elevators is named, and its days span them all', () => {
    const [group] = policyGroups([
      elevator('梯1', [{ services: ['维保'], from: day('2026-02-01') }]),
      elevator('梯2', [{ services: ['维保', '检测'], to: day('2027-01-31') }]),
    ]);
    expect(group).toMatchObject({ differing: ['from', 'to', 'services'], from: '2026-01-01', to: '2027-01-31' });
  });

  it('an elevator recorded twice under a policy counts once', () => {
    expect(policyGroups([elevator('梯1', [{}, {}], ['P1'])])[0]).toMatchObject({ elevators: 1, claims: 1 });
  });
});

describe('how an elevator stands', () => {
  it('cover that holds to the last day of its last policy', () => {
    expect(stateOf([{ to: day('2026-11-23') }])).toMatchObject({ state: 'ends-soon', until: '2026-11-23', gaps: [] });
    expect(stateOf([{ to: day('2026-11-22') }])).toMatchObject({
      state: 'ended',
      until: '2026-11-22',
      gaps: [{ from: '2026-11-23', to: '2026-11-23' }],
    });
  });

  it('two policies without a day between them are one cover, and a later one follows on', () => {
    const following = [{ to: day('2026-11-30') }, { policyNo: 'P2', from: day('2026-12-01'), to: day('2027-11-30') }];
    expect(stateOf(following)).toMatchObject({ state: 'covered', until: '2027-11-30' });
    const late = [{ to: day('2026-11-30') }, { policyNo: 'P2', from: day('2026-12-02'), to: day('2027-11-30') }];
    expect(stateOf(late)).toMatchObject({ state: 'ends-soon', until: '2026-11-30' });
  });

  it('a gap within the period is told while covered; days before the first policy are nobody’s', () => {
    const broken = [{ to: day('2026-03-31') }, { policyNo: 'P2', from: day('2026-05-01'), to: day('2027-04-30') }];
    expect(stateOf(broken)).toMatchObject({ state: 'gap', gaps: [{ from: '2026-04-01', to: '2026-04-30' }] });
    expect(stateOf([{ from: day('2026-06-01'), to: day('2027-05-31') }])).toMatchObject({ state: 'covered', gaps: [] });
  });

  it('without a policy, or with one that has not begun, there is nothing to have ended', () => {
    expect(stateOf([])).toMatchObject({ state: 'none', until: null, gaps: [] });
    expect(stateOf([{ from: day('2026-12-01'), to: day('2027-11-30') }])).toMatchObject({ state: 'none', gaps: [] });
  });

  it('those without the cover they had come first', () => {
    const states = coverRows(
      [elevator('梯1', []), elevator('梯2', [{ to: day('2027-12-31') }]), elevator('梯3', [{ to: day('2026-02-01') }])],
      ASKED,
    ).map(({ state }) => state);
    expect(states).toEqual(['ended', 'covered', 'none']);
  });

  it('a policy inside another one does not shorten the cover', () => {
    const spans = [
      { from: day('2026-01-01'), to: day('2026-12-31') },
      { from: day('2026-06-01'), to: day('2026-06-30') },
    ];
    expect(coveredUntil(spans, ASKED.asOf)).toBe('2026-12-31');
    expect(coveredUntil(spans, day('2025-12-31'))).toBeNull();
  });
});

it('a retired elevator needs no cover and is listed under none', () => {
  const one = elevator('梯1', []);
  const ended = { ...one, elevator: { ...one.elevator, status: 'scrapped', endedOn: day('2026-11-23') } as Elevator };
  expect(coverRows([ended, elevator('梯2', [])], ASKED).map(({ registrationNo }) => registrationNo)).toEqual(['梯2']);
  expect(coverRows([ended], { ...ASKED, asOf: day('2026-11-22') })).toHaveLength(1);
});
