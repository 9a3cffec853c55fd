import { citationOf } from '../../../pack/citation';
import { asksForVisits, versionAt } from '../../../pack/rule-pack';
import { minutesOnSite } from '../../../reading/times';
import { termsOf } from '../../../terms/terms-of';
import { measuredTimes, toldTimes } from '../../../visit/times';
import { REPLACED_PARTS_COLUMN, type Visit } from '../../../visit/visit';
import type { FormCell, Run } from '../../model';
import { cell } from '../../sections/form-cell';
import { handLine } from '../../sections/hand-lines';
import type { RecordSubject } from './record-subject';
import { answeredTables, hazardsOf } from './visit-items';
import { visitLimits } from './visit-limits';
import type { VisitWords } from './visit-words';

type Row = readonly FormCell[];
type Subject = RecordSubject<Visit>;

/** Category with its clause, times, the limits before and after, and who was there. */
export function visitRows(subject: Subject, words: VisitWords): Row[] {
  const { record, texts } = subject;
  const { labels } = words;
  const { technicians } = record.value;
  const { closed, next } = visitLimits(subject.evidence, record.value);
  return [
    [cell(labels.task, taskRuns(subject, words)), cell(labels.times, timeWords(subject, words))],
    [
      cell(
        labels.last,
        ...(closed.length === 0
          ? [words.noLast]
          : closed.map(({ rule, interval: { from, fromClockStart, calendarDays, deadline, daysLate } }): Run[] => [
              {
                text: words.last(texts.tasks[rule.task as Visit['task']], from, fromClockStart, calendarDays, deadline),
              },
              ...(daysLate === 0 ? [] : [{ text: words.lastLate(daysLate), bold: true, accent: true } as const]),
            ])),
      ),
      cell(
        labels.next,
        next.length === 0
          ? words.noNext
          : next.flatMap(({ rule, deadline }, index): Run[] => [
              { text: words.next(texts.tasks[rule.task as Visit['task']], deadline), whole: true },
              ...(index === next.length - 1 ? [] : [{ text: texts.anySeparator }]),
            ]),
      ),
    ],
    [cell(labels.technicians, technicianRuns(technicians, words))],
  ];
}

function technicianRuns(technicians: readonly string[], words: VisitWords): Run[] {
  if (technicians.length === 0) return [{ text: words.noTechnician }];
  return [{ text: technicians.join(words.separator), bold: true }, { text: `\u3000${words.certificates}` }];
}

function taskRuns(subject: Subject, words: VisitWords): Run[] {
  const { evidence, record, texts, locale } = subject;
  const { task, date, checklist } = record.value;
  const rule = evidence.pack.rules.find((one) => asksForVisits(one) && one.task === task);
  const version = rule === undefined ? undefined : versionAt(rule, date);
  const tables = answeredTables(subject, words.separator);
  return [
    { text: texts.tasks[task], bold: true },
    ...(version === undefined
      ? []
      : [
          { text: `\u3000${citationOf(version.legalBasis, locale)} ` },
          { text: texts.confidence[version.confidence], tag: version.confidence },
        ]),
    ...(checklist === undefined ? [] : [{ text: ` ${words.answered(checklist.results.length, tables)}` }]),
  ];
}

/** A time that the program filled is told as about that time; how long it took is said of measured times alone. */
function timeWords({ record, locale }: Subject, words: VisitWords): string {
  const visit = record.value;
  const told = toldTimes(visit, termsOf(locale).about);
  const { startedAt, endedAt } = measuredTimes(visit);
  const minutes = startedAt === undefined || endedAt === undefined ? null : minutesOnSite(startedAt, endedAt);
  return [
    visit.date,
    told === '' ? words.noTimes : words.at(told),
    minutes === null ? '' : words.minutes(minutes),
    visit.filledTimes === undefined ? '' : words.filled,
  ].join('');
}

/** Parts, how the elevator was left, and everything else that the record says. */
export function remarkRows(subject: Subject, words: VisitWords): Row[] {
  const { labels } = words;
  const { note, extra = {} } = subject.record.value;
  const { [REPLACED_PARTS_COLUMN]: parts, ...columns } = extra;
  // In the order of canonical JSON: whoever lays it out again has the columns from there.
  const others = Object.keys(columns)
    .sort()
    .map((column) => `${column}${columnMark(subject)}${columns[column]!}`);
  const found = hazardsOf(subject, ({ itemId }) => itemId === undefined);
  return [
    [cell(labels.parts, parts ?? subject.words.notRecorded), cell(labels.leaving, handLine(words.leaving))],
    ...(found.length === 0
      ? []
      : [[cell(labels.hazards, ...found.map(({ no, state, what }) => words.hazard(no, state, what)))]]),
    ...(note === undefined ? [] : [[cell(subject.words.labels.note, note)]]),
    ...(others.length === 0 ? [] : [[cell(labels.otherColumns, ...others)]]),
  ];
}

function columnMark({ locale }: Subject): string {
  return locale === 'en' ? ': ' : '：';
}
