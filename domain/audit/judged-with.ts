import { auditElevator, auditWindow } from './audit-elevator';
import type { ElevatorAudit, Scope } from './verdict';
import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { RulePack } from '../pack/rule-pack';
import { compileRules } from '../service-clock/compiled-rule';
import type { PackedHistory } from '../service-clock/packed-history';

/** By what an elevator is judged while somebody thinks of another visit. */
export interface TrialTerms {
  readonly kind: string;
  readonly place?: string | undefined;
  readonly pack: Pick<RulePack, 'rules'>;
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly scope: Scope;
}

/** The audit of a history that is not, or not yet, on record; on another day the period ends with that day. */
export function judgedWith(
  { kind, place, pack, asOf, period, scope }: TrialTerms,
  history: PackedHistory,
  on: CivilDate = asOf,
): ElevatorAudit {
  const window = auditWindow(on, on === asOf ? period : { ...period, to: on }, scope);
  return auditElevator({ registrationNo: '', kind, place, history }, compileRules(pack), window);
}
