import type { RuleAudit, RuleStatus } from '../../../audit/verdict';
import { briefExplanation, limitSentence } from '../../../explain/explanation-lines';
import type { ScheduleRule } from '../../../pack/rule-pack';
import { markOf } from '../../explain-rule';
import type { Block, Cell, Run } from '../../model';
import { inspectionGaps } from './inspection-gaps';
import { lateWords } from '../../sections/entries';
import { citation, versionsOf, type ExplainedRule, type Subject } from '../../sections/subject';

const WIDTHS = { 'zh-CN': [34, 40, 34, 18, 18, 20], en: [38, 40, 34, 17.5, 17.5, 17] } as const;

/** Inspections, tests and checks: the rules that no visit answers; those not for this elevator are left out. */
export function inspectionBlocks(subject: Subject): Block[] {
  const { texts, others, headline, heads } = subject;
  if (headline.scope === 'maintenance')
    return [
      { kind: 'heading', text: texts.sections.inspections },
      { kind: 'paragraph', style: 'body', runs: [{ text: heads.scopeNote }] },
    ];
  const shown = others.filter(({ audit }) => audit.status !== 'not-applicable');
  const heading: Block = { kind: 'heading', text: texts.sections.inspections };
  if (shown.length === 0)
    return [heading, { kind: 'paragraph', style: 'body', runs: [{ text: texts.inspections.none }] }];
  const gaps = inspectionGaps(subject, shown);
  const { columns } = texts.inspections;
  const titles = [columns.rule, columns.basis, columns.limit, columns.lastDone, columns.dueOn, columns.status];
  return [
    heading,
    {
      kind: 'table',
      columns: titles.map((title, index) => ({ title, width: WIDTHS[subject.locale][index]!, align: 'left' as const })),
      rowsFromTo: texts.rowsFromTo,
      rowContinued: texts.rowContinued,
      continued: texts.tableContinued,
      rows: shown.map((judged) => ({ cells: cellsOf(subject, judged) })),
      note: [{ text: texts.inspections.note }],
    },
    ...(gaps === null ? [] : [gaps]),
    ...shown.flatMap((judged) => reasonOf(subject, judged)),
  ];
}

function cellsOf(subject: Subject, judged: ExplainedRule): Cell[] {
  const { texts, say, locale } = subject;
  const { rule, audit, explanation } = judged;
  const plain = (text: string): Cell => ({ runs: [{ text }] });
  return [
    plain(say(rule.title)),
    {
      runs: versionsOf(judged).flatMap(({ version: { legalBasis }, weight }): Run[] => [
        { text: citation(legalBasis, locale) },
        { text: texts.confidence[weight], tag: weight },
        { text: ' ' },
      ]),
    },
    plain(limitSentence(explanation, locale)),
    plain([audit.lastDone ?? '—', lateOf(subject, rule, audit)].filter((text) => text !== '').join(' ')),
    plain(audit.dueOn ?? '—'),
    { runs: [{ text: texts.status[audit.status] }], mark: markOf({ status: audit.status, late: audit.late }) },
  ];
}

/** Whether the act that was done last was written down late. */
function lateOf({ evidence, entryOf, locale }: Subject, rule: ScheduleRule, { lastDone }: RuleAudit): string {
  const last = evidence.dossier.inspections.find(
    ({ value, withdrawn }) =>
      withdrawn !== true &&
      value.date === lastDone &&
      (value.kind === rule.task || rule.satisfiedBy.includes(value.kind)),
  );
  return last === undefined ? '' : lateWords(entryOf('inspections', last), locale);
}

const AMISS: ReadonlySet<RuleStatus> = new Set(['overdue', 'failed', 'not-shown']);

/** The sentences of a rule that is or was late, whose last act failed, or that is not shown. */
function reasonOf(subject: Subject, judged: ExplainedRule): Block[] {
  const { say, evidence, locale, judgedOn, texts } = subject;
  const { rule, audit, explanation } = judged;
  if (audit.gaps.length === 0 && !AMISS.has(audit.status)) return [];
  const { finding, remedy } = briefExplanation(explanation, evidence.pack, judgedOn, locale);
  const [colon, stop, semicolon] = locale === 'en' ? [': ', '. ', '; '] : ['：', '。', '；'];
  const versions = versionsOf(judged);
  const judgedBy = versions
    .filter(() => versions.length > 1)
    .flatMap(({ version: { legalBasis }, weight }, index): Run[] => [
      { text: index === 0 ? '' : semicolon },
      { text: citation(legalBasis, locale) },
      { text: texts.confidence[weight], tag: weight },
    ]);
  const text = [finding, ...(remedy === null ? [] : [remedy])].map((sentence) => `${sentence}${stop}`).join('');
  return [
    {
      kind: 'paragraph',
      style: 'body',
      runs: [{ text: `${say(rule.title)}${colon}`, bold: true }, { text }, ...judgedBy],
    },
  ];
}
