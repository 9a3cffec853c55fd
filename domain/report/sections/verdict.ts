import type { Verdict } from '../../audit/verdict';
import { versionAt, markOf } from '../explain-rule';
import type { Block, Cell, Mark, Run, TableBlock } from '../model';
import type { JudgedRule, Subject } from './subject';

const VERDICT_MARKS: Readonly<Record<Verdict, Mark>> = {
  compliant: 'met',
  lapsed: 'lapsed',
  'non-compliant': 'late',
  'not-applicable': 'not-applicable',
  'no-data': 'no-data',
};

export function verdictBlocks(subject: Subject): Block[] {
  const { texts, evidence } = subject;
  const { verdict } = evidence.audit;
  return [
    { kind: 'heading', text: texts.sections.verdict },
    { kind: 'verdict', mark: VERDICT_MARKS[verdict], title: texts.verdict[verdict], runs: sentences(subject) },
    ruleTable(subject),
    { kind: 'paragraph', style: 'note', runs: [{ text: texts.ruleTableNote }] },
  ];
}

/** What was counted, by how much it was late, what is overdue now, and the next due day in bold. */
function sentences(subject: Subject): Run[] {
  const { texts, evidence, rules } = subject;
  const { sentences: say } = texts;
  if (evidence.audit.verdict === 'not-applicable') return [{ text: say.notApplicable }];
  if (evidence.audit.verdict === 'no-data') return [{ text: say.noData }];
  const runs: Run[] = [{ text: `${pastSentence(subject)}${nowSentence(subject)}` }];
  const next = nextDue(rules);
  if (next !== null)
    runs.push(
      { text: say.nextDue(subject.say(next.rule.title)) },
      { text: texts.date(next.dueOn), bold: true },
      { text: say.nextDueEnd },
    );
  else if (rules.every(({ audit }) => audit.dueOn === null)) runs.push({ text: say.noDeadline });
  return runs;
}

function pastSentence({ texts, rules, say }: Subject): string {
  const late = rules.filter(({ audit }) => audit.late > 0);
  if (late.length > 0) return late.map((judged) => lateSentence(judged, texts, say(judged.rule.title))).join('');
  const closed = rules.reduce((sum, { audit }) => sum + audit.met, 0);
  return closed === 0 ? texts.sentences.noneClosed : texts.sentences.allMet(closed);
}

function lateSentence({ rule, audit }: JudgedRule, texts: Subject['texts'], title: string): string {
  const gaps = audit.gaps.filter(({ to }) => to !== null);
  const longest = gaps.reduce((worst, gap) => (gap.daysLate > worst.daysLate ? gap : worst));
  const { interval, confidence } = versionAt(rule, longest.from);
  const figures = {
    rule: title,
    limit: interval,
    closed: audit.met + audit.late,
    late: audit.late,
    daysLate: gaps.reduce((sum, gap) => sum + gap.daysLate, 0),
    reading: confidence === 'reading',
  };
  return texts.sentences.lateRule(figures) + texts.sentences.longest(longest.deadline, longest.to, longest.daysLate);
}

function nowSentence({ texts, evidence, rules, say }: Subject): string {
  const overdue = rules.filter(({ audit }) => audit.status === 'overdue').map(({ rule }) => say(rule.title));
  return overdue.length === 0
    ? texts.sentences.noneOverdue(evidence.asOf)
    : texts.sentences.overdueNow(evidence.asOf, overdue);
}

/** The nearest deadline that has not passed. */
function nextDue(rules: readonly JudgedRule[]) {
  const open = rules.flatMap(({ rule, audit }) =>
    audit.dueOn !== null && (audit.status === 'met' || audit.status === 'due-soon')
      ? [{ rule, dueOn: audit.dueOn }]
      : [],
  );
  return open.length === 0 ? null : open.reduce((first, next) => (next.dueOn < first.dueOn ? next : first));
}

function ruleTable({ texts, rules, say, locale }: Subject): TableBlock {
  const columns = texts.ruleTable;
  const plain = (text: string): Cell => ({ runs: [{ text }] });
  const figure = (count: number, strong: boolean): Cell => ({
    runs: [strong && count > 0 ? { text: String(count), bold: true } : { text: String(count) }],
  });
  const widths = locale === 'en' ? [18.5, 49.5, 15, 8, 9, 10, 18.5, 18.5, 17] : [21, 45, 13, 10, 10, 12, 18, 18, 17];
  const titles = [
    columns.rule,
    columns.basis,
    columns.limit,
    columns.met,
    columns.late,
    columns.daysOut,
    columns.lastDone,
    columns.dueOn,
    columns.status,
  ];
  return {
    kind: 'table',
    columns: titles.map((title, index) => ({
      title,
      width: widths[index]!,
      align: index >= 2 && index <= 5 ? 'right' : 'left',
    })),
    rowsFromTo: texts.rowsFromTo,
    rows: rules.map(({ rule, audit, intervals }) => {
      const version = versionAt(rule, intervals.at(-1)?.from ?? null);
      const { shortDocument, shortClause } = version.legalBasis;
      return {
        cells: [
          plain(say(locale === 'en' ? rule.shortTitle : rule.title)),
          {
            runs: [
              {
                text:
                  locale === 'en'
                    ? `${shortDocument.en} ${shortClause.en} `
                    : `${say(shortDocument)}${say(shortClause)} `,
              },
              { text: texts.confidence[version.confidence], tag: version.confidence },
            ],
          },
          plain(texts.limitShort(version.interval)),
          figure(audit.met, false),
          figure(audit.late, true),
          figure(audit.daysOut, true),
          plain(audit.lastDone ?? '—'),
          plain(audit.dueOn ?? '—'),
          { runs: [{ text: texts.status[audit.status] }], mark: markOf({ status: audit.status, late: 0 }) },
        ],
      };
    }),
  };
}
