import { describe, expect, it } from 'vitest';
import { lifeOf } from '../../../domain/hazard/hazard-life';
import { STEP_ACTS, type HazardStep } from '../../../domain/hazard/hazard-step';
import { clocksOf } from '../../../domain/risk/hazard-clock';
import { lifecycleRulesOf } from '../../../domain/risk/lifecycle-rules';
import { nextAct, possibleActs } from '../../../domain/risk/possible-acts';
import { cnPack } from '../../support/cn-pack';
import { foundHazard, hazardStep } from '../../support/hazard-records';

const criteria = cnPack.hazards!;
const rules = lifecycleRulesOf(criteria);
const acts = (steps: readonly HazardStep[], part: object = {}) => {
  const hazard = foundHazard({ ...part });
  return possibleActs(hazard, lifeOf(hazard, steps), rules);
};
const next = (steps: readonly HazardStep[], part: object = {}) => {
  const hazard = foundHazard({ ...part });
  const life = lifeOf(hazard, steps);
  return nextAct(hazard, life, clocksOf(hazard, life, criteria, '2026-11-23' as never, {}), rules);
};
const told = hazardStep({ act: 'notify', to: '业委会' });
const reported = hazardStep({ act: 'report', to: '监管所' });
const stopped = hazardStep({ act: 'stop-use' });
const started = hazardStep({ act: 'start' });
const proof = { evidence: { documents: ['收据 1'] } };
const rectified = hazardStep({ act: 'rectify', what: '已更换', ...proof });
const passed = hazardStep({ act: 'recheck', result: 'pass', by: ['孙丽华'], ...proof });
const closed = hazardStep({ act: 'close', by: ['孙丽华'] });

describe('the acts that are possible now', () => {
  it('do not depend on who fills in the form or what it lacks', () => {
    expect(acts([told, started]).possible).toContain('rectify');
    expect(acts([told, started, rectified]).possible).toContain('recheck');
    expect(acts([told, reported, started, rectified], { severe: 'severe-25-3' }).possible).toContain('recheck');
  });

  it('leave out what the state or a duty forbids, with the reason', () => {
    const { possible, refused } = acts([told, stopped, started, rectified, passed], { severe: 'severe-25-3' });
    expect(possible).not.toContain('close');
    expect(refused).toContainEqual({ act: 'close', refusal: 'needs-report' });
    expect(refused).toContainEqual({ act: 'stop-use', refusal: 'already-stopped' });
    expect(refused).toContainEqual({ act: 'rectify', refusal: 'wrong-state' });
  });

  it('together with the refused ones are all acts there are', () => {
    for (const steps of [[], [told], [told, started], [told, started, rectified, passed, closed]]) {
      const { possible, refused } = acts(steps);
      expect([...possible, ...refused.map(({ act }) => act)].sort()).toEqual([...STEP_ACTS].sort());
    }
  });

  it('a re-check that cannot pass for want of evidence can still send the work back', () => {
    const bare = hazardStep({ act: 'rectify', what: '已更换' });
    const up = hazardStep({ act: 'regrade', severe: 'severe-25-3', major: null, risk: null, reason: '复核' });
    expect(acts([told, started, bare, up]).possible).toContain('recheck');
  });
});

describe('the next act', () => {
  it('of a severe hazard is to stop, to tell, to report, then the work itself', () => {
    const severe = { severe: 'severe-25-3' };
    expect(next([], severe)).toBe('stop-use');
    expect(next([stopped], severe)).toBe('notify');
    expect(next([stopped, told], severe)).toBe('report');
    expect(next([stopped, told, reported], severe)).toBe('start');
    expect(next([stopped, told, reported, started], severe)).toBe('rectify');
    expect(next([stopped, told, reported, started, rectified], severe)).toBe('recheck');
    expect(next([stopped, told, reported, started, rectified, passed], severe)).toBe('close');
    expect(next([stopped, told, reported, started, rectified, passed, closed], severe)).toBe('return-to-use');
  });

  it('of an ordinary one asks for no report; closed there is none', () => {
    expect([next([]), next([told]), next([told, started])]).toEqual(['notify', 'start', 'rectify']);
    expect(next([told, started, rectified, passed, closed])).toBeNull();
  });
});
