import { auditWindow } from '../../audit/audit-elevator';
import { traceIntervals, type TracedInterval } from '../../audit/interval-trace';
import type { AuditWindow } from '../../audit/rule-tally';
import type { RuleAudit } from '../../audit/verdict';
import type { CivilDate } from '../../calendar/civil-date';
import type { Period } from '../../calendar/period';
import { explain } from '../../explain/explain';
import type { Explanation } from '../../explain/explanation';
import { asksForVisits, type LegalBasis, type Locale, type ScheduleRule, type Text } from '../../pack/rule-pack';
import { recordNoOf } from '../../record/record-id';
import type { Recorded } from '../../record/dossier';
import { compileRules, type CompiledRule } from '../../service-clock/compiled-rule';
import type { PackedHistory } from '../../service-clock/packed-history';
import { TASKS, type Visit } from '../../visit/visit';
import { historyOf } from '../../headline/history';
import type { Evidence } from '../evidence';
import type { ReportTexts } from '../texts/report-texts';
import { textsOf } from '../texts/texts-of';

/** One rule with everything the sections say about it. */
export interface JudgedRule {
  readonly rule: ScheduleRule;
  readonly compiled: CompiledRule;
  readonly audit: RuleAudit;
  readonly intervals: readonly TracedInterval[];
}

/** A rule that no visit answers, with what its verdict rests on. */
export interface ExplainedRule {
  readonly rule: ScheduleRule;
  readonly compiled: CompiledRule;
  readonly audit: RuleAudit;
  readonly explanation: Explanation;
}

/** The evidence in the shapes the sections share. */
export interface Subject {
  readonly evidence: Evidence;
  readonly locale: Locale;
  readonly texts: ReportTexts;
  readonly window: AuditWindow;
  readonly history: PackedHistory;
  /** The rules that ask for visits. */
  readonly rules: readonly JudgedRule[];
  /** The rules that ask for inspections, tests and checks. */
  readonly others: readonly ExplainedRule[];
  readonly say: (text: Text) => string;
  /** The visit of a day that satisfies the rule, the longest category of the day; undefined on a day without one. */
  readonly visitOn: (rule: ScheduleRule, day: CivilDate) => Recorded<Visit> | undefined;
}

export function subjectOf(evidence: Evidence): Subject {
  const history = historyOf(evidence.dossier);
  const window = auditWindow(evidence.asOf, evidence.period);
  const compiled = compileRules(evidence.pack);
  const judged = evidence.pack.rules.map((rule, index) => ({
    rule,
    compiled: compiled[index]!,
    audit: evidence.audit.rules.find(({ ruleId }) => ruleId === rule.id) ?? missingAudit(rule.id),
  }));
  const visits = new Map<string, Recorded<Visit>[]>();
  for (const visit of evidence.dossier.visits) {
    if (visit.withdrawn === true) continue;
    const day = visits.get(visit.value.date);
    if (day === undefined) visits.set(visit.value.date, [visit]);
    else day.push(visit);
  }
  return {
    evidence,
    locale: evidence.locale,
    texts: textsOf(evidence.locale),
    window,
    history,
    say: (text) => text[evidence.locale],
    rules: judged
      .filter(({ rule }) => asksForVisits(rule))
      .map((one) => ({ ...one, intervals: traceIntervals(history, one.compiled, window) })),
    others: judged
      .filter(({ rule }) => !asksForVisits(rule))
      .map(({ rule, audit, compiled: of }) => ({
        rule,
        compiled: of,
        audit,
        explanation: explain({ dossier: evidence.dossier, history, rule, compiled: of, audit, window }),
      })),
    visitOn: (rule, day) =>
      (visits.get(day) ?? [])
        .filter(({ value }) => rule.satisfiedBy.includes(value.task))
        .sort((a, b) => TASKS.indexOf(b.value.task) - TASKS.indexOf(a.value.task))[0],
  };
}

/** Short document and clause as a table cites them: `监察条例第31条第2款`, `TSG T7001-2023 4.1`. */
export function citation({ shortDocument, shortClause }: LegalBasis, locale: Locale): string {
  const [document, clause] = [shortDocument[locale], shortClause[locale]];
  const apart = locale === 'en' || (/[\w)]$/.test(document) && /^\w/.test(clause));
  return `${document}${apart ? ' ' : ''}${clause} `;
}

/** Whether an outage takes out some day of the period. */
export function overlaps(period: Period, from: CivilDate, to: CivilDate | undefined): boolean {
  return from <= period.to && (to === undefined || to > period.from);
}

function missingAudit(ruleId: string): never {
  throw new Error(`the evidence has no audit of rule ${ruleId}`);
}

/** `2026-02-10 quarter`-like words for one end of an interval: date, category, record number. */
export function endOf(
  subject: Subject,
  rule: ScheduleRule,
  day: CivilDate,
): { date: string; task: string; record: string } {
  const visit = subject.visitOn(rule, day);
  if (visit === undefined) return { date: day, task: subject.texts.clockStart, record: '' };
  return { date: day, task: subject.texts.tasks[visit.value.task], record: recordNoOf(visit.id) };
}
