import { toEpochDay } from '../../calendar/civil-date';
import type { TracedInterval } from '../../audit/interval-trace';
import { recordNoOf } from '../../record/entry';
import { versionAt } from '../explain-rule';
import type { Block, Cell, Column, Mark, TableBlock } from '../model';
import { endOf, type JudgedRule, type Subject } from './subject';

const plain = (text: string): Cell => ({ runs: [{ text }] });

export function outageBlocks(subject: Subject): Block[] {
  const { texts, evidence } = subject;
  const { from, to } = evidence.period;
  const inPeriod = evidence.dossier.outages.filter(
    ({ value, withdrawn }) => withdrawn !== true && value.from <= to && (value.to === undefined || value.to > from),
  );
  const heading: Block = { kind: 'heading', text: texts.sections.outages };
  if (inPeriod.length === 0) return [heading, { kind: 'paragraph', style: 'body', runs: [{ text: texts.outageNone }] }];
  const columns = texts.outageColumns;
  const end = evidence.asOf;
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { title: columns.from, width: 22, align: 'left' },
        { title: columns.to, width: 22, align: 'left' },
        { title: columns.days, width: 14, align: 'right' },
        { title: columns.reason, width: 86, align: 'left' },
        { title: columns.record, width: 20, align: 'right' },
      ],
      rowsFromTo: texts.rowsFromTo,
      rows: inPeriod.map(({ value, id }) => ({
        cells: [
          plain(value.from),
          plain(value.to ?? texts.outageOpen),
          plain(texts.days(toEpochDay(value.to ?? end) - toEpochDay(value.from) + (value.to === undefined ? 1 : 0))),
          plain(value.reason ?? texts.notRecorded),
          plain(recordNoOf(id)),
        ],
      })),
      note: [{ text: texts.outageNote }],
    },
  ];
}

export function intervalBlocks(subject: Subject): Block[] {
  const { texts, say, rules } = subject;
  const [first, ...longer] = rules;
  if (first === undefined) return [];
  const title = texts.intervalTable(1, say(first.rule.title), texts.limit(versionAt(first.rule, null).interval));
  const longerRows = longer.flatMap((judged) => judged.intervals.map((interval) => ({ judged, interval })));
  return [
    { kind: 'heading', text: texts.sections.intervals },
    table(
      subject,
      title,
      first.intervals.map((interval) => ({ judged: first, interval })),
      'no',
    ),
    { ...table(subject, texts.intervalTableLonger(2), longerRows, 'rule'), note: [{ text: texts.intervalNote }] },
  ];
}

interface IntervalRow {
  readonly judged: JudgedRule;
  readonly interval: TracedInterval;
}

const WIDTHS = { no: [7, 38, 38, 11, 12, 19, 17, 22], rule: [14, 36, 36, 10, 12, 19, 16, 21] } as const;
const WIDTHS_EN = { no: [8, 38, 38, 10, 12, 19, 18, 21], rule: [17, 36, 36, 9, 12, 19, 16, 19] } as const;

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
    })),
    rowsFromTo: texts.rowsFromTo,
    rows: rows.map((row, index) => {
      const late = row.interval.state === 'late' || row.interval.state === 'overdue';
      const first = lead === 'no' ? String(index + 1) : subject.say(row.judged.rule.shortTitle);
      const cells = [plain(first), ...intervalCells(subject, row)];
      return late ? { cells: cells.map(bold), late: true as const } : { cells };
    }),
  };
}

const bold = (cell: Cell): Cell => ({ ...cell, runs: cell.runs.map((run) => ({ ...run, bold: true as const })) });

const MARKS: Readonly<Record<TracedInterval['state'], Mark>> = {
  met: 'met',
  late: 'lapsed',
  pending: 'due-soon',
  overdue: 'late',
};

function intervalCells(subject: Subject, { judged: { rule }, interval }: IntervalRow): Cell[] {
  const { texts, evidence } = subject;
  const { intervalStatus: status } = texts;
  const from = endOf(subject, rule, interval.from);
  const spaced = ({ date, task, record }: typeof from): string =>
    [date, task, record].filter((part) => part !== '').join('  ');
  const closing =
    interval.to === null
      ? interval.state === 'overdue'
        ? texts.noVisit
        : texts.notYet(evidence.asOf)
      : spaced(endOf(subject, rule, interval.to));
  const left = interval.deadline === null ? null : toEpochDay(interval.deadline) - toEpochDay(evidence.asOf);
  const words = {
    met: status.met,
    late: status.late(interval.daysLate),
    overdue: status.overdue(interval.daysLate),
    pending: left === null ? status.noDeadline : status.left(left),
  };
  const outDays = interval.calendarDays - interval.serviceDays;
  const late = interval.state === 'late' || interval.state === 'overdue';
  const remedy =
    interval.deadline !== null && (late || (interval.state === 'pending' && outDays === 0))
      ? texts.remedyShort(interval.deadline)
      : outDays > 0
        ? texts.outageExcluded(outDays)
        : '';
  return [
    plain(spaced(from)),
    plain(closing),
    plain(String(interval.calendarDays)),
    plain(String(interval.serviceDays)),
    plain(interval.deadline ?? '—'),
    {
      runs: [{ text: words[interval.state] }],
      mark: interval.state === 'pending' && left === null ? 'not-applicable' : MARKS[interval.state],
    },
    plain(remedy),
  ];
}

/** Visits of the period that still stand, by date. */
export function visitsOfPeriod({ evidence }: Subject) {
  const { from, to } = evidence.period;
  return evidence.dossier.visits
    .filter(({ value, withdrawn }) => withdrawn !== true && value.date >= from && value.date <= to)
    .sort((a, b) => a.value.date.localeCompare(b.value.date));
}
