import { traceThroughHoles, type TracedInterval } from '../../../audit/interval-trace';
import { toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import type { Inspection } from '../../../inspection/inspection';
import { standing } from '../../../record/dossier';
import { VALUE_NAMES } from '../../texts/field-names';
import { isFor } from '../../../service-clock/compiled-rule';
import { serviceDaysIn, type MergedOutages } from '../../../service-clock/outages';
import type { Block } from '../../model';
import { paragraph, plain, plainTable, type Ledger } from './tables';
import { ON_THE_BAR } from './timeline';

/** Those of the period and the last of each kind, newest first, each with the day by which its rule asked for it. */
export function inspectionList(ledger: Ledger): Block[] {
  const { subject, words } = ledger;
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
          plain(demand === null ? '' : timeliness(ledger, demand)),
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
  readonly inTime: boolean;
  /** Service days. */
  readonly daysLate: number;
  /** Deadlines before it of which nothing is on record. */
  readonly unrecorded: number;
}

function timeliness({ words, subject }: Ledger, { inTime, daysLate, unrecorded }: Answered): string {
  const parts = [
    ...(inTime ? [words.inTime] : []),
    ...(daysLate > 0 ? [words.daysLate(daysLate)] : []),
    ...(unrecorded > 0 ? [words.unrecorded(unrecorded)] : []),
  ];
  return parts.join(subject.texts.clauseSeparator);
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
      const spans = traceThroughHoles(history, compiled, wholeLife);
      const failed = failures.filter(({ kind }) => rule.satisfiedBy.includes(kind)).map(({ date }) => date);
      return { task, spans: spans.filter(({ deadline }) => deadline !== null), failed };
    });
  return ({ kind, date, result }) => {
    if (result === 'fail') return null;
    const own = rules.find(({ task, spans }) => task === kind && spans.some(({ to }) => to === date));
    return own === undefined ? null : answeredOn(date, own, history.outages);
  };
}

/**
 * An act may end demands that nobody answered and answer the next one in time. It is called late only where the records
 * leave no doubt: a failure stands for every deadline missed, or there was one deadline, and the act answers no later
 * one. Otherwise it is said of how many deadlines nothing is on record, which is no lateness.
 */
function answeredOn(
  date: CivilDate,
  { spans, failed }: { readonly spans: readonly TracedInterval[]; readonly failed: readonly CivilDate[] },
  outages: MergedOutages,
): Answered | null {
  const inTime = inTimeOn(date, spans)?.deadline ?? null;
  const late = lateOn(date, spans).filter((one) => !(isGap(one.from, spans) && comesSoon(one)));
  const missed = missedIn(late);
  const [first] = late;
  if (first === undefined)
    return inTime === null ? null : { deadline: inTime, inTime: true, daysLate: 0, unrecorded: 0 };
  const { deadline, from } = first;
  const failures = failed.filter((day) => day > from && day < date).length;
  if (deadline !== null && (failures >= missed || (missed === 1 && inTime === null))) {
    const daysLate = serviceDaysIn(outages, toEpochDay(deadline), toEpochDay(date));
    return { deadline, inTime: false, daysLate, unrecorded: 0 };
  }
  return { deadline: inTime ?? deadline, inTime: inTime !== null, daysLate: 0, unrecorded: missed };
}

function inTimeOn(date: CivilDate, spans: readonly TracedInterval[]): TracedInterval | undefined {
  return spans.findLast(
    ({ to, state, deadline }) => to === date && state === 'met' && deadline !== null && deadline >= date,
  );
}

function lateOn(date: CivilDate, spans: readonly TracedInterval[]): TracedInterval[] {
  return spans.filter(({ to, state }) => to === date && state === 'late');
}

function missedIn(late: readonly TracedInterval[]): number {
  return late.reduce((sum, { missed }) => sum + missed, 0);
}

/** Whether records lack before this act, so that nobody knows which demand it answered. */
function isGap(date: CivilDate, spans: readonly TracedInterval[]): boolean {
  return missedIn(lateOn(date, spans)) > (inTimeOn(date, spans) === undefined ? 1 : 0);
}

const HALF_A_YEAR = 183;

/** A deadline so soon after an act that the act may as well have been made for it. */
function comesSoon({ from, deadline }: TracedInterval): boolean {
  return deadline !== null && toEpochDay(deadline) - toEpochDay(from) < HALF_A_YEAR;
}
