import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { traceIntervals, type TracedInterval } from '../../../domain/audit/interval-trace';
import type { AuditWindow } from '../../../domain/audit/rule-tally';
import type { ElevatorAudit, RuleAudit } from '../../../domain/audit/verdict';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Period } from '../../../domain/calendar/period';
import { explain } from '../../../domain/explain/explain';
import type { Explanation } from '../../../domain/explain/explanation';
import { visitRules, type RulePack, type ScheduleRule } from '../../../domain/pack/rule-pack';
import type { Dossier } from '../../../domain/record/dossier';
import { historyOf } from '../../../domain/headline/history';
import { composeStrip, type StripModel } from '../../../domain/report/strip';
import { compileRules, type CompiledRule } from '../../../domain/service-clock/compiled-rule';
import type { PackedHistory } from '../../../domain/service-clock/packed-history';

export interface JudgedRule {
  readonly rule: ScheduleRule;
  readonly compiled: CompiledRule;
  readonly audit: RuleAudit;
  readonly intervals: readonly TracedInterval[];
}

export interface Judgement {
  readonly dossier: Dossier;
  readonly window: AuditWindow;
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
    compiled: compiled[index]!,
    audit: audit.rules[index]!,
    intervals: traceIntervals(history, compiled[index]!, window),
  }));
  return { dossier, window, history, audit, rules };
}

/** Everything the verdict on one rule rests on; worked out when somebody asks to see it. */
export function explainJudged({ dossier, window, history }: Judgement, judged: JudgedRule): Explanation {
  const { rule, compiled, audit } = judged;
  return explain({ dossier, window, history, rule, compiled, audit });
}

/** What the year strip shows of a window, which may be another than the one judged. */
export function stripOf(history: PackedHistory, pack: RulePack, window: AuditWindow): StripModel {
  return composeStrip(history, compileRules({ rules: visitRules(pack) }), window);
}
