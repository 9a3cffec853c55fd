import { auditWindow, withinLife } from '../../audit/audit-elevator';
import { traceIntervals, type TracedInterval } from '../../audit/interval-trace';
import type { AuditWindow } from '../../audit/tally';
import type { RuleAudit } from '../../audit/verdict';
import { toCivilDate, type CivilDate } from '../../calendar/civil-date';
import type { Period } from '../../calendar/period';
import { explain } from '../../explain/explain';
import type { Explanation } from '../../explain/explanation';
import { remedyReader, type RemedyReader } from '../../explain/remedies';
import { versionNow } from '../../explain/version-now';
import { endedBy } from '../../audit/end-of-life';
import { judgedBy, type JudgedBy } from '../../audit/judged-by';
import { citationOf } from '../../pack/citation';
import type { LegalBasis, Locale, Text } from '../../pack/legal-basis';
import { asksForVisits, requirementIsFor, type RuleVersion, type ScheduleRule } from '../../pack/rule-pack';
import { recordNoOf } from '../../record/record-id';
import type { Recorded } from '../../record/dossier';
import { compileRules, type CompiledRule } from '../../service-clock/compiled-rule';
import type { PackedHistory } from '../../service-clock/packed-history';
import { TASKS, type Visit } from '../../visit/visit';
import { historyOf } from '../../headline/history';
import { headlineOf } from '../audit-evidence';
import type { Evidence } from '../evidence';
import { headlineTextsOf } from '../texts/headline-texts-of';
import type { HeadlineTexts } from '../texts/headline-texts';
import type { ReportTexts } from '../texts/report-texts';
import { textsOf } from '../texts/texts-of';
import { entriesOf, lateWords, type EntryReader } from './entries';

/** One rule with everything the sections say about it. */
export interface JudgedRule {
  readonly rule: ScheduleRule;
  readonly compiled: CompiledRule;
  readonly audit: RuleAudit;
  readonly intervals: readonly TracedInterval[];
  /** What would have kept gaps of it from arising. */
  readonly remedyFor: RemedyReader;
  /** First day of the end of its life; null = it goes on. */
  readonly endedOn: CivilDate | null;
  /** The wording that judges now. */
  readonly version: RuleVersion;
}

/** A rule that no visit answers, with what its verdict rests on. */
export interface ExplainedRule {
  readonly rule: ScheduleRule;
  readonly compiled: CompiledRule;
  readonly audit: RuleAudit;
  readonly explanation: Explanation;
  /** The wording that judges now. */
  readonly version: RuleVersion;
}

/** The evidence in the shapes the sections share. */
export interface Subject {
  readonly evidence: Evidence;
  readonly locale: Locale;
  readonly texts: ReportTexts;
  readonly heads: HeadlineTexts;
  /** Use, scope and entry: as stated, or computed for an evidence of the first form. */
  readonly headline: NonNullable<Evidence['headline']>;
  readonly entryOf: EntryReader;
  /** The day of judgement: the as-of day, or the last of its life. */
  readonly judgedOn: CivilDate;
  readonly window: AuditWindow;
  readonly history: PackedHistory;
  /** The rules that ask visits of this elevator. */
  readonly rules: readonly JudgedRule[];
  /** The rules that ask for inspections, tests and checks. */
  readonly others: readonly ExplainedRule[];
  readonly say: (text: Text) => string;
  /** The visit of a day that satisfies the rule, the longest category of the day; undefined on a day without one. */
  readonly visitOn: (rule: ScheduleRule, day: CivilDate) => Recorded<Visit> | undefined;
}

export function subjectOf(evidence: Evidence): Subject {
  const history = historyOf(evidence.dossier);
  const window = withinLife(auditWindow(evidence.asOf, evidence.period), history);
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
  const { kind, place } = evidence.dossier.elevator.value;
  return {
    evidence,
    locale: evidence.locale,
    texts: textsOf(evidence.locale),
    heads: headlineTextsOf(evidence.locale),
    headline: evidence.headline ?? headlineOf(evidence),
    entryOf: entriesOf(evidence),
    judgedOn: toCivilDate(window.asOf),
    window,
    history,
    say: (text) => text[evidence.locale],
    rules: judged
      .filter(({ rule }) => asksForVisits(rule) && requirementIsFor(rule, { kind, place }))
      .map((one) => {
        const intervals = traceIntervals(history, one.compiled, window);
        const remedyFor = remedyReader({ history, window, rule: one.rule, compiled: one.compiled });
        const endedOn = endedBy(history, window);
        return {
          ...one,
          intervals,
          remedyFor,
          endedOn,
          version: versionNow(one.rule, one.audit, intervals, window.asOf),
        };
      }),
    others: judged
      .filter(({ rule }) => !asksForVisits(rule))
      .map(({ rule, audit, compiled: of }) => ({
        rule,
        compiled: of,
        audit,
        explanation: explain({ dossier: evidence.dossier, history, rule, compiled: of, audit, window }),
        version: versionNow(rule, audit, traceIntervals(history, of, window), window.asOf),
      })),
    visitOn: (rule, day) =>
      (visits.get(day) ?? [])
        .filter(({ value }) => rule.satisfiedBy.includes(value.task))
        .sort((a, b) => TASKS.indexOf(b.value.task) - TASKS.indexOf(a.value.task))[0],
  };
}

/** Every wording that judged something of a rule, the one that judges now first. */
export function versionsOf({
  rule,
  audit,
  version,
}: Pick<JudgedRule, 'rule' | 'audit' | 'version'>): readonly JudgedBy[] {
  return judgedBy(rule, audit, version);
}

/** Document and clause as a table cites them, with room for the weight behind. */
export function citation(basis: LegalBasis, locale: Locale): string {
  return `${citationOf(basis, locale)} `;
}

/** Whether an outage takes out some day of the period. */
export function overlaps(period: Period, from: CivilDate, to: CivilDate | undefined): boolean {
  return from <= period.to && (to === undefined || to > period.from);
}

function missingAudit(ruleId: string): never {
  throw new Error(`the evidence has no audit of rule ${ruleId}`);
}

/** `2026-02-10 quarter`-like words for one end of an interval: date, category, record number, and how late it was entered. */
export function endOf(
  subject: Subject,
  rule: ScheduleRule,
  day: CivilDate,
): { readonly date: string; readonly task: string; readonly record: string; readonly late: string } {
  const visit = subject.visitOn(rule, day);
  if (visit === undefined) return { date: day, task: subject.texts.clockStart, record: '', late: '' };
  const late = lateWords(subject.entryOf('visits', visit), subject.locale);
  return { date: day, task: subject.texts.tasks[visit.value.task], record: recordNoOf(visit.id), late };
}
