import type { RuleVersion } from '../../../domain/pack/rule-pack';
import type { Deed } from './acts';
import { dayOf, monthOf, plus, yearOf, type Day } from './days';
import type { Question } from './question';

/** First day of TSG T7001-2023; only alterations inspected under it begin the years anew. */
const T7001_2023 = dayOf('2023-04-02');

export interface ServiceYears {
  /** Calendar year of service year 0. */
  readonly zero: number;
  /** Month of the year, 0–11, in which acts are due. */
  readonly month: number;
}

export const isSupervision = ({ act }: Deed): boolean => act.startsWith('supervision');
const isInspection = (deed: Deed): boolean => deed.act === 'periodic' || isSupervision(deed);

export interface LongOutage {
  readonly from: Day;
  readonly to: Day;
}

/** Outages, joined where they touch, that lasted at least the length after which an inspection precedes return. */
export function longOutages({ pack, history, service }: Question): LongOutage[] {
  const lengths = pack.rules.flatMap(({ versions }) =>
    versions.flatMap(({ counting }) =>
      counting.mode === 'service-year-list' && counting.beforeReturnAfter !== undefined
        ? [counting.beforeReturnAfter]
        : [],
    ),
  );
  const least = lengths[0];
  if (least === undefined) return [];
  const begun = history.inServiceOn === undefined ? -Infinity : dayOf(history.inServiceOn);
  const found = history.outages.flatMap(({ from }) => {
    let start = dayOf(from);
    if (service.on(start)) return [];
    while (!service.on(start - 1) && start - 1 >= Math.max(begun, dayOf(from) - 20_000)) start -= 1;
    const to = service.orReturn(start);
    return to === null || to < plus(start, least) ? [] : [{ from: start, to }];
  });
  return found.filter(({ from }, i) => found.findIndex((other) => other.from === from) === i);
}

/** From when years are counted and in which month they are due, as the acts up to a day leave it. */
export function serviceYearsAt(question: Question, day: Day): ServiceYears | null {
  const { history, deeds } = question;
  const passed = deeds.filter((deed) => deed.result === 'pass' && deed.day <= day);
  const alteration = passed.findLast(({ act, day: on }) => act === 'supervision-alteration' && on >= T7001_2023);
  const begun = history.acceptedOn ?? history.inServiceOn;
  const accepted = begun === undefined ? null : dayOf(begun);
  const base = alteration?.day ?? accepted;
  if (base === null) return null;
  const restarts = longOutages(question).flatMap(({ from, to }) => {
    const within = passed.findLast((deed) => isInspection(deed) && deed.day >= from && deed.day <= to);
    const after = passed.find((deed) => isInspection(deed) && deed.day > to);
    return within ?? after ?? [];
  });
  const moved = [...passed.filter(isSupervision), ...restarts].map((deed) => deed.day).filter((on) => on >= base);
  return { zero: yearOf(base), month: monthOf(Math.max(base, ...moved)) % 12 };
}

/** Whether an act is asked for in the service year `k`. */
export function isListed(k: number, { counting, interval }: RuleVersion): boolean {
  if (counting.mode !== 'service-year-list') return false;
  const last = Math.max(...counting.years);
  if (k <= last) return counting.years.includes(k);
  const step = interval.unit === 'year' ? interval.count : interval.count / 12;
  return counting.thenEvery && (k - last) % step === 0;
}
