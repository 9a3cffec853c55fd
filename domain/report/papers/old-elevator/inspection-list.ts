import { traceIntervals, type TracedInterval } from '../../../audit/interval-trace';
import { toEpochDay } from '../../../calendar/civil-date';
import type { Inspection } from '../../../inspection/inspection';
import { standing } from '../../../record/dossier';
import { VALUE_NAMES } from '../../texts/field-names';
import type { Block, Cell } from '../../model';
import { paragraph, plain, plainTable, type Ledger } from './tables';
import { ON_THE_BAR } from './timeline';

/** Those of the period and the last of each kind, newest first, each with the day by which its rule asked for it. */
export function inspectionList({ subject, words }: Ledger): Block[] {
  const { evidence, say, locale, texts } = subject;
  const { period, asOf, pack, dossier } = evidence;
  const known = standing(dossier.inspections)
    .filter(({ date }) => date <= asOf)
    .sort((a, b) => (a.date < b.date ? 1 : Number(a.date > b.date) * -1));
  const isLast = ({ kind }: Inspection, place: number): boolean =>
    known.findIndex((one) => one.kind === kind) === place;
  const answered = answeredBy(subject);
  const rows = known
    .filter((one, place) => one.date >= period.from || ON_THE_BAR.has(one.kind) || isLast(one, place))
    .map((one) => {
      const { date, kind, result, reportNo, by, validUntil } = one;
      const named = pack.inspections.find(({ id }) => id === kind);
      const demand = answered(one);
      return {
        cells: [
          plain(date),
          plain(named === undefined ? kind : say(named.title)),
          {
            runs: [{ text: VALUE_NAMES[locale][result] ?? result }],
            mark: result === 'fail' ? ('late' as const) : ('met' as const),
          },
          plain(
            [reportNo ?? '', validUntil === undefined ? '' : words.validUntil(validUntil)]
              .filter((part) => part !== '')
              .join(texts.clauseSeparator),
          ),
          plain(by ?? ''),
          plain(demand?.deadline ?? ''),
          inTimeCell(words, demand),
        ],
      };
    });
  if (rows.length === 0) return [paragraph(words.noInspection)];
  return [plainTable(subject, words.inspection, WIDTHS[locale], rows)];
}

const WIDTHS = { 'zh-CN': [18.5, 29, 17.5, 22.5, 37, 18.5, 21], en: [18.5, 30, 16.5, 23, 37, 18.5, 20.5] } as const;

function inTimeCell(words: Ledger['words'], demand: TracedInterval | undefined): Cell {
  if (demand === undefined || demand.deadline === null) return plain('');
  // with more than one deadline between two records it is records that lack, at least
  if (demand.missed > 1) return plain(words.unrecorded(demand.missed));
  return plain(demand.state === 'late' ? words.daysLate(demand.daysLate) : words.inTime);
}

/** The demand that an inspection closed. A failed one closes none; one beside another of its demand neither. */
function answeredBy({ others, history, window }: Ledger['subject']): (one: Inspection) => TracedInterval | undefined {
  const wholeLife = { ...window, from: -Infinity };
  const traced = others.map(({ rule, compiled }) => {
    const all = traceIntervals(history, compiled, wholeLife);
    const afterGap = new Set(all.filter(({ missed }) => missed > 1).map(({ to }) => to));
    return { rule, closed: all.filter((one) => !(afterGap.has(one.from) && isDoubtful(one))) };
  });
  return ({ kind, date, result }) =>
    result === 'fail'
      ? undefined
      : traced
          .filter(({ rule }) => rule.satisfiedBy.includes(kind))
          .flatMap(({ closed }) => closed.filter(({ to }) => to === date))[0];
}

const HALF_A_YEAR = 183;

/**
 * The first inspection after a gap in the records is counted for a demand of the gap. Where the next deadline came soon
 * after it, it may as well have been the one for that deadline: then nothing is said to be late.
 */
function isDoubtful({ from, deadline, state }: TracedInterval): boolean {
  return state === 'late' && deadline !== null && toEpochDay(deadline) - toEpochDay(from) < HALF_A_YEAR;
}
