import { briefExplanation, limitSentence } from '../../../explain/explanation-lines';
import { markOf } from '../../explain-rule';
import type { Block, Cell } from '../../model';
import { citation, type ExplainedRule, type Subject } from '../../sections/subject';

const WIDTHS = { 'zh-CN': [34, 40, 34, 18, 18, 20], en: [38, 40, 34, 17.5, 17.5, 17] } as const;

/** Inspections, tests and checks: the rules that no visit answers; those not for this elevator are left out. */
export function inspectionBlocks(subject: Subject): Block[] {
  const { texts, others } = subject;
  const shown = others.filter(({ audit }) => audit.status !== 'not-applicable');
  const heading: Block = { kind: 'heading', text: texts.sections.inspections };
  if (shown.length === 0)
    return [heading, { kind: 'paragraph', style: 'body', runs: [{ text: texts.inspections.none }] }];
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
    ...shown.flatMap((judged) => reasonOf(subject, judged)),
  ];
}

function cellsOf({ texts, say, locale }: Subject, { rule, audit, explanation }: ExplainedRule): Cell[] {
  const plain = (text: string): Cell => ({ runs: [{ text }] });
  return [
    plain(say(rule.title)),
    {
      runs: [
        { text: citation(explanation.legalBasis, locale) },
        { text: texts.confidence[explanation.confidence], tag: explanation.confidence },
      ],
    },
    plain(limitSentence(explanation, locale)),
    plain(audit.lastDone ?? '—'),
    plain(audit.dueOn ?? '—'),
    { runs: [{ text: texts.status[audit.status] }], mark: markOf({ status: audit.status, late: audit.late }) },
  ];
}

/** The sentences of a rule that is or was late. */
function reasonOf({ say, evidence, locale }: Subject, { rule, audit, explanation }: ExplainedRule): Block[] {
  if (audit.gaps.length === 0 && audit.status !== 'overdue') return [];
  const { finding, remedy } = briefExplanation(explanation, evidence.pack, evidence.asOf, locale);
  const [colon, stop] = locale === 'en' ? [': ', '. '] : ['：', '。'];
  const text = [finding, ...(remedy === null ? [] : [remedy])].map((sentence) => `${sentence}${stop}`).join('');
  return [{ kind: 'paragraph', style: 'body', runs: [{ text: `${say(rule.title)}${colon}`, bold: true }, { text }] }];
}
