import { limitOfVersion } from '../../limit-of-version';
import { toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import type { TracedInterval } from '../../../audit/interval-trace';
import { remedyInBrief } from '../../../explain/remedy-sentence';
import { DEFAULT_LATE_DAYS } from '../../../headline/entry';
import { versionAt, visitTasksOf } from '../../../pack/rule-pack';
import type { Block, Cell, Column, Mark, Run, TableBlock } from '../../model';
import { endOf, type JudgedRule, type Subject } from '../../sections/subject';

const plain = (text: string): Cell => ({ runs: [{ text }] });

/** Every interval that touches the period, both ends with category and record number; tables 1 and 2. */
export function intervalBlocks(subject: Subject): Block[] {
  const { texts, say, rules, locale } = subject;
  const heading: Block = { kind: 'heading', text: texts.sections.intervals };
  const [first, ...longer] = rules;
  const rowsOf = (judged: JudgedRule): IntervalRow[] => judged.intervals.map((interval) => ({ judged, interval }));
  const longerRows = longer.flatMap(rowsOf);
  if (first === undefined || first.intervals.length + longerRows.length === 0)
    return [
      heading,
      {
        kind: 'paragraph',
        style: 'body',
        runs: [{ text: first === undefined ? texts.noVisitRules : texts.intervalNone }],
      },
    ];
  const title = texts.intervalTable(
    1,
    say(first.rule.title),
    limitOfVersion(versionAt(first.rule, null), texts.limit, subject.locale),
  );
  const hasLate = subject.evidence.dossier.visits.some((visit) => subject.entryOf('visits', visit).kind === 'late');
  const legend = hasLate ? subject.heads.lateLegend(subject.evidence.lateDays ?? DEFAULT_LATE_DAYS) : '';
  const note = [{ text: [texts.intervalNote, legend].filter((text) => text !== '').join(locale === 'en' ? ' ' : '') }];
  const main = table(subject, title, rowsOf(first), 'no');
  if (longerRows.length === 0) return [heading, { ...main, note }];
  return [heading, main, { ...table(subject, texts.intervalTableLonger(2), longerRows, 'rule'), note }];
}

interface IntervalRow {
  readonly judged: JudgedRule;
  readonly interval: TracedInterval;
}

const WIDTHS = {
  no: [6.5, 36, 37.2, 9, 12.5, 18.6, 19.9, 24.3],
  rule: [8.5, 34.5, 37.2, 9, 12.5, 18.6, 19.9, 23.8],
} as const;
const WIDTHS_EN = {
  no: [7, 41.4, 41.4, 9, 11, 17.2, 17.5, 19.5],
  rule: [16, 37.6, 37.6, 9, 10.9, 17.2, 17.4, 18.3],
} as const;
/** Date, category and record number below each other. */
const TABS = { no: [17.3, 24.2], rule: [17.3, 24.2] };
const TABS_EN = { no: [16.5, 32.5], rule: [16.5, 29.2] };

function table(subject: Subject, label: string, rows: readonly IntervalRow[], lead: 'no' | 'rule'): TableBlock {
  const { texts, locale } = subject;
  const words = texts.intervalColumns;
  const widths = (locale === 'en' ? WIDTHS_EN : WIDTHS)[lead];
  const titles = [
    words[lead],
    words.from,
    words.to,
    words.calendar,
    words.service,
    words.deadline,
    words.status,
    words.remedy,
  ];
  return {
    kind: 'table',
    caption: { label, continued: texts.continued(label), right: texts.rowCount(rows.length) },
    columns: titles.map((title, index): Column => ({
      title,
      width: widths[index]!,
      align: index === 3 || index === 4 || (index === 0 && lead === 'no') ? 'right' : 'left',
      ...(index === 1 || index === 2 ? { tabs: (locale === 'en' ? TABS_EN : TABS)[lead] } : {}),
    })),
    rowsFromTo: texts.rowsFromTo,
    rowContinued: texts.rowContinued,
    continued: texts.tableContinued,
    rows: rows.map((row, index) => {
      const late = row.interval.state === 'late' || row.interval.state === 'overdue';
      const first = lead === 'no' ? String(index + 1) : subject.say(row.judged.rule.shortTitle);
      const cells = [plain(first), ...intervalCells(subject, row, late)];
      return late ? { cells, late } : { cells };
    }),
  };
}

const MARKS: Readonly<Record<TracedInterval['state'], Mark>> = {
  met: 'met',
  late: 'lapsed',
  pending: 'due-soon',
  overdue: 'late',
};

/** Dates, days and finding are bold where the interval is late; category, record and remedy never. */
function intervalCells(subject: Subject, { judged, interval }: IntervalRow, late: boolean): Cell[] {
  const { rule } = judged;
  const { texts, judgedOn } = subject;
  const strong = (text: string): Run => (late ? { text, bold: true } : { text });
  const end = (day: CivilDate): Cell => {
    const { date, task, record, late: entered } = endOf(subject, rule, day);
    const mark: Run[] = entered === '' ? [] : [{ text: ` ${entered}`, whole: true }];
    return { runs: [strong(date), { text: `\t${task}${record === '' ? '' : `\t${record}`}` }, ...mark] };
  };
  const withoutDeadline = judged.endedOn === null ? texts.intervalStatus.noDeadline : texts.intervalStatus.ended;
  const left = interval.deadline === null ? null : toEpochDay(interval.deadline) - toEpochDay(judgedOn);
  const words = {
    met: texts.intervalStatus.met,
    late: texts.intervalStatus.late(interval.daysLate),
    overdue: texts.intervalStatus.overdue(interval.daysLate),
    pending: left === null ? withoutDeadline : texts.intervalStatus.left(left),
  };
  const open =
    interval.state === 'overdue' ? strong(texts.noVisit(visitTasksOf(rule))) : { text: texts.notYet(judgedOn) };
  return [
    end(interval.from),
    interval.to === null ? { runs: [open] } : end(interval.to),
    { runs: [strong(String(interval.calendarDays))] },
    { runs: [strong(String(interval.serviceDays))] },
    { runs: [strong(interval.deadline ?? '—')] },
    {
      runs: [strong(words[interval.state])],
      mark:
        interval.state === 'pending' && left === null
          ? 'not-applicable'
          : markOfInterval(interval, rule.warnDays, left),
    },
    plain(remedyOf(subject, judged, interval, late)),
  ];
}

/** A running interval shows the clock only when its deadline is near. */
function markOfInterval({ state }: TracedInterval, warnDays: number, left: number | null): Mark {
  return state === 'pending' && (left ?? 0) > warnDays ? 'met' : MARKS[state];
}

function remedyOf({ texts, locale }: Subject, judged: JudgedRule, interval: TracedInterval, late: boolean): string {
  const { from, to, deadline, state } = interval;
  const outDays = interval.calendarDays - interval.serviceDays;
  if (late && deadline !== null) return remedyInBrief(judged.remedyFor([{ from, to, deadline }]), locale);
  if (deadline !== null && state === 'pending' && outDays === 0) return texts.dueBy(deadline);
  return outDays > 0 ? texts.outageExcluded(outDays) : '';
}

/** Visits of the period that still stand, by date. */
export function visitsOfPeriod({ evidence }: Subject) {
  const { from, to } = evidence.period;
  return evidence.dossier.visits
    .filter(({ value, withdrawn }) => withdrawn !== true && value.date >= from && value.date <= to)
    .sort((a, b) => a.value.date.localeCompare(b.value.date));
}
