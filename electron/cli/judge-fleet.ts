import { auditElevator, auditWindow, type AuditSubject } from '../../domain/audit/audit-elevator';
import type { ElevatorAudit } from '../../domain/audit/verdict';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { ImportBody } from '../../domain/record/entry';
import { compileRules } from '../../domain/service-clock/compiled-rule';
import { packHistory } from '../../domain/service-clock/packed-history';
import type { AuditDays } from './options';

type FleetTables = Pick<ImportBody, 'elevators' | 'visits' | 'outages' | 'inspections'>;

/** The audits of all elevators, in the register's order. */
export function judgeFleet(
  tables: FleetTables,
  pack: Pick<RulePack, 'rules'>,
  { asOf, period }: AuditDays,
): ElevatorAudit[] {
  const rules = compileRules(pack);
  const window = auditWindow(asOf, period);
  return subjectsOf(tables).map((subject) => auditElevator(subject, rules, window));
}

/** What is judged of each elevator, in the register's order. */
export function subjectsOf({ elevators, visits, outages, inspections }: FleetTables): AuditSubject[] {
  const visitsOf = byElevator(visits);
  const outagesOf = byElevator(outages);
  const inspectionsOf = byElevator(inspections);
  return elevators.map((elevator) => {
    const { registrationNo: no, kind, place } = elevator;
    const history = packHistory(elevator, visitsOf(no), outagesOf(no), inspectionsOf(no));
    return { registrationNo: no, kind, place, history };
  });
}

export function byElevator<T extends { readonly registrationNo: string }>(
  records: readonly T[],
): (registrationNo: string) => readonly T[] {
  const grouped = new Map<string, T[]>();
  for (const record of records) {
    const list = grouped.get(record.registrationNo);
    if (list === undefined) grouped.set(record.registrationNo, [record]);
    else list.push(record);
  }
  return (registrationNo) => grouped.get(registrationNo) ?? [];
}
