import type { RuleVersion } from '../../../domain/pack/rule-pack';
import type { Deed } from './acts';
import { dayOf, firstOf, plus, type Day } from './days';
import type { Question } from './question';

/** First day of TSG T7001-2023; only alterations inspected under it begin the years anew. */
const T7001_2023 = dayOf('2023-04-02');

export const isSupervision = ({ act }: Deed): boolean => act.startsWith('supervision');
const isInspection = (deed: Deed): boolean => deed.act === 'periodic' || isSupervision(deed);

export interface LongOutage {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Outages, joined where they touch, that lasted at least the length after which an inspection precedes return; before
 * the start of service there is nothing to return to.
 */
export function longOutages({ pack, history }: Question): LongOutage[] {
  const lengths = pack.rules.flatMap(({ versions }) =>
    versions.flatMap(({ counting }) =>
      counting.mode === 'service-year-list' && counting.beforeReturnAfter !== undefined
        ? [counting.beforeReturnAfter]
        : [],
    ),
  );
  const least = lengths[0];
  if (least === undefined) return [];
  const spans = history.outages.map(({ from, to }) => ({
    from: dayOf(from),
    to: to === undefined ? Infinity : dayOf(to),
  }));
  const joined: LongOutage[] = [];
  for (const { from, to } of spans.filter((span) => span.from < span.to).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || from > last.to) joined.push({ from, to });
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  const ended = history.endedOn === undefined ? Infinity : dayOf(history.endedOn);
  const begun = history.inServiceOn === undefined ? -Infinity : dayOf(history.inServiceOn);
  return joined.filter(({ from, to }) => to > begun && to < ended && to >= plus(from, least));
}

/** Days from which years are counted: acceptance, else the start of service, and every alteration under T7001-2023. */
export function originsOf({ history, deeds }: Question): readonly Day[] {
  const begun = history.acceptedOn ?? history.inServiceOn;
  if (begun === undefined) return [];
  const base = dayOf(begun);
  const altered = deeds.filter(
    ({ act, result, day }) => act === 'supervision-alteration' && result === 'pass' && day >= T7001_2023 && day > base,
  );
  return [base, ...new Set(altered.map(({ day }) => day))];
}

/** Inspections before return from long outages: the last while it lasted, else the first after it. */
export function restartsOf(question: Question): readonly Day[] {
  const passed = question.deeds.filter((deed) => deed.result === 'pass' && isInspection(deed));
  return longOutages(question).flatMap(({ from, to }) => {
    const within = passed.findLast(({ day }) => day >= from && day <= to);
    return (within ?? passed.find(({ day }) => day > to))?.day ?? [];
  });
}

/** The day whose month is due in a year: that of the latest supervision inspection or restart before it. */
export function setterBefore(question: Question, origin: Day, year: number): Day {
  const supervised = question.deeds
    .filter((deed) => deed.result === 'pass' && isSupervision(deed))
    .map(({ day }) => day);
  return Math.max(origin, ...[...supervised, ...restartsOf(question)].filter((day) => day < firstOf(year * 12)));
}

/** Whether an act is asked for in the service year `k`. */
export function isListed(k: number, { counting, interval }: RuleVersion): boolean {
  if (counting.mode !== 'service-year-list') return false;
  const last = Math.max(...counting.years);
  if (k <= last) return counting.years.includes(k);
  const step = interval.unit === 'year' ? interval.count : interval.count / 12;
  return counting.thenEvery && (k - last) % step === 0;
}
