import type { CallOut } from '../callout/callout';
import type { Arrival } from './judge-arrival';

export interface JudgedCallOut {
  readonly callOut: CallOut;
  readonly arrival: Arrival;
}

/** What a set of calls adds up to. */
export interface CallOutFigures {
  readonly calls: number;
  readonly faults: number;
  readonly entrapments: number;
  readonly injured: number;
  readonly late: number;
  readonly undecided: number;
  /** Minutes to arrival at entrapments; null without one on record. The median of an even number is the lower middle. */
  readonly medianArrival: number | null;
  readonly longestArrival: number | null;
  /** Calls by cause class, most frequent first; those without one under ''. */
  readonly causes: readonly (readonly [cause: string, calls: number])[];
}

/** The calls of one month, of one elevator or of a fleet. */
export interface MonthFigures extends CallOutFigures {
  /** `yyyy-mm` of the report. */
  readonly month: string;
}

/** First and last month, `yyyy-mm`. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

/** The span of so many months that ends with `to`. */
export function monthsEnding(to: string, months: number): MonthSpan {
  const first = Number(to.slice(0, 4)) * 12 + Number(to.slice(5)) - months;
  return { from: monthName(first), to };
}

/** The calls that were reported within a span. */
export function callsWithin<T extends JudgedCallOut>(judged: readonly T[], { from, to }: MonthSpan): T[] {
  return judged.filter(({ callOut }) => from <= monthOf(callOut) && monthOf(callOut) <= to);
}

/** Figures of every month of the span, or from the first call to the last; months without calls included. */
export function monthlyFigures(judged: readonly JudgedCallOut[], span = extentOf(judged)): MonthFigures[] {
  if (span === null) return [];
  const byMonth = new Map<string, JudgedCallOut[]>();
  for (const one of callsWithin(judged, span)) {
    const list = byMonth.get(monthOf(one.callOut));
    if (list === undefined) byMonth.set(monthOf(one.callOut), [one]);
    else list.push(one);
  }
  const figures: MonthFigures[] = [];
  for (let month = span.from; month <= span.to; month = nextMonth(month))
    figures.push({ month, ...callOutFigures(byMonth.get(month) ?? []) });
  return figures;
}

export function callOutFigures(judged: readonly JudgedCallOut[]): CallOutFigures {
  const arrivals = judged
    .flatMap(({ arrival: { minutes } }) => (minutes === null ? [] : [minutes]))
    .sort((a, b) => a - b);
  const entrapments = judged.filter(({ callOut }) => callOut.kind === 'entrapment').length;
  const causes = new Map<string, number>();
  for (const { callOut } of judged) causes.set(callOut.cause ?? '', (causes.get(callOut.cause ?? '') ?? 0) + 1);
  return {
    calls: judged.length,
    faults: judged.length - entrapments,
    entrapments,
    injured: judged.reduce((sum, { callOut }) => sum + (callOut.injured ?? 0), 0),
    late: judged.filter(({ arrival }) => arrival.status === 'late').length,
    undecided: judged.filter(({ arrival }) => arrival.status === 'undecided').length,
    medianArrival: arrivals[(arrivals.length - 1) >> 1] ?? null,
    longestArrival: arrivals.at(-1) ?? null,
    causes: [...causes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  };
}

function extentOf(judged: readonly JudgedCallOut[]): MonthSpan | null {
  const months = judged.map(({ callOut }) => monthOf(callOut)).sort();
  const [from, to] = [months[0], months.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function monthOf({ reportedAt }: CallOut): string {
  return reportedAt.slice(0, 7);
}

function nextMonth(month: string): string {
  return monthName(Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
}

/** `yyyy-mm` of a month counted from January of year 0. */
function monthName(index: number): string {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}
