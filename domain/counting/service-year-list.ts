import { civilPartsOf } from '../calendar/civil-date';
import { addInterval, type Interval } from '../calendar/interval';
import { firstDayOfMonth, lastDayOfMonth, monthIndexOf } from '../calendar/month';
import { STILL_OUT } from '../service-clock/outages';
import { NO_DAY } from '../service-clock/packed-history';
import { judgedFrom } from './due-month-chain';
import { firstActIn, type CountingInput, type Obligation } from './obligation';

export interface ServiceYearTerms {
  readonly years: readonly number[];
  readonly thenEvery: boolean;
  /** Cadence after the list. */
  readonly interval: Interval;
  readonly earlyMonths: number;
  readonly beforeReturnAfter?: Interval;
}

/** Supervision inspections that passed, ascending: they set the due month; one in the due year takes the act's place. */
export interface Supervisions {
  readonly all: readonly number[];
  /** Those after an alteration: the years are counted from the last of them. */
  readonly alterations: readonly number[];
}

/**
 * Due in the listed years after acceptance, in the due month, which is the month of the latest supervision inspection
 * or of the act before return from a long outage. An act up to `earlyMonths` before the due month counts and moves
 * nothing. An outage of at least `beforeReturnAfter` asks for an act before the day of return and leaves the years alone.
 */
export function serviceYearList(
  input: CountingInput,
  terms: ServiceYearTerms,
  supervisions: Supervisions,
): Obligation[] {
  const { base, start, since } = input;
  if (base === NO_DAY) return [];
  const returns = returnsOf(input, terms.beforeReturnAfter);
  const restarts = returns.flatMap(({ answeredOn }) => (answeredOn === NO_DAY ? [] : [answeredOn]));
  const months = dueMonths(input, terms, supervisions, restarts);
  const from = Math.max(start, since);
  const obligations: Obligation[] = [];
  for (let i = 0; i < months.length; i++) {
    const month = months[i]!;
    const deadline = lastDayOfMonth(month);
    if (deadline < from) continue;
    obligations.push(demandOf(month, months[i - 1] ?? month - 12, months[i + 1], input, terms, supervisions));
  }
  return returns.length === 0 ? obligations : [...obligations, ...judgedFrom(returns, from)].sort(byDeadline);
}

function byDeadline(a: Obligation, b: Obligation): number {
  return a.deadline - b.deadline;
}

/** The demand of one due month; `next` = the due month after it. */
function demandOf(
  month: number,
  previous: number,
  next: number | undefined,
  { acts, asOf }: CountingInput,
  { earlyMonths }: ServiceYearTerms,
  { all }: Supervisions,
): Obligation {
  const opensOn = firstDayOfMonth(month - earlyMonths);
  const deadline = lastDayOfMonth(month);
  const through = next === undefined ? asOf : Math.min(asOf, firstDayOfMonth(next - earlyMonths) - 1);
  const inYear = firstActIn(all, firstDayOfMonth(month - (month % 12)), Math.min(through, deadline));
  const answeredOn = inYear === NO_DAY ? firstActIn(acts, opensOn, through) : inYear;
  return { anchor: lastDayOfMonth(previous), opensOn, dueOn: deadline, deadline, answeredOn };
}

const MOST_YEARS = 200;

/** Month indices in which the act is due, the first that opens after `asOf` included. */
function dueMonths(
  { base, asOf }: CountingInput,
  { years, thenEvery, interval, earlyMonths }: ServiceYearTerms,
  { all, alterations }: Supervisions,
  restarts: readonly number[],
): number[] {
  const months: number[] = [];
  const after = monthIndexOf(asOf) + earlyMonths;
  const origins = [base, ...alterations.filter((day) => day > base)];
  const step = interval.unit === 'year' ? interval.count : Math.max(1, Math.round(interval.count / 12));
  for (let i = 0; i < origins.length; i++) {
    const origin = origins[i]!;
    const originYear = civilPartsOf(origin).year;
    const until = i + 1 < origins.length ? monthIndexOf(origins[i + 1]!) : Infinity;
    let [setter, dueMonth] = [NO_DAY, 0];
    for (let n = 0, year = years[0] ?? MOST_YEARS; year < MOST_YEARS; n++) {
      const january = (originYear + year) * 12;
      const setBy = setterOf(origin, all, restarts, january);
      if (setBy !== setter) [setter, dueMonth] = [setBy, civilPartsOf(setBy).month - 1];
      const month = january + dueMonth;
      if (month >= until) break;
      months.push(month);
      if (month > after) return months;
      const listed = years[n + 1];
      if (listed === undefined && !thenEvery) break;
      year = listed ?? year + step;
    }
  }
  return months;
}

/** The day whose month is the due month: the latest of those that set it before the year in question. */
function setterOf(origin: number, all: readonly number[], restarts: readonly number[], january: number): number {
  if (all.length === 0 && restarts.length === 0) return origin;
  const before = firstDayOfMonth(january);
  let latest = origin;
  for (const day of all) if (day < before && day > latest) latest = day;
  for (const day of restarts) if (day < before && day > latest) latest = day;
  return latest;
}

/** Demands before the return from a long outage. */
function returnsOf({ acts, outages, asOf }: CountingInput, after: Interval | undefined): Obligation[] {
  const found: Obligation[] = [];
  for (let i = 0; after !== undefined && i < outages.length; i += 2) {
    const from = outages[i]!;
    const to = outages[i + 1]!;
    if (to === STILL_OUT || to > asOf || to < addInterval(from, after)) continue;
    const act = firstActIn(acts, from, asOf);
    found.push({ anchor: from, opensOn: from, dueOn: to, deadline: to, answeredOn: act });
  }
  return found;
}
