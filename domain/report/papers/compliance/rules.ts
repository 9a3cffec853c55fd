import { toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import { markOf } from '../../explain-rule';
import { versionAt, visitTasksOf, type Confidence, type ScheduleRule } from '../../../pack/rule-pack';
import type { Block, Cell, Column, RuleBlock } from '../../model';
import { endOf, type JudgedRule, type Subject } from '../../sections/subject';

export function ruleBlocks(subject: Subject): Block[] {
  const { texts, evidence } = subject;
  const intro = subject.rules.length === 0 ? texts.noVisitRules : texts.rulesIntro(evidence.pack.zone);
  return [
    { kind: 'heading', text: texts.sections.rules },
    { kind: 'paragraph', style: 'body', runs: [{ text: intro }] },
    ...subject.rules.map((judged) => ruleBlock(subject, judged)),
  ];
}

function ruleBlock(subject: Subject, judged: JudgedRule): RuleBlock {
  const { texts, say, locale } = subject;
  const { rule, audit, intervals } = judged;
  const version = versionAt(rule, intervals.at(-1)?.from ?? null);
  const { document, clause, says } = version.legalBasis;
  const basis =
    locale === 'en' ? `${document.en}, ${clause.en}: ${says.en} ` : `${say(document)}${say(clause)}：${say(says)} `;
  const mark = markOf(audit);
  return {
    kind: 'rule',
    title: say(rule.title),
    limit: `${texts.ruleTable.limit}${locale === 'en' ? ' ' : ''}${texts.limit(version.interval)}`,
    mark,
    word: mark === 'lapsed' ? (locale === 'en' ? 'lapsed' : '曾有超期') : texts.status[audit.status],
    basis: {
      label: texts.labels.basis,
      content: [{ text: basis }, { text: texts.confidence[version.confidence], tag: version.confidence }],
    },
    finding: {
      label: texts.labels.finding,
      content: [{ text: findingOf(subject, judged, version.confidence) }],
    },
    datesLabel: texts.labels.dates,
    dates: datesOf(subject, judged),
    datesUsed: [{ text: datesUsed(subject, judged) }],
    remedy:
      audit.gaps.length === 0 && (audit.status === 'met' || audit.status === 'due-soon')
        ? { label: texts.labels.remedy, content: [{ text: texts.remedyNone }] }
        : null,
  };
}

function findingOf(
  { texts, evidence }: Subject,
  { rule, audit, intervals }: JudgedRule,
  confidence: Confidence,
): string {
  const reading = confidence === 'reading';
  if (confidence === 'unverified') return texts.unverifiedFinding;
  if (audit.status === 'no-data') return texts.noDataFinding;
  if (audit.status === 'not-applicable') return texts.notApplicableFinding;
  const past = texts.ruleFinding(audit.late, audit.met, reading);
  const running = intervals.findLast(({ to }) => to === null);
  if (running === undefined) return past;
  const { from, deadline, state, daysLate, missed } = running;
  if (deadline === null) return past + texts.pausedFinding(from);
  return state === 'overdue'
    ? past + texts.overdueFinding({ from, dueOn: deadline, days: daysLate, missed, tasks: visitTasksOf(rule), reading })
    : past + texts.pendingFinding(from, deadline, toEpochDay(deadline) - toEpochDay(evidence.asOf));
}

function datesOf(subject: Subject, { rule, audit }: JudgedRule): RuleBlock['dates'] {
  const { texts, locale } = subject;
  if (audit.gaps.length === 0) return null;
  const widths = locale === 'en' ? [30.7, 30.7, 16.6, 8.6, 29.4] : [24.4, 23, 16.6, 11.3, 40.2];
  const titles = [
    texts.dateColumns.from,
    texts.dateColumns.to,
    texts.dateColumns.deadline,
    texts.dateColumns.late,
    texts.dateColumns.remedy,
  ];
  const columns = titles.map((title, index): Column => ({
    title,
    width: widths[index]!,
    align: index === 3 ? 'right' : 'left',
  }));
  const end = (day: CivilDate | null): Cell => {
    if (day === null) return { runs: [{ text: texts.noVisit(visitTasksOf(rule)) }] };
    const { date, task } = endOf(subject, rule, day);
    return { runs: [{ text: `${date} ${task}` }] };
  };
  const rows = audit.gaps.map((gap): Cell[] => [
    end(gap.from),
    end(gap.to),
    { runs: [{ text: gap.deadline }] },
    { runs: [{ text: texts.days(gap.daysLate), bold: true }] },
    { runs: [{ text: texts.remedy(gap.deadline, visitTasksOf(rule)) }] },
  ]);
  return { columns, rows };
}

/** Where nothing was late: the ends of the one interval, or how many there were and the longest of them. */
function datesUsed(subject: Subject, { rule, audit, intervals }: JudgedRule): string {
  const { texts, evidence, rules } = subject;
  if (audit.status === 'no-data' || audit.status === 'not-applicable') return texts.datesUsed.none;
  const closed = intervals.filter(({ to }) => to !== null && to <= evidence.period.to);
  const [first, last] = [closed[0], closed.at(-1)];
  const running = intervals.findLast(({ to }) => to === null);
  if (first === undefined || last === undefined || last.to === null)
    return running === undefined ? texts.datesUsed.none : texts.datesUsed.running(named(subject, rule, running.from));
  const [from, to] = [named(subject, rule, first.from), named(subject, rule, last.to)];
  if (closed.length === 1) return texts.datesUsed.one(from, to, first.deadline, first.calendarDays - first.serviceDays);
  const longest = Math.max(...closed.map(({ serviceDays }) => serviceDays));
  return texts.datesUsed.many(from, to, closed.length, longest, rules[0]?.rule === rule ? 1 : 2);
}

function named(subject: Subject, rule: ScheduleRule, day: CivilDate): string {
  const { date, task } = endOf(subject, rule, day);
  return subject.locale === 'en' ? `${date} (${task})` : `${date}（${task}）`;
}
