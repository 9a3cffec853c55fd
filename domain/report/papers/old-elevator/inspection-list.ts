import { traceIntervals, type TracedInterval } from '../../../audit/interval-trace';
import { toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import type { Inspection } from '../../../inspection/inspection';
import { standing } from '../../../record/dossier';
import { VALUE_NAMES } from '../../texts/field-names';
import { isFor } from '../../../service-clock/compiled-rule';
import type { Block } from '../../model';
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
  const demandOf = demandsAnswered(subject);
  const rows = known
    .filter((one, place) => one.date >= period.from || ON_THE_BAR.has(one.kind) || isLast(one, place))
    .map((one) => {
      const { date, kind, result, reportNo, by, validUntil } = one;
      const named = pack.inspections.find(({ id }) => id === kind);
      const demand = demandOf(one);
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
          plain(demand === null ? '' : timeliness(words, demand)),
        ],
      };
    });
  if (rows.length === 0) return [paragraph(words.noInspection)];
  return [plainTable(subject, words.inspection, WIDTHS[locale], rows)];
}

const WIDTHS = { 'zh-CN': [18.5, 29, 17.5, 22.5, 37, 18.5, 21], en: [18.5, 30, 16.5, 23, 37, 18.5, 20.5] } as const;

/** The demand that an inspection answered: when it was due, and what is to be said of it. */
interface Answered {
  readonly deadline: CivilDate | null;
  /** Service days. */
  readonly daysLate: number;
  /** Deadlines before it of which nothing is on record. */
  readonly unrecorded: number;
}

function timeliness(words: Ledger['words'], { daysLate, unrecorded }: Answered): string {
  if (unrecorded > 0) return words.unrecorded(unrecorded);
  return daysLate > 0 ? words.daysLate(daysLate) : words.inTime;
}

/** By the rule that asks for that kind of this elevator. A failed inspection answers nothing. */
function demandsAnswered({
  evidence,
  others,
  history,
  window,
}: Ledger['subject']): (one: Inspection) => Answered | null {
  const { elevator, inspections } = evidence.dossier;
  const failures = standing(inspections).filter(({ result }) => result === 'fail');
  const wholeLife = { ...window, from: -Infinity };
  const rules = others
    .filter(({ compiled }) => isFor(compiled, elevator.value))
    .map(({ rule, compiled, explanation: { task } }) => {
      const spans = traceIntervals(history, compiled, wholeLife);
      const failed = failures.filter(({ kind }) => rule.satisfiedBy.includes(kind)).map(({ date }) => date);
      return { task, spans: spans.filter(({ deadline }) => deadline !== null), failed };
    });
  return ({ kind, date, result }) => {
    if (result === 'fail') return null;
    const own = rules.find(({ task, spans }) => task === kind && spans.some(({ to }) => to === date));
    return own === undefined ? null : answeredOn(date, own.spans, own.failed);
  };
}

/**
 * An act may end a late demand and answer the next one in time. The late one counts where the records show that nobody
 * passed in between. Where records are missing before it, nobody knows which demand an act answered: then it is only
 * said how many deadlines nothing is known of, and the first deadline after such a gap is nobody's lateness.
 */
function answeredOn(date: CivilDate, spans: readonly TracedInterval[], failed: readonly CivilDate[]): Answered | null {
  const ended = spans.filter(({ to }) => to === date);
  const late = ended.find(({ state }) => state === 'late');
  const inTime = ended.findLast(({ state }) => state === 'met');
  const kept: Answered | null = inTime === undefined ? null : { deadline: inTime.deadline, daysLate: 0, unrecorded: 0 };
  if (late === undefined) return kept;
  const lateBy: Answered = { deadline: late.deadline, daysLate: late.daysLate, unrecorded: 0 };
  if (failed.some((day) => day > late.from && day < date)) return lateBy;
  if (late.missed > 1) return { deadline: inTime?.deadline ?? late.deadline, daysLate: 0, unrecorded: late.missed };
  const isAfterGap = spans.some(({ to, missed }) => to === late.from && missed > 1);
  return isAfterGap && comesSoon(late) ? kept : lateBy;
}

const HALF_A_YEAR = 183;

/** A deadline so soon after an act that the act may as well have been made for it. */
function comesSoon({ from, deadline }: TracedInterval): boolean {
  return deadline !== null && toEpochDay(deadline) - toEpochDay(from) < HALF_A_YEAR;
}
