import type { Gap, Verdict } from '../../../audit/verdict';
import { standing } from '../../../record/dossier';
import { versionAt, visitTasksOf } from '../../../pack/rule-pack';
import { markOf } from '../../explain-rule';
import type { Block, Cell, Mark, Run, TableBlock } from '../../model';
import type { OverdueFigures, RuleFigures } from '../../texts/report-texts';
import { citation, overlaps, type JudgedRule, type Subject } from '../../sections/subject';

const VERDICT_MARKS: Readonly<Record<Verdict, Mark>> = {
  compliant: 'met',
  lapsed: 'lapsed',
  'non-compliant': 'late',
  'not-shown': 'no-data',
  'not-applicable': 'not-applicable',
  'no-data': 'no-data',
};

export function verdictBlocks(subject: Subject): Block[] {
  const { texts, evidence } = subject;
  const { verdict } = evidence.audit;
  return [
    { kind: 'heading', text: texts.sections.verdict },
    { kind: 'verdict', mark: VERDICT_MARKS[verdict], title: texts.verdict[verdict], runs: sentences(subject) },
    ...(subject.rules.length === 0
      ? []
      : [ruleTable(subject), { kind: 'paragraph', style: 'note', runs: [{ text: texts.ruleTableNote }] } as const]),
  ];
}

/** What was counted, by how much it was late, what is overdue now, and the next due day in bold. */
function sentences(subject: Subject): Run[] {
  const { texts, evidence, rules } = subject;
  const { sentences: say } = texts;
  if (evidence.audit.verdict === 'no-data') return [{ text: say.noData }];
  if (evidence.audit.verdict === 'not-applicable') {
    const outages = standing(evidence.dossier.outages).filter(({ from, to }) => overlaps(evidence.period, from, to));
    return [{ text: say.notApplicable(outages, evidence.dossier.elevator.value.inServiceOn ?? null) }];
  }
  if (rules.length === 0) return emphasised(texts.noVisitRules + nowSentence(subject));
  const next = nextDue(rules);
  const end =
    next !== null
      ? say.nextDue(subject.say(next.rule.title), next.dueOn)
      : rules.every(({ audit }) => audit.dueOn === null)
        ? say.noDeadline
        : '';
  return emphasised(pastSentence(subject) + nowSentence(subject) + end);
}

/** `plain **bold** plain`, as the sentences mark the day that matters. */
function emphasised(text: string): Run[] {
  return text
    .split('**')
    .map((part, index): Run => (index % 2 === 1 ? { text: part, bold: true } : { text: part }))
    .filter((run) => run.text !== '');
}

/** The breach first and whole; deviations on an accepted reading in one sentence; what stayed within its limit last. */
function pastSentence({ texts, rules, say }: Subject): string {
  const figures = rules.map((judged) => figuresOf(judged, say(judged.rule.title)));
  const closed = figures.filter((figure) => figure.closed > 0);
  const late = closed.filter((figure) => figure.late > 0);
  if (closed.length === 0) return texts.sentences.noneClosed;
  if (late.length === 0) return texts.sentences.allMet(closed);
  const law = late.filter(({ reading }) => !reading);
  const readings = late.filter(({ reading }) => reading);
  const within = closed.filter((figure) => figure.late === 0 && !figure.reading);
  return [
    ...law.map((figure) => texts.sentences.late(figure)),
    ...(readings.length > 0 ? [texts.sentences.lateReadings(readings, law.length > 0)] : []),
    ...(law.length === 0 && within.length > 0 ? [texts.sentences.within(within)] : []),
  ].join('');
}

function figuresOf({ rule, audit, intervals }: JudgedRule, title: string): RuleFigures {
  const gaps = audit.gaps.filter(({ to }) => to !== null);
  const longest = gaps.reduce<Gap | null>(
    (worst, gap) => (worst === null || gap.daysLate > worst.daysLate ? gap : worst),
    null,
  );
  const { interval, confidence } = versionAt(rule, longest?.from ?? intervals.at(-1)?.from ?? null);
  return {
    rule: title,
    limit: interval,
    closed: audit.met + audit.late,
    late: audit.late,
    daysLate: gaps.reduce((sum, gap) => sum + gap.daysLate, 0),
    longest,
    reading: confidence === 'reading',
  };
}

/** Each overdue rule with the day it was due and by how much it is over. */
function nowSentence({ texts, evidence, rules, others, say }: Subject): string {
  const overdue = rules.flatMap(({ rule, audit, intervals }): OverdueFigures[] => {
    const running = intervals.findLast(({ to }) => to === null);
    if (audit.status !== 'overdue' || audit.dueOn === null || running === undefined) return [];
    const reading = versionAt(rule, running.from).confidence === 'reading';
    const { from, missed } = running;
    const [dueOn, days, tasks] = [audit.dueOn, audit.daysOverdue, visitTasksOf(rule)];
    return [{ rule: say(rule.title), from, dueOn, days, missed, tasks, reading }];
  });
  const unanswered = others.flatMap(({ rule, audit }) =>
    audit.status === 'overdue' && audit.dueOn !== null
      ? [[say(rule.title), audit.dueOn, audit.daysOverdue] as const]
      : [],
  );
  const visits = overdue.length === 0 ? '' : texts.sentences.overdue(evidence.asOf, overdue);
  const inspections = unanswered.length === 0 ? '' : texts.inspections.overdue(unanswered);
  return visits + inspections === '' ? texts.sentences.noneOverdue(evidence.asOf) : visits + inspections;
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

const RULE_WIDTHS = {
  'zh-CN': [20, 46.5, 13, 9.5, 9.5, 12, 18, 18, 17.5],
  en: [17.1, 53.6, 16.6, 7.7, 8.6, 9.1, 16.7, 16.7, 17.9],
} as const;

function ruleTable({ texts, rules, say, locale }: Subject): TableBlock {
  const { rule, basis, limit, met, late, daysOut, lastDone, dueOn, status } = texts.ruleTable;
  return {
    kind: 'table',
    columns: [rule, basis, limit, met, late, daysOut, lastDone, dueOn, status].map((title, index) => ({
      title,
      width: RULE_WIDTHS[locale][index]!, // one width a column, above
      align: index >= 2 && index <= 5 ? 'right' : 'left',
    })),
    rowsFromTo: texts.rowsFromTo,
    rowContinued: texts.rowContinued,
    continued: texts.tableContinued,
    rows: rules.map((judged) => ({ cells: ruleCells(judged, texts, say, locale) })),
  };
}

function ruleCells(
  { rule, audit, intervals }: JudgedRule,
  texts: Subject['texts'],
  say: Subject['say'],
  locale: Subject['locale'],
): Cell[] {
  const plain = (text: string): Cell => ({ runs: [{ text }] });
  const figure = (count: number): Cell => ({
    runs: [count > 0 ? { text: String(count), bold: true } : { text: String(count) }],
  });
  const version = versionAt(rule, intervals.at(-1)?.from ?? null);
  const standsStill = audit.status === 'met' && audit.dueOn === null;
  return [
    plain(say(locale === 'en' ? rule.shortTitle : rule.title)),
    {
      runs: [
        { text: citation(version.legalBasis, locale) },
        { text: texts.confidence[version.confidence], tag: version.confidence },
      ],
    },
    plain(texts.limitShort(version.interval)),
    plain(String(audit.met)),
    figure(audit.late),
    figure(audit.daysOut),
    plain(audit.lastDone ?? '—'),
    plain(audit.dueOn ?? '—'),
    {
      runs: [{ text: standsStill ? texts.intervalStatus.noDeadline : texts.status[audit.status] }],
      mark: markOf({ status: audit.status, late: 0 }),
    },
  ];
}
