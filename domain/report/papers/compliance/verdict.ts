import { onDemandOf } from '../../../explain/on-demand';
import { onDemandSentence } from '../../../explain/on-demand-sentence';
import { isUnread, unreadSentence } from '../../../explain/unread';
import { limitOfVersion } from '../../limit-of-version';
import { isOverdue } from '../../../audit/is-overdue';
import type { Gap, Verdict, Weight } from '../../../audit/verdict';
import { versionOfGap } from '../../../audit/version-of-gap';
import type { UseState } from '../../../headline/use';
import { standing } from '../../../record/dossier';
import { visitTasksOf } from '../../../pack/rule-pack';
import type { PackedHistory } from '../../../service-clock/packed-history';
import { emphasised } from '../../emphasised';
import { markOf } from '../../explain-rule';
import type { Block, BlockOf, Cell, Mark, TableBlock } from '../../model';
import type { LateInspection, OverdueFigures, OverdueInspection, RuleFigures } from '../../texts/report-texts';
import { saidFirst, saidLast, useBlock, useWord, verdictTitle } from '../../sections/headline';
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
  return [
    { kind: 'heading', text: subject.texts.sections.verdict },
    useBlock(subject),
    verdictBlock(subject),
    ...ruleTableBlocks(subject),
  ];
}

/** The verdict with its weight and every sentence that belongs to it. */
export function verdictBlock(subject: Subject): BlockOf<'verdict'> {
  const text = saidFirst(subject) + sentences(subject) + saidLast(subject);
  const mark = VERDICT_MARKS[subject.evidence.audit.verdict];
  return { kind: 'verdict', mark, title: verdictTitle(subject), runs: emphasised(text) };
}

/** The rules that ask for visits, with counts, days and state. */
export function ruleTableBlocks(subject: Subject): Block[] {
  if (subject.rules.length === 0) return [];
  return [ruleTable(subject), { kind: 'paragraph', style: 'note', runs: [{ text: subject.texts.ruleTableNote }] }];
}

/** What was counted, by how much it was late, what is overdue now, and the next due day in bold. */
function sentences(subject: Subject): string {
  const { texts, evidence, rules } = subject;
  const { sentences: say } = texts;
  if (evidence.audit.verdict === 'no-data') return say.noData;
  if (evidence.audit.verdict === 'not-applicable') {
    const outages = standing(evidence.dossier.outages).filter(({ from, to }) => overlaps(evidence.period, from, to));
    return say.notApplicable(outages, evidence.dossier.elevator.value.inServiceOn ?? null);
  }
  const past = rules.length === 0 ? texts.noVisitRules : pastSentence(subject);
  const next = rules.length === 0 ? '' : nextSentence(subject);
  return past + onDemandWords(subject) + lateInspections(subject) + nowSentence(subject) + next;
}

/** Where a permission judges, both counts stand beside the verdict that rests on it. */
function onDemandWords({ evidence, rules, history, window, locale }: Subject): string {
  const elevator = evidence.dossier.elevator.value;
  return rules
    .map((rule) => onDemandOf({ elevator, history, window, ...rule }))
    .map((one) => (one?.state === 'counts' ? `${onDemandSentence(one, locale)}${locale === 'en' ? '. ' : '。'}` : ''))
    .join('');
}

/** Of the rules that no visit answers, what an act of the period or later has ended. */
function lateInspections({ texts, rules, others, say }: Subject): string {
  const findings = others.flatMap(({ rule, explanation: { gaps } }) =>
    (['law', 'reading'] as const).flatMap((weight): LateInspection[] => {
      const closed = gaps.filter((gap) => gap.to !== null && gap.weight === weight);
      const [longest] = [...closed].sort((a, b) => b.daysLate - a.daysLate);
      if (longest === undefined) return [];
      const days = closed.reduce((sum, { daysLate }) => sum + daysLate, 0);
      return [{ rule: say(rule.title), late: closed.length, days, longest, reading: weight === 'reading' }];
    }),
  );
  return findings.length === 0
    ? ''
    : texts.inspections.late(
        findings,
        rules.some(({ audit }) => audit.late > 0),
      );
}

/** Nothing more is due of one that has reached the end of its life. */
function nextSentence({ texts, rules, say, headline, locale }: Subject): string {
  if (headline.use.state === 'retired') return '';
  const next = nextDue(rules);
  if (next !== null) return texts.sentences.nextDue(say(next.rule.title), next.dueOn);
  const unread = rules.find(({ audit, version }) => audit.status === 'no-data' && isUnread(version));
  if (unread !== undefined) return `${unreadSentence(unread.version, locale)}${locale === 'en' ? '. ' : '。'}`;
  return rules.every(({ audit }) => audit.dueOn === null) ? texts.sentences.noDeadline : '';
}

/** The breach first and whole; deviations on an accepted reading in one sentence; what stayed within its limit last. */
function pastSentence({ texts, rules, say, history }: Subject): string {
  const closed = rules.filter(({ audit }) => audit.met + audit.late > 0);
  if (closed.length === 0) return texts.sentences.noneClosed;
  const figures = (weight: Weight | null) =>
    closed.map((judged) => figuresOf(judged, history, say(judged.rule.title), weight)).filter(({ late }) => late > 0);
  const [law, readings] = [figures('law'), figures('reading')];
  const kept = closed
    .filter(({ audit }) => audit.late === 0)
    .map((one) => figuresOf(one, history, say(one.rule.title), null));
  if (law.length + readings.length === 0) return texts.sentences.allMet(kept);
  const within = kept.filter(({ reading }) => !reading);
  return [
    ...law.map((figure) => texts.sentences.late(figure)),
    ...(readings.length > 0 ? [texts.sentences.lateReadings(readings, law.length > 0)] : []),
    ...(law.length === 0 && within.length > 0 ? [texts.sentences.within(within)] : []),
  ].join('');
}

/** Of its gaps, those judged by a wording of that weight; a rule may have been judged by several. */
function figuresOf(
  { rule, audit, version }: JudgedRule,
  { permit }: PackedHistory,
  title: string,
  weight: Weight | null,
): RuleFigures {
  const gaps = audit.gaps.filter((gap) => gap.to !== null && gap.weight === weight);
  const longest = gaps.reduce<Gap | null>(
    (worst, gap) => (worst === null || gap.daysLate > worst.daysLate ? gap : worst),
    null,
  );
  const { interval, confidence, counting } = longest === null ? version : versionOfGap(rule, longest);
  return {
    rule: title,
    limit: interval,
    permitted: counting.onDemand === undefined || permit === null ? null : { count: permit.days, unit: 'day' },
    closed: audit.met + audit.late,
    late: gaps.length,
    daysLate: gaps.reduce((sum, gap) => sum + gap.daysLate, 0),
    longest,
    reading: confidence === 'reading',
  };
}

/** Each overdue rule with the day it was due and by how much it is over. */
function nowSentence({ texts, evidence, rules, others, say, judgedOn }: Subject): string {
  const overdue = rules.flatMap(({ rule, audit, intervals }): OverdueFigures[] => {
    const running = intervals.find(({ to }) => to === null);
    if (!isOverdue(audit) || audit.dueOn === null || running === undefined) return [];
    const reading = audit.weight === 'reading';
    const { from, missed } = running;
    const [dueOn, days, tasks] = [audit.dueOn, audit.daysOverdue, visitTasksOf(rule)];
    return [{ rule: say(rule.title), from, dueOn, days, missed, tasks, reading }];
  });
  const unanswered = others.flatMap(({ rule, audit }): OverdueInspection[] =>
    isOverdue(audit) && audit.dueOn !== null
      ? [
          {
            rule: say(rule.title),
            dueOn: audit.dueOn,
            days: audit.daysOverdue,
            reading: audit.weight === 'reading',
          },
        ]
      : [],
  );
  const visits = overdue.length === 0 ? '' : texts.sentences.overdue(judgedOn, overdue);
  const inspections = unanswered.length === 0 ? '' : texts.inspections.overdue(unanswered);
  if (visits + inspections !== '') return visits + inspections;
  const amiss = evidence.audit.rules.some(({ status }) => status === 'failed' || status === 'not-shown');
  return amiss ? '' : texts.sentences.noneOverdue(judgedOn);
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

function ruleTable(subject: Subject): TableBlock {
  const { texts, rules, locale } = subject;
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
    rows: rules.map((judged) => ({ cells: ruleCells(subject, judged) })),
  };
}

/** States in which no clock runs. */
const OUT: ReadonlySet<UseState> = new Set(['retired', 'out-of-use']);

function ruleCells(subject: Subject, { rule, audit, version }: JudgedRule): Cell[] {
  const { texts, say, locale } = subject;
  const plain = (text: string): Cell => ({ runs: [{ text }] });
  const figure = (count: number): Cell => ({
    runs: [count > 0 ? { text: String(count), bold: true } : { text: String(count) }],
  });
  const isOut = OUT.has(subject.headline.use.state);
  const standsStill = isOut && audit.status === 'met' && audit.dueOn === null;
  return [
    plain(say(locale === 'en' ? rule.shortTitle : rule.title)),
    {
      runs: [
        { text: citation(version.legalBasis, locale) },
        { text: texts.confidence[version.confidence], tag: version.confidence },
      ],
    },
    plain(limitOfVersion(version, texts.limitShort, locale)),
    plain(String(audit.met)),
    figure(audit.late),
    figure(audit.daysOut),
    plain(audit.lastDone ?? '—'),
    plain(audit.dueOn ?? '—'),
    {
      runs: [{ text: standsStill ? useWord(subject) : texts.status[audit.status] }],
      mark: standsStill ? 'not-applicable' : markOf({ status: audit.status, late: 0 }),
    },
  ];
}
