import { toCivilDate, type CivilDate } from '../calendar/civil-date';
import { intervalAt, readDeadline, versionIndexAt, type CompiledRule } from '../service-clock/compiled-rule';
import { limitDays, missedDeadlines } from '../service-clock/limit';
import { nthServiceDayAfter, serviceDaysIn } from '../service-clock/outages';
import { clockStart, dayOfPacked, NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import { demandsOf, demandsThroughHoles, type Demands } from './obligations-of';
import { spansOf } from './spans';
import type { AuditWindow } from './tally';

export type IntervalState = 'met' | 'late' | 'pending' | 'overdue';

/** One interval of the service clock with all its numbers; what tables and strips show. */
export interface TracedInterval {
  readonly from: CivilDate;
  /** True when the interval starts at the clock start and no visit was made that day. */
  readonly fromClockStart: boolean;
  readonly to: CivilDate | null;
  readonly deadline: CivilDate | null;
  readonly state: IntervalState;
  /** Civil days from `from` to `to` (or to `asOf`). */
  readonly calendarDays: number;
  /** Service days in `(from, to]` (or `(from, asOf]`). */
  readonly serviceDays: number;
  /** `T(a)`; null when no version limits the interval. */
  readonly limitDays: number | null;
  readonly daysLate: number;
  readonly missed: number;
  /** First day of the version that judges it, as a gap has it; undefined where none does. */
  readonly version: CivilDate | null | undefined;
}

/** The interval that still runs, of several left open the one that fell due first; null = none. */
export function runningOf(intervals: readonly TracedInterval[]): TracedInterval | null {
  return intervals.find(({ to }) => to === null) ?? null;
}

/**
 * All intervals of one rule up to `asOf`, by date, that touch the period: those with some day of `[from, to]` between
 * their anchor and their closing day (or `asOf`). A superset of the intervals that the audit counts for the period.
 */
export function traceIntervals(history: PackedHistory, rule: CompiledRule, window: AuditWindow): TracedInterval[] {
  if (!rule.byServiceClock) return traceDemands(history, rule, window);
  return traceServiceClock(history, rule, window);
}

function traceServiceClock(history: PackedHistory, rule: CompiledRule, window: AuditWindow): TracedInterval[] {
  const traced: TracedInterval[] = [];
  const start = clockStart(history);
  let anchor = start;
  let visited = false;
  for (const packed of history.visits) {
    const day = dayOfPacked(packed);
    if (day > window.asOf) break;
    if (day < start || ((rule.taskMask >> (packed & 7)) & 1) === 0) continue;
    if (anchor !== NO_DAY && day > anchor && day >= window.from && anchor <= window.to)
      traced.push(closed(history, rule, { anchor, event: day, asOf: window.asOf }, !visited));
    anchor = day;
    visited = true;
  }
  if (anchor !== NO_DAY && anchor <= window.to) traced.push(running(history, rule, anchor, window.asOf, !visited));
  return traced;
}

function closed(
  history: PackedHistory,
  rule: CompiledRule,
  { anchor, event, asOf }: { readonly anchor: number; readonly event: number; readonly asOf: number },
  fromClockStart: boolean,
) {
  const { interval, limit, deadline } = limitOf(history, rule, anchor, asOf);
  const late = deadline !== null && event > deadline;
  return traced(history, anchor, event, {
    version: versionOf(rule, versionIndexAt(rule, anchor)),
    fromClockStart,
    to: toCivilDate(event),
    deadline,
    limit,
    state: late ? 'late' : 'met',
    missed:
      late && interval !== null
        ? missedDeadlines(interval, anchor, serviceDaysIn(history.outages, anchor, event - 1))
        : 0,
  });
}

function running(history: PackedHistory, rule: CompiledRule, anchor: number, asOf: number, fromClockStart: boolean) {
  const { interval, limit, deadline } = limitOf(history, rule, anchor, asOf);
  const overdue = deadline !== null && asOf > deadline;
  return traced(history, anchor, asOf, {
    version: versionOf(rule, versionIndexAt(rule, anchor)),
    fromClockStart,
    to: null,
    deadline,
    limit,
    state: overdue ? 'overdue' : 'pending',
    missed:
      overdue && interval !== null
        ? missedDeadlines(interval, anchor, serviceDaysIn(history.outages, anchor, asOf - 1))
        : 0,
  });
}

function limitOf(history: PackedHistory, rule: CompiledRule, anchor: number, asOf: number) {
  const interval = intervalAt(rule, anchor, history);
  const limit = interval === null ? null : limitDays(interval, anchor);
  const deadline = limit === null ? null : readDeadline(nthServiceDayAfter(history.outages, anchor, limit), rule, asOf);
  return { interval, limit, deadline };
}

/** All intervals since the first act on record, through holes in the records about which an audit says nothing. */
export function traceThroughHoles(history: PackedHistory, rule: CompiledRule, window: AuditWindow): TracedInterval[] {
  if (rule.byServiceClock) return traceServiceClock(history, rule, window);
  return tracedSpans(rule, demandsThroughHoles(rule, history, window.asOf), history, window);
}

/** The spans of a rule that counts by another mode, in the same words. */
function traceDemands(history: PackedHistory, rule: CompiledRule, window: AuditWindow): TracedInterval[] {
  return tracedSpans(rule, demandsOf(rule, history, window.asOf), history, window);
}

function tracedSpans(
  rule: CompiledRule,
  demands: Demands,
  history: PackedHistory,
  window: AuditWindow,
): TracedInterval[] {
  const { outages } = history;
  return spansOf(demands, history, window.asOf)
    .filter(({ from, to }) => from <= window.to && (to === NO_DAY ? window.asOf : to) >= window.from)
    .map((span): TracedInterval => {
      const end = span.to === NO_DAY ? window.asOf : span.to;
      return {
        from: toCivilDate(span.from),
        fromClockStart: !span.afterAct,
        to: span.to === NO_DAY ? null : toCivilDate(span.to),
        deadline: span.deadline === NO_DAY ? null : toCivilDate(span.deadline),
        state: span.to === NO_DAY ? (span.late ? 'overdue' : 'pending') : span.late ? 'late' : 'met',
        calendarDays: Math.max(0, end - span.from),
        serviceDays: serviceDaysIn(outages, span.from, end),
        limitDays: span.deadline === NO_DAY ? null : span.deadline - span.from,
        daysLate: span.daysLate,
        missed: span.missed,
        version: versionOf(rule, span.version),
      };
    });
}

interface Closing {
  readonly fromClockStart: boolean;
  readonly to: CivilDate | null;
  readonly deadline: number | null;
  readonly limit: number | null;
  readonly state: IntervalState;
  readonly missed: number;
  readonly version: CivilDate | null | undefined;
}

function versionOf({ versions }: CompiledRule, index: number): CivilDate | null | undefined {
  const fromDay = versions[index]?.fromDay;
  if (fromDay === undefined) return undefined;
  return fromDay === NO_DAY ? null : toCivilDate(fromDay);
}

function traced({ outages }: PackedHistory, anchor: number, end: number, closing: Closing): TracedInterval {
  const pastDue = closing.deadline !== null && end > closing.deadline;
  return {
    from: toCivilDate(anchor),
    fromClockStart: closing.fromClockStart,
    to: closing.to,
    deadline: closing.deadline === null ? null : toCivilDate(closing.deadline),
    state: closing.state,
    calendarDays: Math.max(0, end - anchor),
    serviceDays: serviceDaysIn(outages, anchor, end),
    limitDays: closing.limit,
    daysLate: pastDue ? serviceDaysIn(outages, closing.deadline, end) : 0,
    missed: closing.missed,
    version: closing.version,
  };
}
