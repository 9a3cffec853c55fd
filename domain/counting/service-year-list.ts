import { civilPartsOf } from '../calendar/civil-date';
import { addInterval, type Interval } from '../calendar/interval';
import { firstDayOfMonth, lastDayOfMonth } from '../calendar/month';
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
  const { base, asOf, start } = input;
  if (base === NO_DAY) return [];
  const returns = returnsOf(input, terms.beforeReturnAfter);
  const due = dueMonths(input, terms, supervisions, returns);
  const listed = due.map((month, index): Obligation => {
    const opensOn = firstDayOfMonth(month - terms.earlyMonths);
    const next = due[index + 1];
    const through = Math.min(asOf, next === undefined ? asOf : firstDayOfMonth(next - terms.earlyMonths) - 1);
    const inYear = firstActIn(
      supervisions.all,
      firstDayOfMonth(month - (month % 12)),
      Math.min(through, lastDayOfMonth(month)),
    );
    const act = firstActIn(input.acts, opensOn, through);
    const deadline = lastDayOfMonth(month);
    const anchor = lastDayOfMonth(due[index - 1] ?? month - 12);
    return { anchor, opensOn, dueOn: deadline, deadline, answeredOn: inYear === NO_DAY ? act : inYear };
  });
  return judgedFrom([...listed, ...returns], start).sort((a, b) => a.deadline - b.deadline);
}

/** Month indices in which the act is due, the first after `asOf` included. */
function dueMonths(
  { base, asOf }: CountingInput,
  { years, thenEvery, interval, earlyMonths }: ServiceYearTerms,
  { all, alterations }: Supervisions,
  returns: readonly Obligation[],
): number[] {
  const setters = [...all, ...returns.flatMap(({ answeredOn }) => (answeredOn === NO_DAY ? [] : [answeredOn]))];
  const months: number[] = [];
  const origins = [base, ...alterations.filter((day) => day > base)];
  for (const [index, origin] of origins.entries()) {
    const until = origins[index + 1] ?? Infinity;
    for (const year of serviceYears(years, thenEvery, interval)) {
      const target = civilPartsOf(origin).year + year;
      const setter = latestBefore([origin, ...setters], firstDayOfMonth(target * 12));
      const month = target * 12 + civilPartsOf(setter).month - 1;
      if (firstDayOfMonth(month) >= until) break;
      months.push(month);
      if (firstDayOfMonth(month - earlyMonths) > asOf) return months;
    }
  }
  return months;
}

function* serviceYears(listed: readonly number[], thenEvery: boolean, { count, unit }: Interval): Generator<number> {
  yield* listed;
  const step = unit === 'year' ? count : Math.max(1, Math.round(count / 12));
  if (thenEvery) for (let year = listed.at(-1)! + step; year < 200; year += step) yield year;
}

function latestBefore(days: readonly number[], bound: number): number {
  return days.reduce((latest, day) => (day < bound && day > latest ? day : latest), days[0]!);
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
