import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import type { ElevatorAudit } from '../../../domain/audit/verdict';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import { elevatorSchema, inspectionSchema, outageSchema, visitSchema } from '../../../domain/record/schemas';
import { makeSampleFleet, type SampleFleet } from '../../../domain/sample/sample-fleet';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { CHINA_PACK } from '../../support/clock-question';

const ASOF = '2026-11-23' as CivilDate;
const fleetOf = (elevators: number, seed: number, years = 2): SampleFleet =>
  makeSampleFleet({ elevators, years, seed, asOf: ASOF });
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

function auditsOf(fleet: SampleFleet): ElevatorAudit[] {
  const rules = compileRules(CHINA_PACK);
  const window = auditWindow(ASOF, defaultPeriod(ASOF));
  return fleet.elevators.map((elevator) => {
    const mine = <T extends { registrationNo: string }>(records: readonly T[]): T[] =>
      records.filter(({ registrationNo }) => registrationNo === elevator.registrationNo);
    const history = packHistory(elevator, mine(fleet.visits), mine(fleet.outages), mine(fleet.inspections));
    return auditElevator({ registrationNo: elevator.registrationNo, kind: elevator.kind, history }, rules, window);
  });
}

describe('the sample fleet', () => {
  it('is the same for the same seed and another for another', () => {
    expect(hashOf(fleetOf(36, 7))).toBe(hashOf(fleetOf(36, 7)));
    expect(hashOf(fleetOf(36, 7))).not.toBe(hashOf(fleetOf(36, 8)));
  });

  it('has the elevators asked for, each marked as a sample, with a key of its own', () => {
    for (const count of [0, 1, 36, 500]) {
      const { elevators } = fleetOf(count, 3);
      expect(elevators).toHaveLength(count);
      expect(new Set(elevators.map(({ registrationNo }) => registrationNo)).size).toBe(count);
      expect(elevators.every(({ sample }) => sample === true)).toBe(true);
    }
  });

  it('is made of records that the journal would take', () => {
    const fleet = fleetOf(72, 11);
    for (const elevator of fleet.elevators) elevatorSchema.parse(elevator);
    for (const visit of fleet.visits) visitSchema.parse(visit);
    for (const { from, to, reason } of fleet.outages) outageSchema.parse({ from, to, reason });
    for (const inspection of fleet.inspections) inspectionSchema.parse(inspection);
  });

  it('uses only kinds that the China pack knows', () => {
    const known = new Set(CHINA_PACK.kinds.map(({ code }) => code));
    expect(fleetOf(300, 5).elevators.filter(({ kind }) => !known.has(kind))).toEqual([]);
  });

  it('keeps its records inside the years asked for and not after the day of judgement', () => {
    const { visits, inspections } = fleetOf(72, 13, 3);
    expect(visits.every(({ date }) => date >= '2023-11-23' && date <= ASOF)).toBe(true);
    expect(inspections.every(({ date }) => date <= ASOF)).toBe(true);
    expect(visits[0]?.date.startsWith('2023-1')).toBe(true);
  });

  it('sends nobody while an elevator is out of service', () => {
    const { visits, outages } = fleetOf(144, 17);
    const during = visits.filter(({ registrationNo, date }) =>
      outages.some((out) => out.registrationNo === registrationNo && out.from <= date && date < (out.to ?? '9999')),
    );
    expect(during).toEqual([]);
  });

  it('never has one crew in two places at a time', () => {
    const calls = new Map<string, { startedAt: string; endedAt: string }[]>();
    for (const { date, technicians, startedAt, endedAt } of fleetOf(300, 19).visits) {
      if (startedAt === undefined || endedAt === undefined) continue;
      for (const name of technicians) {
        const before = calls.get(`${date} ${name}`) ?? [];
        expect(before.filter((other) => other.startedAt < endedAt && startedAt < other.endedAt)).toEqual([]);
        calls.set(`${date} ${name}`, [...before, { startedAt, endedAt }]);
      }
    }
    expect(calls.size).toBeGreaterThan(1000);
  });

  it.each([1, 2, 3, 2026])('with seed %i is mostly in order, and shows every kind of finding', (seed) => {
    const audits = auditsOf(fleetOf(36, seed));
    const count = (verdict: string) => audits.filter((audit) => audit.verdict === verdict).length;
    expect(count('compliant')).toBeGreaterThanOrEqual(25);
    expect(count('non-compliant')).toBeGreaterThanOrEqual(2);
    expect(count('lapsed')).toBeGreaterThanOrEqual(2);
    const halfMonth = audits.map(({ rules }) => rules[0]!);
    expect(halfMonth.some(({ daysOverdue }) => daysOverdue > 60)).toBe(true); // maintenance stopped
    expect(halfMonth.some(({ gaps }) => gaps.length > 3 && gaps.every(({ daysLate }) => daysLate === 1))).toBe(true);
    expect(halfMonth.some(({ late }) => late >= 10)).toBe(true); // monthly
    expect(halfMonth.some(({ dueOn, status }) => dueOn === null && status === 'met')).toBe(true); // open outage
    const neverLonger = audits.filter(({ rules }) => rules.slice(1, 4).every(({ lastDone }) => lastDone === null));
    expect(neverLonger.length).toBeGreaterThanOrEqual(1);
  });

  it('plants every lapse once in 36 elevators and keeps the others lawful', () => {
    const audits = auditsOf(fleetOf(720, 23));
    const share = audits.filter(({ verdict }) => verdict === 'compliant').length / audits.length;
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.95);
  });
});
