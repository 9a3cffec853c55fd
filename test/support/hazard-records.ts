import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Hazard } from '../../domain/hazard/hazard';
import type { HazardStep } from '../../domain/hazard/hazard-step';
import type { RecordedHazard } from '../../domain/record/dossier';
import type { RecordId } from '../../domain/record/record-id';

const REGISTRATION_NO = '梯11浙A12014(04)' as RegistrationNo;

export const foundHazard = (part: Readonly<Record<string, unknown>> = {}): Hazard =>
  ({
    registrationNo: REGISTRATION_NO,
    foundOn: '2026-11-01',
    foundBy: ['孙丽华'],
    source: 'visit',
    component: 'door-lock',
    what: '层门锁紧元件啮合长度 6.4 mm',
    responsible: { party: 'maintainer', person: '张建国' },
    ...part,
  }) as unknown as Hazard;

export const hazardStep = (part: Readonly<Record<string, unknown>>): HazardStep =>
  ({ on: '2026-11-02', by: ['张建国'], ...part }) as unknown as HazardStep;

/** A hazard on record with its steps, numbered in the order given. */
export function recordedHazard(seq: number, value: Hazard, steps: readonly HazardStep[] = []): RecordedHazard {
  const base = { at: '2026-11-23T08:00:00.000+08:00', author: '张建国' };
  return {
    ...base,
    id: `0123abcd/${seq}.1` as RecordId,
    value,
    steps: steps.map((step, index) => ({ ...base, id: `0123abcd/${seq}${index}9` as RecordId, step })),
  };
}
