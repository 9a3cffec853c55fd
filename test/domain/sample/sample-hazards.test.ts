import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { yearsInUse } from '../../../domain/elevator/age';
import { bornLife, HAZARD_STATES, livedOn, type HazardLife } from '../../../domain/hazard/hazard-life';
import { stepRefusal } from '../../../domain/hazard/lifecycle';
import type { ImportedHazard } from '../../../domain/record/entry';
import { hazardSchema, hazardStepSchema } from '../../../domain/record/hazard-schemas';
import { callOutSchema } from '../../../domain/record/schemas';
import { lifecycleRulesOf } from '../../../domain/risk/lifecycle-rules';
import { sampleCallOuts } from '../../../domain/sample/sample-callouts';
import { makeSampleFleet } from '../../../domain/sample/sample-fleet';
import { sampleHazards } from '../../../domain/sample/sample-hazards';
import { cnPack } from '../../support/cn-pack';

const ASOF = '2026-11-23' as CivilDate;
const fleetOf = (elevators: number, seed: number) => makeSampleFleet({ elevators, years: 2, seed, asOf: ASOF });
const ledgerOf = (elevators: number, seed: number) => sampleHazards(fleetOf(elevators, seed), ASOF, seed);
const rules = lifecycleRulesOf(cnPack.hazards);

/** The life after all steps, each allowed by the lifecycle. */
function lived({ hazard, steps }: ImportedHazard): HazardLife {
  return steps.reduce((life, step) => {
    expect([step.act, stepRefusal(hazard, life, step, rules)]).toEqual([step.act, null]);
    return livedOn(life, step);
  }, bornLife(hazard));
}

describe('the sample ledger', () => {
  it.each([1, 2, 7, 2026])(
    'with seed %i is of records that the journal takes, and every step keeps the lifecycle',
    (seed) => {
      for (const imported of ledgerOf(72, seed)) {
        expect(hazardSchema.parse(imported.hazard)).toEqual(imported.hazard);
        for (const step of imported.steps) {
          expect(hazardStepSchema.parse(step)).toEqual(step);
          expect(step.on <= ASOF).toBe(true);
        }
        lived(imported);
      }
    },
  );

  it.each([1, 2, 7])(
    'with seed %i shows every state, a severe one in use, one out of use, and one past its notice',
    (seed) => {
      const lives = ledgerOf(36, seed).map((one) => ({ ...one, life: lived(one) }));
      const states = new Set(lives.map(({ life }) => life.state));
      expect(HAZARD_STATES.filter((state) => !states.has(state))).toEqual([]);
      expect(lives.some(({ life }) => life.severe !== null && !life.stopped && life.state === 'notified')).toBe(true);
      expect(lives.some(({ life }) => life.state !== 'closed' && life.deadline !== null && life.deadline < ASOF)).toBe(
        true,
      );
    },
  );

  it('knows only components and circumstances of the China pack', () => {
    const { components, classes } = cnPack.hazards!;
    const known = new Set([...components, ...classes].map(({ id }) => id));
    for (const { hazard } of ledgerOf(300, 5))
      for (const id of [hazard.component, hazard.severe, hazard.major])
        expect(id === undefined || known.has(id)).toBe(true);
  });

  it('stands on old elevators, but for severe hazards that an outage of the fleet explains to the day', () => {
    const fleet = fleetOf(300, 3);
    const elevators = new Map(fleet.elevators.map((elevator) => [elevator.registrationNo, elevator]));
    for (const { hazard, steps } of sampleHazards(fleet, ASOF, 3)) {
      const stop = steps.find(({ act }) => act === 'stop-use');
      if (stop === undefined) {
        expect(yearsInUse(elevators.get(hazard.registrationNo)!, ASOF)).toBeGreaterThanOrEqual(15);
        continue;
      }
      const back = steps.find(({ act }) => act === 'return-to-use');
      const outage = fleet.outages.find((out) => out.registrationNo === hazard.registrationNo && out.from === stop.on);
      expect([outage?.from, outage?.to]).toEqual([stop.on, back?.on]);
    }
  });

  it('has no two hazards that a ledger could not tell apart, and is the same for the same seed', () => {
    const keys = ledgerOf(300, 9).map(({ hazard: h }) => `${h.registrationNo} ${h.foundOn} ${h.component} ${h.what}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(ledgerOf(36, 4)).toEqual(ledgerOf(36, 4));
    expect(ledgerOf(36, 4)).not.toEqual(ledgerOf(36, 5));
    expect(ledgerOf(0, 1)).toEqual([]);
  });
});

describe('the sample call-outs', () => {
  it('are records that the journal takes, inside the years asked for, in their order, none while out of use', () => {
    const fleet = fleetOf(72, 11);
    const calls = sampleCallOuts(fleet, 2, ASOF, 11);
    expect(calls.length).toBeGreaterThan(20);
    for (const call of calls) {
      expect(callOutSchema.parse(call)).toEqual(call);
      const day = call.reportedAt.slice(0, 10);
      expect(day >= '2024-11-22' && day < ASOF).toBe(true);
      const out = fleet.outages.filter((one) => one.registrationNo === call.registrationNo);
      expect(out.filter(({ from, to = '9999' }) => from <= day && day < to)).toEqual([]);
    }
    expect(calls.map(({ reportedAt }) => reportedAt)).toEqual(calls.map(({ reportedAt }) => reportedAt).sort());
    const causes = new Set(cnPack.causes.map(({ id }) => id));
    expect(calls.filter(({ cause }) => cause === undefined || !causes.has(cause))).toEqual([]);
  });
});
