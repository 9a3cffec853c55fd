import { toCivilDate, toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import type { Outage } from '../../../elevator/elevator';
import type { Recorded } from '../../../record/dossier';
import { recordNoOf } from '../../../record/record-id';
import type { Block, Cell } from '../../model';
import { lateWords } from '../../sections/entries';
import { overlaps, type Subject } from '../../sections/subject';

const plain = (text: string): Cell => ({ runs: [{ text }] });

/** The outages of the period and those planned after it, the days each took out, and what it did to the first rule's deadline. */
export function outageBlocks(subject: Subject): Block[] {
  const { texts, evidence } = subject;
  const { period, asOf } = evidence;
  const inPeriod = evidence.dossier.outages.filter(
    ({ value: { from, to }, withdrawn }) => withdrawn !== true && (from > asOf || overlaps(period, from, to)),
  );
  const heading: Block = { kind: 'heading', text: texts.sections.outages };
  if (inPeriod.length === 0) return [heading, { kind: 'paragraph', style: 'body', runs: [{ text: texts.outageNone }] }];
  const { from, to, days, reason, effect, record } = texts.outageColumns;
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { title: from, width: 18.5, align: 'left' },
        { title: to, width: 18.5, align: 'left' },
        { title: days, width: 14, align: 'right' },
        { title: reason, width: 28, align: 'left' },
        { title: effect, width: 68, align: 'left' },
        { title: record, width: 17, align: 'right' },
      ],
      rowsFromTo: texts.rowsFromTo,
      rowContinued: texts.rowContinued,
      continued: texts.tableContinued,
      rows: inPeriod.map((outage) => ({
        cells: [
          plain(outage.value.from > asOf ? texts.outagePlanned(outage.value.from) : outage.value.from),
          plain(outage.value.to ?? texts.outageOpen),
          plain(texts.days(daysOut(outage.value, subject.judgedOn))),
          plain(reasonOf(subject, outage)),
          plain(effectOf(subject, outage.value)),
          plain(recordNoOf(outage.id)),
        ],
      })),
      note: [{ text: texts.outageNote }],
    },
  ];
}

/** Its reason, and by how much it was entered late. */
function reasonOf({ texts, entryOf, locale }: Subject, outage: Recorded<Outage>): string {
  const late = lateWords(entryOf('outages', outage), locale);
  return [outage.value.reason ?? texts.notRecorded, late].filter((text) => text !== '').join(texts.clauseSeparator);
}

/** Days out so far: one that is still open or ends later is counted through the as-of day, a planned one not yet. */
function daysOut({ from, to }: Outage, asOf: CivilDate): number {
  const end = Math.min(toEpochDay(to ?? asOf) + (to === undefined ? 1 : 0), toEpochDay(asOf) + 1);
  return Math.max(0, end - toEpochDay(from));
}

/** What the outage did to the deadlines of the shortest rule, interval by interval. */
function effectOf(subject: Subject, outage: Outage): string {
  const { texts, rules, say } = subject;
  const judged = rules[0];
  if (judged === undefined) return texts.outageEffect.none;
  const title = say(judged.rule.shortTitle);
  const paused: CivilDate[] = [];
  const moved = judged.intervals.flatMap(({ from, to, deadline, limitDays, daysLate }): string[] => {
    if (limitDays === null || (outage.to !== undefined && outage.to <= from)) return [];
    const plainDeadline = toCivilDate(toEpochDay(from) + limitDays);
    if (deadline === null) {
      if (judged.endedOn === null) paused.push(from);
      return [];
    }
    const reached = outage.from <= deadline && outage.from <= (to ?? deadline);
    return reached && deadline > plainDeadline
      ? [texts.outageEffect.moved(title, plainDeadline, deadline, to, daysLate)]
      : [];
  });
  const words = paused.length === 0 ? moved : [...moved, texts.outageEffect.paused(title, paused)];
  return words.length === 0 ? texts.outageEffect.none : words.join(texts.clauseSeparator);
}
