import type { RuleAudit, Verdict } from '../../domain/audit/verdict';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Headline } from '../../domain/headline/judge-headline';
import type { Locale } from '../../domain/pack/legal-basis';
import { termsOf } from '../../domain/terms/terms-of';
import { hasReasons, reasonsOf, type AuditTextContext } from './audit-reasons';
import type { ConfirmationCounts } from '../../domain/record/confirmation-of';
import { confirmationLine } from './confirmation-totals';
import { dossiersOf, type FleetTables } from './fleet-dossiers';
import { nameOfUse } from '../../domain/terms/name-of-use';
import { isQuiet, scopeLine, verdictPhrase } from './headline-words';
import type { AuditDays } from './options';
import { textTable } from './text-table';
import { countedOf, totalsOf } from './totals';

const WORDS = {
  'zh-CN': {
    title: (days: AuditDays, pack: string) =>
      `审计期 ${days.period.from} 至 ${days.period.to}，截至日 ${days.asOf}；规则包 ${pack}`,
    head: ['结论', '使用', '使用登记证编号', '使用地点', '最近维保', '下次期限', '项目', '超期天数', '期内超期'],
    total: (total: number, parts: readonly string[]) => `共 ${total} 台：${parts.join('，')}`,
    use: (parts: readonly string[]) => `使用：${parts.join('；')}`,
    note: '“期内超期”为各项规则在审计期内的超期次数。',
  },
  en: {
    title: (days: AuditDays, pack: string) =>
      `Period ${days.period.from} to ${days.period.to}, as of ${days.asOf}; rule pack ${pack}`,
    head: ['Verdict', 'Use', 'Registration no.', 'Place', 'Last visit', 'Next due', 'Rule', 'Days over', 'Gaps'],
    total: (total: number, parts: readonly string[]) =>
      `${total} ${total === 1 ? 'elevator' : 'elevators'}: ${parts.join(', ')}`,
    use: (parts: readonly string[]) => `Use: ${parts.join('; ')}`,
    note: 'Gaps counts the late and overdue intervals of all rules in the period.',
  },
} as const satisfies Record<Locale, unknown>;

/** A table of the fleet, then for each elevator of which there is more to say the sentences that say why. */
export function auditText(
  tables: FleetTables,
  fleet: readonly Headline[],
  confirmations: ConfirmationCounts,
  context: AuditTextContext,
): string {
  const { pack, days, scope, locale } = context;
  const words = WORDS[locale];
  const rows = fleet.map((headline, index) => rowOf(headline, tables.elevators[index]!, context)); // one an elevator
  const reasons: string[] = [];
  let index = 0;
  for (const dossier of dossiersOf(tables)) {
    const headline = fleet[index++]!;
    if (hasReasons(headline, dossier)) reasons.push(reasonsOf(headline, dossier, context));
  }
  return [
    `${words.title(days, `${pack.id} ${pack.version}`)}\n${scopeLine(scope, locale)}\n`,
    textTable(words.head, rows, new Set([7, 8])),
    `${[...totalLines(fleet, context), confirmationLine(confirmations, locale)].join('\n')}\n${words.note}\n`,
    ...reasons,
  ].join('\n');
}

const VERDICTS_READ = [
  'compliant',
  'lapsed',
  'non-compliant',
  'not-shown',
  'no-data',
  'not-applicable',
] as const satisfies Verdict[];

function totalLines(fleet: readonly Headline[], { scope, locale }: AuditTextContext): string[] {
  const words = WORDS[locale];
  const terms = termsOf(locale);
  const totals = totalsOf(fleet.map(countedOf));
  const verdicts = VERDICTS_READ.map((verdict) => `${terms.verdict[verdict]} ${totals[verdict]}`);
  const retired = totals.retired === 0 ? [] : [`${terms.retired} ${totals.retired}`];
  const use = [
    `${terms.use['must-not-run']} ${totals.mustNotRun}`,
    `${terms.use['out-of-use']} ${totals.outOfUse}`,
    ...(scope === 'maintenance' ? [] : [`${terms.use['cannot-tell']} ${totals.cannotTell}`]),
  ];
  return [words.total(totals.elevators, [...verdicts, ...retired]), words.use(use)];
}

/** The rule that a row speaks of: the one longest overdue, else one that failed, else the one due next; one that is not shown has no day. */
function tellingRule(rules: readonly RuleAudit[]): RuleAudit | undefined {
  const byDue = rules
    .filter(({ dueOn }) => dueOn !== null)
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return (
    rules.filter(({ status }) => status === 'overdue').sort((a, b) => b.daysOverdue - a.daysOverdue)[0] ??
    rules.find(({ status }) => status === 'failed') ??
    byDue[0] ??
    rules.find(({ status }) => status === 'not-shown')
  );
}

function rowOf({ audit, scope, use }: Headline, elevator: Elevator, { pack, locale }: AuditTextContext): string[] {
  const telling = tellingRule(audit.rules);
  const rule = pack.rules.find(({ id }) => id === telling?.ruleId);
  const gaps = audit.rules.reduce((sum, { gaps: of }) => sum + of.length, 0);
  const place = [elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ');
  return [
    verdictPhrase(audit, locale),
    isQuiet(use, scope) ? '' : nameOfUse(use.state, elevator, locale),
    audit.registrationNo,
    place,
    audit.rules[0]?.lastDone ?? '—',
    telling?.dueOn ?? '—',
    rule?.shortTitle[locale] ?? '—',
    telling?.status === 'overdue' ? String(telling.daysOverdue) : '',
    gaps === 0 ? '' : String(gaps),
  ];
}
