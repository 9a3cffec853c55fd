import { civilPartsOf, type CivilDate } from '../calendar/civil-date';
import { addInterval, type Interval } from '../calendar/interval';
import { firstDayOfMonth, lastDayOfMonth, monthIndexOf } from '../calendar/month';
import { STILL_OUT } from '../service-clock/outages';
import { NO_DAY } from '../service-clock/packed-history';
import { deadlineInService, firstActIn, type CountingInput, type Obligation } from './obligation';

export interface ServiceYearTerms {
  readonly years: readonly number[];
  readonly thenEvery: boolean;
  readonly earlyMonths: number;
  readonly beforeReturnAfter?: Interval;
  readonly alterationsFrom?: CivilDate;
}

/** Inspections that a list reads beside the acts that answer it; days ascending. */
export interface InspectionsBeside {
  /** Supervision inspections that passed: they set the due month; one in the due year takes the act's place. */
  readonly supervisions: readonly number[];
  /** Those after an alteration from which the years are counted anew. */
  readonly alterations: readonly number[];
  /** Of the rule in whose off years the list asks: its act in the due year takes the place, its restarts set the month. */
  readonly main: { readonly acts: readonly number[]; readonly beforeReturnAfter: Interval | undefined } | null;
}

/**
 * Due in the listed years after acceptance, in the due month, which is the month of the latest supervision inspection
 * or of the act before return from a long outage. An act up to `earlyMonths` before the due month counts and moves
 * nothing; so does an inspection of the same calendar year. After the list `interval` is the cadence. An outage of at
 * least `beforeReturnAfter` asks for an act before the day of return and leaves the years alone.
 */
export function serviceYearList(
  input: CountingInput,
  terms: ServiceYearTerms,
  { interval, fromDay }: { readonly interval: Interval; readonly fromDay: number },
  beside: InspectionsBeside,
): Obligation[] {
  const { base, start, since } = input;
  const from = Math.max(start, since);
  const returns = returnsOf(input, input.onRecord, terms.beforeReturnAfter);
  const asked = returns.filter((demand) => isJudged(demand, input, from));
  if (base === NO_DAY) return asked;
  const restarts = restartsOf(input, terms, beside, returns);
  const fromMonth = from === NO_DAY ? NO_DAY : monthIndexOf(from);
  const months = dueMonths(input, terms, { step: stepOf(interval), fromDay }, beside, restarts, fromMonth);
  const mayMove = input.outages.length > 0 || input.inServiceDay >= from;
  const inItsYear = beside.main?.acts ?? inOrder(beside.supervisions, restarts);
  const obligations: Obligation[] = [];
  for (let i = 0; i < months.length; i++) {
    const month = months[i]!;
    if (month < fromMonth && !(mayMove && isOpenOn(input, lastDayOfMonth(month), from))) continue;
    obligations.push(demandOf(month, months[i - 1] ?? month - 12, months[i + 1], input, terms, inItsYear));
  }
  return asked.length === 0 ? obligations : [...obligations, ...asked].sort(byDeadline);
}

/** Whether a demand before return ended since a day; one answered before judging starts asks for nothing more. */
function isJudged({ deadline, answeredOn }: Obligation, { acts }: CountingInput, from: number): boolean {
  return deadline >= from && (answeredOn === NO_DAY || acts.includes(answeredOn));
}

/** Whether a due date stood on a day, since it had moved to the return from an outage. */
function isOpenOn(input: CountingInput, due: number, day: number): boolean {
  return (deadlineInService(input, due) ?? STILL_OUT) >= day;
}

const NO_DAYS: readonly number[] = [];

/** Days of the acts before return from a long outage, of this list or of the rule beside it. */
function restartsOf(
  input: CountingInput,
  { beforeReturnAfter }: ServiceYearTerms,
  { main }: InspectionsBeside,
  returns: readonly Obligation[],
): readonly number[] {
  const asked =
    beforeReturnAfter !== undefined || main === null ? returns : returnsOf(input, main.acts, main.beforeReturnAfter);
  if (asked.length === 0) return NO_DAYS;
  return asked.flatMap(({ answeredOn }) => (answeredOn === NO_DAY ? NO_DAYS : [answeredOn]));
}

function inOrder(one: readonly number[], other: readonly number[]): readonly number[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other].sort((a, b) => a - b);
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
  inItsYear: readonly number[],
): Obligation {
  const opensOn = firstDayOfMonth(month - earlyMonths);
  const deadline = lastDayOfMonth(month);
  const through = next === undefined ? asOf : Math.min(asOf, firstDayOfMonth(next - earlyMonths) - 1);
  const inYear =
    inItsYear.length === 0
      ? NO_DAY
      : firstActIn(inItsYear, firstDayOfMonth(month - (month % 12)), Math.min(through, deadline));
  const act = firstActIn(acts, opensOn, through);
  const answeredOn = inYear === NO_DAY || (act !== NO_DAY && act < inYear) ? act : inYear;
  return { anchor: lastDayOfMonth(previous), opensOn, dueOn: deadline, deadline, answeredOn };
}

const MOST_YEARS = 200;

/**
 * Month indices in which the act is due: the last before `fromMonth`, those from then on, and the first that no act up
 * to `asOf` can have answered, not before the version begins. `fromMonth` = NO_DAY gives all.
 */
function dueMonths(
  { base, asOf }: CountingInput,
  { years, thenEvery, earlyMonths }: ServiceYearTerms,
  { step, fromDay }: { readonly step: number; readonly fromDay: number },
  { supervisions, alterations }: InspectionsBeside,
  restarts: readonly number[],
  fromMonth: number,
): number[] {
  const months: number[] = [];
  const now = monthIndexOf(asOf);
  const after = Math.max(now + earlyMonths, now - (now % 12) + 11); // an inspection of this year answers for all of it
  const origins = [base, ...alterations.filter((day) => day > base)];
  for (let i = 0; i < origins.length; i++) {
    const origin = origins[i]!;
    const originYear = civilPartsOf(origin).year;
    const until = i + 1 < origins.length ? monthIndexOf(origins[i + 1]!) : Infinity;
    const skipTo = Math.min(fromMonth, until); // a due month before it, and the next one too, is asked for by nobody
    let [setter, dueMonth] = [NO_DAY, 0];
    for (let n = 0, year = years[0] ?? MOST_YEARS; year < MOST_YEARS; n++) {
      const january = (originYear + year) * 12;
      const following = years[n + 1] ?? (thenEvery ? year + step : MOST_YEARS);
      if ((originYear + following) * 12 + 11 < skipTo) {
        year = following;
        continue;
      }
      const setBy = setterOf(origin, supervisions, restarts, january);
      if (setBy !== setter) [setter, dueMonth] = [setBy, civilPartsOf(setBy).month - 1];
      const month = january + dueMonth;
      if (month >= until) break;
      months.push(month);
      if (month > after && (asOf >= fromDay || lastDayOfMonth(month) >= fromDay)) return months;
      year = following;
    }
  }
  return months;
}

/** Years from one due year to the next after the list. */
function stepOf({ count, unit }: Interval): number {
  return unit === 'year' ? count : Math.max(1, Math.round(count / 12));
}

/** The day whose month is the due month: the latest of those that set it before the year in question. */
function setterOf(
  origin: number,
  supervisions: readonly number[],
  restarts: readonly number[],
  january: number,
): number {
  if (supervisions.length === 0 && restarts.length === 0) return origin;
  const before = firstDayOfMonth(january);
  let latest = origin;
  for (const day of supervisions) if (day < before && day > latest) latest = day;
  for (const day of restarts) if (day < before && day > latest) latest = day;
  return latest;
}

/**
 * Demands before the return from a long outage: the last act while it was out of service, else the first one after.
 * What ends before the start of service is no return to it: those days are no service days anyway.
 */
function returnsOf(
  { outages, inServiceDay, start, asOf }: CountingInput,
  acts: readonly number[],
  after: Interval | undefined,
): readonly Obligation[] {
  if (after === undefined || outages.length === 0) return NONE;
  const found: Obligation[] = [];
  for (let i = 0; i < outages.length; i += 2) {
    const from = outages[i]!;
    const to = outages[i + 1]!;
    if (to === STILL_OUT || to <= inServiceDay || to < addInterval(from, after)) continue;
    const before = acts.findLast((day) => day >= from && day <= to);
    const answeredOn = before ?? firstActIn(acts, to + 1, asOf);
    found.push({ anchor: Math.max(from, start), opensOn: from, dueOn: to, deadline: to, answeredOn });
  }
  return found;
}

const NONE: readonly Obligation[] = [];
