import type { Gap } from '../../../audit/verdict';
import { versionOfGap } from '../../../audit/version-of-gap';
import { remedyInBrief } from '../../../explain/remedy-sentence';
import type { TableBlock } from '../../model';
import { citation, type ExplainedRule, type Subject } from '../../sections/subject';

const WIDTHS = { 'zh-CN': [28, 19, 19, 19, 15, 30, 34], en: [28, 19, 19, 19, 14, 34, 31] } as const;

/** Every gap of the rules that no visit answers, closed or open, each with the law that judged it; null without one. */
export function inspectionGaps(subject: Subject, rules: readonly ExplainedRule[]): TableBlock | null {
  const { texts, say, locale } = subject;
  const { columns, caption } = texts.inspectionGaps;
  const titles = [columns.rule, columns.from, columns.to, columns.deadline, columns.late, columns.law, columns.remedy];
  const plain = (text: string) => ({ runs: [{ text }] });
  const rows = rules.flatMap(({ rule, explanation }) =>
    explanation.gaps.map((gap) => ({
      cells: [
        plain(say(rule.title)),
        plain(gap.from),
        plain(gap.to ?? texts.notRecorded),
        plain(gap.deadline),
        { runs: [{ text: texts.days(gap.daysLate), bold: true as const }] },
        lawCell(subject, rule, gap),
        plain(remedyInBrief(gap.remedy, locale)),
      ],
      late: true as const,
    })),
  );
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    caption: { label: caption, continued: texts.continued(caption), right: texts.rowCount(rows.length) },
    columns: titles.map((title, index) => ({
      title,
      width: WIDTHS[locale][index]!, // one for each title
      align: index === 4 ? ('right' as const) : ('left' as const),
    })),
    rowsFromTo: texts.rowsFromTo,
    rowContinued: texts.rowContinued,
    continued: texts.tableContinued,
    rows,
  };
}

function lawCell({ texts, heads, locale }: Subject, rule: ExplainedRule['rule'], gap: Gap) {
  const { legalBasis, effectiveFrom } = versionOfGap(rule, gap);
  const since = effectiveFrom === null ? '' : ` ${heads.inForceFrom(effectiveFrom)}`;
  return {
    runs: [
      { text: citation(legalBasis, locale) },
      { text: texts.confidence[gap.weight], tag: gap.weight },
      { text: since },
    ],
  };
}
