import type { Elevator } from '../elevator/elevator';
import { SAFETY_MANAGERS } from './places';

const KG_A_PERSON = 75;

/** The made-up particulars that no table of the format has: telephones nobody answers, persons, one retrofit. */
export function withSampleParticulars(elevators: readonly Elevator[]): Elevator[] {
  return elevators.map((elevator, index) => ({
    ...elevator,
    managerPhone: '0571-00000000',
    maintainerPhone: '0571-00000001',
    safetyOfficer: SAFETY_MANAGERS[index % SAFETY_MANAGERS.length]!,
    area: 'urban',
    ...(elevator.kind === '3110' && elevator.loadKg !== undefined
      ? { ratedPersons: Math.floor(elevator.loadKg / KG_A_PERSON) }
      : {}),
    ...(index === firstLift(elevators) ? RETROFIT : {}),
    sample: true,
  }));
}

const RETROFIT = {
  retrofit: true,
  pitDepthMm: 600,
  overheadMm: 3600,
  specialMeasures: '对重侧加装安全钳，底坑设可移动停止装置（样例）',
  specialMeasuresApproval: '样例批复第1号',
} as const;

function firstLift(elevators: readonly Elevator[]): number {
  return elevators.findIndex(({ kind, place }) => kind === '3110' && place === '住宅');
}
