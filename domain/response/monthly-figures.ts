import type { CallOut } from '../callout/callout';
import type { Arrival } from './judge-arrival';

export interface JudgedCallOut {
  readonly callOut: CallOut;
  readonly arrival: Arrival;
}

/** The calls of one month, of one elevator or of a fleet. */
export interface MonthFigures {
  /** `yyyy-mm` of the report. */
  readonly month: string;
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

/** Figures of every month from the first call to the last, months without calls included. */
export function monthlyFigures(judged: readonly JudgedCallOut[]): MonthFigures[] {
  const byMonth = new Map<string, JudgedCallOut[]>();
  for (const one of judged) {
    const month = one.callOut.reportedAt.slice(0, 7);
    const list = byMonth.get(month);
    if (list === undefined) byMonth.set(month, [one]);
    else list.push(one);
  }
  const months = [...byMonth.keys()].sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const figures: MonthFigures[] = [];
  for (let month = first; month <= last; month = nextMonth(month))
    figures.push(figuresOf(month, byMonth.get(month) ?? []));
  return figures;
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function figuresOf(month: string, judged: readonly JudgedCallOut[]): MonthFigures {
  const arrivals = judged
    .flatMap(({ arrival: { minutes } }) => (minutes === null ? [] : [minutes]))
    .sort((a, b) => a - b);
  const entrapments = judged.filter(({ callOut }) => callOut.kind === 'entrapment').length;
  const causes = new Map<string, number>();
  for (const { callOut } of judged) causes.set(callOut.cause ?? '', (causes.get(callOut.cause ?? '') ?? 0) + 1);
  return {
    month,
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
