import { toEpochDay } from '../calendar/civil-date';
import { traceIntervals, type TracedInterval } from '../audit/interval-trace';
import type { AuditWindow } from '../audit/tally';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { dayOfPacked, NO_DAY, taskOfPacked, type PackedHistory } from '../service-clock/packed-history';
import { serviceDaysIn, STILL_OUT } from '../service-clock/outages';
import type { Task } from '../visit/visit';

export interface StripVisit {
  readonly day: number;
  readonly task: Task;
  /** Days by which it was entered late, where it was. */
  readonly lateBy?: number;
}

/** Days are epoch days. A band runs from the anchor's day to its deadline; a gap over the days after it. */
export interface StripInterval {
  readonly anchor: number;
  /** Last day of the lawful window inside the interval. */
  readonly bandTo: number;
  readonly deadline: number | null;
  /** Closing visit, or the as-of day, or the last of its life. */
  readonly end: number;
  readonly gap: { readonly from: number; readonly to: number; readonly days: number; readonly missed: number } | null;
  readonly running: boolean;
  readonly traced: TracedInterval;
}

export interface StripLane {
  readonly ruleId: string;
  readonly intervals: readonly StripInterval[];
  readonly visits: readonly StripVisit[];
}

/** The period of one elevator as a strip of visits against due windows: one lane a rule, the first rule on top. */
export interface StripModel {
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  readonly lanes: readonly StripLane[];
  /** Days out of service inside the period, `[from, to)`; without those after its life. */
  readonly outages: readonly StripSpan[];
  /** Days of the period after the end of its life; null = it goes on. */
  readonly ended: StripSpan | null;
}

export interface StripSpan {
  readonly from: number;
  readonly to: number;
  readonly days: number;
}

/** `lateOn`: the days of visits that were entered late, each with by how many days. */
export function composeStrip(
  history: PackedHistory,
  rules: readonly CompiledRule[],
  window: AuditWindow,
  lateOn: ReadonlyMap<number, number> = NONE_LATE,
): StripModel {
  return {
    from: window.from,
    to: window.to,
    asOf: window.asOf,
    lanes: rules.map((rule) => laneOf(history, rule, window, lateOn)),
    outages: outagesOf(history, window),
    ended: endedSpan(history, window),
  };
}

const NONE_LATE: ReadonlyMap<number, number> = new Map();

function laneOf(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  lateOn: ReadonlyMap<number, number>,
): StripLane {
  const visits: StripVisit[] = [];
  for (const packed of history.visits) {
    const day = dayOfPacked(packed);
    if (day >= window.from && day <= window.asOf && ((rule.taskMask >> (packed & 7)) & 1) === 1)
      visits.push(marked({ day, task: taskOfPacked(packed) }, lateOn.get(day)));
  }
  return {
    ruleId: rule.id,
    visits: longestPerDay(visits),
    intervals: traceIntervals(history, rule, window).map((traced) => intervalOf(history, traced, window)),
  };
}

function marked(visit: StripVisit, lateBy: number | undefined): StripVisit {
  return lateBy === undefined ? visit : { ...visit, lateBy };
}

/** Days of the strip on which a visit was done that was entered late, each with by how many days, oldest first. */
export function lateVisitsOf({ lanes }: Pick<StripModel, 'lanes'>): readonly (readonly [number, number])[] {
  const late = lanes.flatMap(({ visits }) =>
    visits.flatMap(({ day, lateBy }) => (lateBy === undefined ? [] : [[day, lateBy] as const])),
  );
  return [...new Map(late)].sort(([a], [b]) => a - b);
}

/** Packed visits are sorted by day, then by category: the last of a day is its longest. */
function longestPerDay(visits: readonly StripVisit[]): StripVisit[] {
  return visits.filter((visit, index) => visits[index + 1]?.day !== visit.day);
}

function intervalOf(
  { outages, endedDay }: PackedHistory,
  traced: TracedInterval,
  { asOf }: AuditWindow,
): StripInterval {
  const anchor = toEpochDay(traced.from);
  const deadline = traced.deadline === null ? null : toEpochDay(traced.deadline);
  const last = endedDay === NO_DAY ? asOf : Math.min(asOf, endedDay - 1);
  const end = traced.to === null ? Math.max(anchor, last) : toEpochDay(traced.to);
  const late = deadline !== null && end > deadline;
  return {
    anchor,
    deadline,
    end,
    bandTo: late ? deadline : end,
    running: traced.to === null,
    gap: late
      ? { from: deadline + 1, to: end, days: serviceDaysIn(outages, deadline, end), missed: traced.missed }
      : null,
    traced,
  };
}

/** The end of its life stands among the outages of a history, for its clock; nobody is told that it is out of service. */
function endedSpan({ endedDay }: PackedHistory, { from, to }: AuditWindow): StripSpan | null {
  if (endedDay === NO_DAY || endedDay > to) return null;
  const start = Math.max(endedDay, from);
  return { from: start, to: to + 1, days: to + 1 - start };
}

function outagesOf({ outages, endedDay }: PackedHistory, { from, to }: AuditWindow): StripModel['outages'] {
  const found: { from: number; to: number; days: number }[] = [];
  for (let i = 0; i < outages.length; i += 2) {
    const start = Math.max(outages[i]!, from);
    const back = outages[i + 1]!;
    const last = endedDay === NO_DAY ? to + 1 : Math.min(endedDay, to + 1);
    const end = Math.min(back === STILL_OUT ? last : back, last);
    if (end > start) found.push({ from: start, to: end, days: end - start });
  }
  return found;
}

/** `[from, to]` without the days out of service and after its life: no clock runs there, so nothing is late. */
export function serviceSpans(
  { outages, ended }: Pick<StripModel, 'outages' | 'ended'>,
  from: number,
  to: number,
): [number, number][] {
  const spans: [number, number][] = [];
  let start = from;
  for (const outage of [...outages, ...(ended === null ? [] : [ended])]) {
    if (outage.to <= start || outage.from > to) continue;
    if (outage.from > start) spans.push([start, outage.from - 1]);
    start = Math.max(start, outage.to);
  }
  if (start <= to) spans.push([start, to]);
  return spans;
}
