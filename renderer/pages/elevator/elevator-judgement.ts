import { auditWindow, withinLife } from '../../../domain/audit/audit-elevator';
import { endedBy } from '../../../domain/audit/end-of-life';
import { traceIntervals, type TracedInterval } from '../../../domain/audit/interval-trace';
import type { AuditWindow } from '../../../domain/audit/tally';
import type { ElevatorAudit, RuleAudit } from '../../../domain/audit/verdict';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { explain } from '../../../domain/explain/explain';
import type { Explanation } from '../../../domain/explain/explanation';
import { remedyReader, type RemedyReader } from '../../../domain/explain/remedies';
import { versionNow } from '../../../domain/explain/version-now';
import { type RulePack, type RuleVersion, type ScheduleRule } from '../../../domain/pack/rule-pack';
import type { Dossier } from '../../../domain/record/dossier';
import {
  judgeHeadline,
  subjectOf,
  type Headline,
  type HeadlineQuestion,
} from '../../../domain/headline/judge-headline';
import { composeStrip, type StripModel } from '../../../domain/report/strip';
import { compileRules, type CompiledRule } from '../../../domain/service-clock/compiled-rule';
import type { PackedHistory } from '../../../domain/service-clock/packed-history';

export interface JudgedRule {
  readonly rule: ScheduleRule;
  readonly compiled: CompiledRule;
  readonly audit: RuleAudit;
  readonly intervals: readonly TracedInterval[];
  /** The wording that judges now. */
  readonly version: RuleVersion;
  readonly remedyFor: RemedyReader;
  /** First day of the end of its life; null = it goes on. */
  readonly endedOn: CivilDate | null;
}

export interface Judgement {
  readonly dossier: Dossier;
  readonly question: HeadlineQuestion;
  readonly headline: Headline;
  readonly window: AuditWindow;
  readonly history: PackedHistory;
  readonly audit: ElevatorAudit;
  readonly rules: readonly JudgedRule[];
}

/** One elevator judged whole from its dossier, with the traces that explain it. */
export function judgeElevator(dossier: Dossier, pack: Pick<RulePack, 'rules'>, question: HeadlineQuestion): Judgement {
  const headline = judgeHeadline(dossier, question);
  const { history } = subjectOf(dossier);
  const window = withinLife(auditWindow(question.asOf, question.period, headline.scope), history);
  const { audit } = headline;
  const rules = pack.rules.map((rule, index): JudgedRule => {
    const compiled = question.rules[index]!;
    const judged = audit.rules[index]!;
    const intervals = traceIntervals(history, compiled, window);
    const version = versionNow(rule, judged, intervals, window.asOf);
    const remedyFor = remedyReader({ history, rule, compiled, window });
    return { rule, compiled, audit: judged, intervals, version, remedyFor, endedOn: endedBy(history, window) };
  });
  return { dossier, question, headline, window, history, audit, rules };
}

/** Everything the verdict on one rule rests on; worked out when somebody asks to see it. */
export function explainJudged({ dossier, window, history }: Judgement, judged: JudgedRule): Explanation {
  const { rule, compiled, audit } = judged;
  return explain({ dossier, window, history, rule, compiled, audit });
}

/** What the year strip shows of a window, which may be another than the one judged. */
export function stripOf(
  history: PackedHistory,
  rules: readonly ScheduleRule[],
  window: AuditWindow,
  lateOn?: ReadonlyMap<number, number>,
): StripModel {
  return composeStrip(history, compileRules({ rules }), window, lateOn);
}
