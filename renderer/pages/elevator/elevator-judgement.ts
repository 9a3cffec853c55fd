import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { traceIntervals, type TracedInterval } from '../../../domain/audit/interval-trace';
import type { AuditWindow } from '../../../domain/audit/tally-rule';
import type { ElevatorAudit, RuleAudit } from '../../../domain/audit/verdict';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Period } from '../../../domain/calendar/period';
import { visitRules, type RulePack, type ScheduleRule } from '../../../domain/pack/rule-pack';
import type { Dossier } from '../../../domain/record/dossier';
import { historyOf } from '../../../domain/report/audit-evidence';
import { composeStrip, type StripModel } from '../../../domain/report/strip';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import type { PackedHistory } from '../../../domain/service-clock/packed-history';

export interface JudgedRule {
  readonly rule: ScheduleRule;
  readonly audit: RuleAudit;
  readonly intervals: readonly TracedInterval[];
}

export interface Judgement {
  readonly history: PackedHistory;
  readonly audit: ElevatorAudit;
  readonly rules: readonly JudgedRule[];
}

/** One elevator judged from its dossier, with the traces that explain it. */
export function judgeElevator(dossier: Dossier, pack: RulePack, asOf: CivilDate, period: Period): Judgement {
  const history = historyOf(dossier);
  const compiled = compileRules(pack);
  const window = auditWindow(asOf, period);
  const { kind, place } = dossier.elevator.value;
  const subject = { registrationNo: dossier.registrationNo, kind, place, history };
  const audit = auditElevator(subject, compiled, window);
  const rules = pack.rules.map((rule, index) => ({
    rule,
    audit: audit.rules[index]!,
    intervals: traceIntervals(history, compiled[index]!, window),
  }));
  return { history, audit, rules };
}

/** What the year strip shows of a window, which may be another than the one judged. */
export function stripOf(history: PackedHistory, pack: RulePack, window: AuditWindow): StripModel {
  return composeStrip(history, compileRules({ rules: visitRules(pack) }), window);
}
