import { auditWindow, withinLife } from '../../domain/audit/audit-elevator';
import { endedBy } from '../../domain/audit/end-of-life';
import { traceIntervals } from '../../domain/audit/interval-trace';
import { versionOfGap } from '../../domain/audit/version-of-gap';
import type { Failure, Gap, RuleAudit } from '../../domain/audit/verdict';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { onDemandDays } from '../../domain/elevator/on-demand-permission';
import { onDemandOf } from '../../domain/explain/on-demand';
import { onDemandSentence } from '../../domain/explain/on-demand-sentence';
import { explain } from '../../domain/explain/explain';
import { briefExplanation } from '../../domain/explain/explanation-lines';
import { remedyReader } from '../../domain/explain/remedies';
import { versionNow } from '../../domain/explain/version-now';
import type { Headline } from '../../domain/headline/judge-headline';
import { historyOf } from '../../domain/headline/history';
import { citationOf } from '../../domain/pack/citation';
import type { Locale } from '../../domain/pack/legal-basis';
import { asksForVisits, versionAt, type RulePack, type ScheduleRule } from '../../domain/pack/rule-pack';
import type { ServiceRecords } from '../../domain/record/dossier';
import { explainRule, type RuleExplained } from '../../domain/report/explain-rule';
import { compileRule } from '../../domain/service-clock/compiled-rule';
import { termsOf } from '../../domain/terms/terms-of';
import type { AuditDays } from './options';
import { lateLine, useLines, verdictPhrase } from './headline-words';

const WORDS = {
  'zh-CN': {
    since: (version: CivilDate) => `（${version}起施行）`,
    how: '怎样才合规：',
    failure: ({ on, to, serviceDays }: Failure) => `不合格 ${on} → ${to}，其间在用 ${serviceDays} 天`,
  },
  en: {
    since: (version: CivilDate) => ` (in force from ${version})`,
    how: 'What would be lawful: ',
    failure: ({ on, to, serviceDays }: Failure) => `failed ${on} → ${to}, service days between: ${serviceDays}`,
  },
} as const satisfies Record<Locale, unknown>;

export interface AuditTextContext {
  readonly pack: RulePack;
  readonly days: AuditDays;
  readonly scope: Headline['scope'];
  readonly locale: Locale;
}

/** Whether a fleet's text says more of an elevator than its row. */
export function hasReasons({ audit, use, entry }: Headline, { elevator }: Pick<ServiceRecords, 'elevator'>): boolean {
  const isOnDemand = onDemandDays(elevator.value.regime) > 0;
  return isOnDemand || use.reasons.length > 0 || entry.late > 0 || audit.rules.some(isAmiss);
}

function isAmiss({ gaps, failures, status }: RuleAudit): boolean {
  return gaps.length > 0 || failures !== undefined || ['overdue', 'failed', 'not-shown'].includes(status);
}

/** Everything that stands against one elevator, with its clauses: use, late entry, then rule by rule. */
export function reasonsOf(headline: Headline, dossier: ServiceRecords, context: AuditTextContext): string {
  const { audit, scope, use, entry } = headline;
  const { pack, locale } = context;
  const late = lateLine(entry, locale);
  const rules = pack.rules.flatMap((rule, index) => {
    const judged = audit.rules[index];
    if (judged === undefined) return [];
    const onDemand = onDemandLines(judged, rule, dossier, headline, context);
    return isAmiss(judged) ? ruleLines(judged, rule, dossier, onDemand, headline, context) : onDemand;
  });
  const elevator = dossier.elevator.value;
  const name = [audit.registrationNo, elevator.internalNo].filter((part) => part !== undefined).join(' ');
  const inUse = use.reasons.length === 0 ? [] : useLines(use, scope, elevator, locale);
  const lines = [...inUse, ...(late === null ? [] : [late]), ...rules];
  return `${verdictPhrase(audit, locale)}  ${name}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** Both counts of an elevator that is registered as maintained on demand. */
function onDemandLines(
  audit: RuleAudit,
  rule: ScheduleRule,
  dossier: ServiceRecords,
  { scope }: Headline,
  { pack, days, locale }: AuditTextContext,
): string[] {
  const elevator = dossier.elevator.value;
  if (onDemandDays(elevator.regime) === 0) return [];
  const history = historyOf(dossier);
  const window = withinLife(auditWindow(days.asOf, days.period, scope), history);
  const version = versionAt(rule, days.asOf);
  const compiled = compileRule(rule, pack.rules);
  const onDemand = onDemandOf({ elevator, history, rule, compiled, version, window, audit });
  return onDemand === null ? [] : [`${rule.title[locale]}${COLON[locale]}${onDemandSentence(onDemand, locale)}`];
}

const COLON: Readonly<Record<Locale, string>> = { 'zh-CN': '：', en: ': ' };

function ruleLines(
  judged: RuleAudit,
  rule: ScheduleRule,
  dossier: ServiceRecords,
  onDemand: readonly string[],
  { scope }: Headline,
  context: AuditTextContext,
): string[] {
  const { locale } = context;
  const words = WORDS[locale];
  const terms = termsOf(locale);
  const { finding, remedy, basis, confidence } = explained(judged, rule, dossier, scope, context);
  return [
    `${rule.title[locale]}  [${terms.ruleStatus[judged.status]}]${COLON[locale]}${finding}`,
    // One that nothing has answered is told by the finding itself.
    ...(judged.failures ?? [])
      .filter(({ to }) => to !== null)
      .map((failure) => `  ${words.failure(failure)}  [${terms.weight[failure.weight]}]`),
    ...judged.gaps.map((gap) => `  ${gapLine(gap, rule, locale)}`),
    ...onDemand.map((line) => `  ${line}`),
    ...(remedy === null ? [] : [`  ${words.how}${remedy}`]),
    // What is not shown is a finding of its own weight, whatever the weight of the clause that asks for it.
    `  [${terms.weight[judged.status === 'not-shown' ? (judged.weight ?? confidence) : confidence]}] ${basis}`,
  ];
}

function explained(
  audit: RuleAudit,
  rule: ScheduleRule,
  dossier: ServiceRecords,
  scope: Headline['scope'],
  { pack, days, locale }: AuditTextContext,
): Pick<RuleExplained, 'finding' | 'remedy' | 'basis' | 'confidence'> {
  const history = historyOf(dossier);
  const window = withinLife(auditWindow(days.asOf, days.period, scope), history);
  const compiled = compileRule(rule, pack.rules);
  const question = { dossier, history, window, rule, compiled, audit };
  if (!asksForVisits(rule)) return briefExplanation(explain(question), pack, days.asOf, locale);
  const intervals = traceIntervals(history, compiled, window);
  const version = versionNow(rule, audit, intervals, window.asOf);
  const remedyFor = remedyReader(question);
  return explainRule(
    { audit, rule, intervals, version, remedyFor, endedOn: endedBy(history, window) },
    pack,
    days.asOf,
    locale,
  );
}

/** Every gap keeps its own law. */
function gapLine(gap: Gap, rule: ScheduleRule, locale: Locale): string {
  const { from, to, deadline, daysLate, weight, version } = gap;
  const clause = citationOf(versionOfGap(rule, gap).legalBasis, locale);
  return `${from} → ${to ?? '…'}  ≤ ${deadline}  +${daysLate}  [${termsOf(locale).weight[weight]}] ${clause}${version === null ? '' : WORDS[locale].since(version)}`;
}
