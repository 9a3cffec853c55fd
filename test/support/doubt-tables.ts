import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Doubt } from '../../domain/doubts/doubt';
import type { DoubtTables } from '../../domain/doubts/facts';
import { lookForDoubts, type CheckDone } from '../../domain/doubts/look';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { DoubtKind } from '../../domain/pack/doubt-threshold';
import type { Visit } from '../../domain/visit/visit';
import { cnPack } from './cn-pack';

/** Three elevators: A1 and A2 at one address, B elsewhere. */
export const ELEVATORS: readonly Elevator[] = [
  elevator('A1', '甲路1号', '3110'),
  elevator('A2', '甲路1号', '3110'),
  elevator('B', '乙路88号', '3110'),
];

export function elevator(no: string, address: string | undefined, kind = '3110', rest: object = {}): Elevator {
  const registrationNo = no as RegistrationNo;
  const maintainer = '样例维保公司';
  return { registrationNo, kind, maintainer, regime: 'standard', ...(address !== undefined && { address }), ...rest };
}

/** A half-month visit of 样一 that lasts half an hour and is confirmed. */
export function visit(no: string, date: string, startedAt?: string, endedAt?: string, rest: object = {}): Visit {
  return {
    registrationNo: no as RegistrationNo,
    date: date as CivilDate,
    task: 'half-month',
    technicians: ['样一'],
    confirmedBy: '样九',
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...rest,
  };
}

export function tables(visits: readonly Visit[], rest: Partial<DoubtTables> = {}): DoubtTables {
  return {
    elevators: ELEVATORS,
    visits,
    outages: null,
    callouts: null,
    certificates: null,
    deviceEvents: null,
    ways: null,
    askedItems: new Set(),
    asOf: '2026-12-31' as CivilDate,
    ...rest,
  };
}

/** The doubts of one kind that the pack of China raises. */
export function doubtsOf(kind: DoubtKind, visits: readonly Visit[], rest: Partial<DoubtTables> = {}): Doubt[] {
  return lookForDoubts(tables(visits, rest), cnPack).doubts.filter((doubt) => doubt.kind === kind);
}

export function checkOf(kind: DoubtKind, visits: readonly Visit[], rest: Partial<DoubtTables> = {}): CheckDone {
  return lookForDoubts(tables(visits, rest), cnPack).checks.find((check) => check.kind === kind)!; // each kind has one
}
