import { auditWindow } from '../../domain/audit/audit-elevator';
import { traceIntervals } from '../../domain/audit/interval-trace';
import type { ElevatorAudit, RuleAudit, Verdict } from '../../domain/audit/verdict';
import type { Elevator } from '../../domain/elevator/elevator';
import { explain } from '../../domain/explain/explain';
import { briefExplanation } from '../../domain/explain/explanation-lines';
import { asksForVisits, type Locale, type RulePack } from '../../domain/pack/rule-pack';
import type { Dossier } from '../../domain/record/dossier';
import type { ImportBody } from '../../domain/record/entry';
import { historyOf } from '../../domain/headline/history';
import { explainRule } from '../../domain/report/explain-rule';
import { textsOf } from '../../domain/report/texts/texts-of';
import { termsOf } from '../../domain/terms/terms-of';
import { compileRule } from '../../domain/service-clock/compiled-rule';
import { dossierOf } from './explain-elevator';
import type { AuditDays } from './options';
import { textTable } from './text-table';
import { totalsOf } from './totals';

const WORDS = {
  'zh-CN': {
    title: (days: AuditDays, pack: string) =>
      `审计期 ${days.period.from} 至 ${days.period.to}，截至日 ${days.asOf}；规则包 ${pack}`,
    head: ['结论', '使用登记证编号', '使用地点', '最近维保', '下次期限', '项目', '超期天数', '期内超期'],
    total: (total: number, parts: readonly string[]) => `共 ${total} 台：${parts.join('，')}`,
    how: '怎样才合规：',
    note: '“期内超期”为各项规则在审计期内的超期次数。',
  },
  en: {
    title: (days: AuditDays, pack: string) =>
      `Period ${days.period.from} to ${days.period.to}, as of ${days.asOf}; rule pack ${pack}`,
    head: ['Verdict', 'Registration no.', 'Place', 'Last visit', 'Next due', 'Rule', 'Days over', 'Gaps'],
    total: (total: number, parts: readonly string[]) => `${total} elevators: ${parts.join(', ')}`,
    how: 'What would be lawful: ',
    note: 'Gaps counts the late and overdue intervals of all rules in the period.',
  },
} as const satisfies Record<Locale, unknown>;

export interface AuditTextContext {
  readonly pack: RulePack;
  readonly days: AuditDays;
  readonly locale: Locale;
}

/** A table of the fleet, then for each elevator that is not in order the sentences that say why. */
export function auditText(body: ImportBody, audits: readonly ElevatorAudit[], context: AuditTextContext): string {
  const { pack, days, locale } = context;
  const words = WORDS[locale];
  const elevators = new Map(body.elevators.map((elevator) => [elevator.registrationNo as string, elevator]));
  const rows = audits.map((audit) => rowOf(audit, elevators.get(audit.registrationNo), context));
  const counts = totalsOf(audits);
  const parts = Object.entries(termsOf(locale).verdict).map(([verdict, word]) => `${word} ${counts[verdict] ?? 0}`);
  const reasons = audits
    .filter(({ verdict }) => verdict === 'non-compliant' || verdict === 'lapsed')
    .map((audit) => {
      const dossier = dossierOf(body, audit.registrationNo);
      if (dossier === undefined) throw new Error(`audited elevator ${audit.registrationNo} is not in the register`);
      return reasonsOf(audit, dossier, context);
    });
  return [
    `${words.title(days, `${pack.id} ${pack.version}`)}\n`,
    textTable(words.head, rows, new Set([6, 7])),
    `${words.total(audits.length, parts)}\n${words.note}\n`,
    ...reasons,
  ].join('\n');
}

/** The rule that a row speaks of: the one longest overdue, else the one due next. */
function tellingRule(rules: readonly RuleAudit[]): RuleAudit | undefined {
  const byDue = rules
    .filter(({ dueOn }) => dueOn !== null)
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return (
    [...rules].filter(({ status }) => status === 'overdue').sort((a, b) => b.daysOverdue - a.daysOverdue)[0] ?? byDue[0]
  );
}

function rowOf(audit: ElevatorAudit, elevator: Elevator | undefined, { pack, locale }: AuditTextContext): string[] {
  const telling = tellingRule(audit.rules);
  const rule = pack.rules.find(({ id }) => id === telling?.ruleId);
  const gaps = audit.rules.reduce((sum, { gaps: of }) => sum + of.length, 0);
  const verdict: Verdict = audit.verdict;
  const place = [elevator?.address, elevator?.internalNo].filter((part) => part !== undefined).join(' ');
  return [
    termsOf(locale).verdict[verdict],
    audit.registrationNo,
    place,
    audit.rules[0]?.lastDone ?? '—',
    telling?.dueOn ?? '—',
    rule?.shortTitle[locale] ?? '—',
    telling?.status === 'overdue' ? String(telling.daysOverdue) : '',
    gaps === 0 ? '' : String(gaps),
  ];
}

function reasonsOf(audit: ElevatorAudit, dossier: Dossier, context: AuditTextContext): string {
  const { pack, days, locale } = context;
  const words = WORDS[locale];
  const texts = textsOf(locale);
  const question = { dossier, history: historyOf(dossier), window: auditWindow(days.asOf, days.period) };
  const lines = pack.rules.flatMap((rule, index) => {
    const judged = audit.rules[index];
    if (judged === undefined || (judged.gaps.length === 0 && judged.status !== 'overdue')) return [];
    const compiled = compileRule(rule, pack.rules);
    const { finding, remedy, basis, confidence } = asksForVisits(rule)
      ? explainRule(judged, rule, traceIntervals(question.history, compiled, question.window), days.asOf, locale)
      : briefExplanation(explain({ ...question, rule, compiled, audit: judged }), pack, days.asOf, locale);
    const gaps = judged.gaps.map(
      ({ from, to, deadline, daysLate }) => `    ${from} → ${to ?? '…'}  ≤ ${deadline}  +${daysLate}`,
    );
    return [
      `  ${rule.title[locale]}${locale === 'en' ? ': ' : '：'}${finding}`,
      ...gaps,
      ...(remedy === null ? [] : [`    ${words.how}${remedy}`]),
      `    [${texts.confidence[confidence]}] ${basis}`,
    ];
  });
  const { registrationNo, internalNo } = dossier.elevator.value;
  const name = [registrationNo, internalNo].filter((part) => part !== undefined).join(' ');
  return `${termsOf(locale).verdict[audit.verdict]}  ${name}\n${lines.join('\n')}\n`;
}
