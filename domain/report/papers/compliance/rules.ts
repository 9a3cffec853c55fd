import { limitOfVersion } from '../../limit-of-version';
import type { Gap } from '../../../audit/verdict';
import { versionOfGap } from '../../../audit/version-of-gap';
import { remedyInBrief } from '../../../explain/remedy-sentence';
import { termsOf } from '../../../terms/terms-of';
import { toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import { markOf } from '../../explain-rule';
import type { Confidence } from '../../../pack/legal-basis';
import { visitTasksOf, type ScheduleRule } from '../../../pack/rule-pack';
import type { Block, Cell, Column, RuleBlock, Run } from '../../model';
import { citation, endOf, versionsOf, type JudgedRule, type Subject } from '../../sections/subject';

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
  const { rule, audit, version } = judged;
  const mark = markOf(audit);
  return {
    kind: 'rule',
    title: say(rule.title),
    limit: `${texts.ruleTable.limit}${locale === 'en' ? ' ' : ''}${limitOfVersion(version, texts.limit, locale)}`,
    mark,
    word: mark === 'lapsed' ? termsOf(locale).verdict.lapsed : texts.status[audit.status],
    basis: {
      label: texts.labels.basis,
      content: basisRuns(subject, judged),
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

/** Clause and what it asks, with its weight; where several wordings judged, each with the day from which it holds. */
function basisRuns({ texts, heads, say, locale }: Subject, judged: JudgedRule): Run[] {
  const versions = versionsOf(judged);
  return versions.flatMap(({ version: { legalBasis, effectiveFrom }, weight }): Run[] => {
    const { document, clause, says } = legalBasis;
    const since = versions.length === 1 ? '' : heads.inForceFrom(effectiveFrom);
    const basis =
      locale === 'en'
        ? `${since === '' ? '' : `${since}: `}${document.en}, ${clause.en}: ${says.en} `
        : `${since === '' ? '' : `${since}：`}${say(document)}${say(clause)}：${say(says)} `;
    return [{ text: basis }, { text: texts.confidence[weight], tag: weight }];
  });
}

function findingOf(
  { texts, judgedOn }: Subject,
  { rule, audit, intervals, endedOn }: JudgedRule,
  confidence: Confidence,
): string {
  const reading = confidence === 'reading';
  if (confidence === 'unverified') return texts.unverifiedFinding;
  if (audit.status === 'no-data') return texts.noDataFinding;
  if (audit.status === 'not-applicable') return texts.notApplicableFinding;
  const past = texts.ruleFinding(audit.late, audit.met, audit.weight === 'reading');
  const running = intervals.find(({ to }) => to === null);
  if (running === undefined) return past;
  const { from, deadline, state, daysLate, missed } = running;
  if (deadline === null)
    return past + (endedOn === null ? texts.pausedFinding(from) : texts.endedFinding(from, endedOn));
  return state === 'overdue'
    ? past + texts.overdueFinding({ from, dueOn: deadline, days: daysLate, missed, tasks: visitTasksOf(rule), reading })
    : past + texts.pendingFinding(from, deadline, toEpochDay(deadline) - toEpochDay(judgedOn));
}

function datesOf(subject: Subject, judged: JudgedRule): RuleBlock['dates'] {
  const { texts, locale } = subject;
  const { rule, audit, remedyFor } = judged;
  if (audit.gaps.length === 0) return null;
  const isMixed = versionsOf(judged).length > 1;
  /** Which of several wordings judged this gap. */
  const judgedBy = (gap: Gap): Run[] => {
    if (!isMixed) return [];
    const { legalBasis } = versionOfGap(rule, gap);
    return [{ text: ` ${citation(legalBasis, locale)}` }, { text: texts.confidence[gap.weight], tag: gap.weight }];
  };
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
    { runs: [{ text: remedyInBrief(remedyFor([gap]), locale) }, ...judgedBy(gap)] },
  ]);
  return { columns, rows };
}

/** Where nothing was late: the ends of the one interval, or how many there were and the longest of them. */
function datesUsed(subject: Subject, { rule, audit, intervals }: JudgedRule): string {
  const { texts, evidence, rules } = subject;
  if (audit.status === 'no-data' || audit.status === 'not-applicable') return texts.datesUsed.none;
  const closed = intervals.filter(({ to }) => to !== null && to <= evidence.period.to);
  const [first, last] = [closed[0], closed.at(-1)];
  const running = intervals.find(({ to }) => to === null);
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
