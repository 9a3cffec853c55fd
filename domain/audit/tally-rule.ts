import { intervalAt, readDeadline, versionIndexAt, type CompiledRule } from '../service-clock/compiled-rule';
import { limitDays, missedDeadlines } from '../service-clock/limit';
import { nthServiceDayAfter, serviceDaysIn } from '../service-clock/outages';
import { clockStart, NO_DAY, serviceDaysOf, type PackedHistory } from '../service-clock/packed-history';
import { clearTally, type AuditWindow, type FailureSink, type GapSink, type RuleTally } from './tally';
import { tallyDemands } from './tally-demands';

/** Whether the elevator is in use on some day of the period. */
export function hasServiceDay(history: PackedHistory, { from, to }: AuditWindow): boolean {
  return serviceDaysOf(history, from - 1, to) > 0;
}

/**
 * Judges one rule. By the service clock (`formats.md` section 1) in one pass over the packed visits; by any other mode
 * from its demands. Writes the result into `tally`. `applicable` = the rule is for this elevator and the period has a
 * service day.
 */
export function tallyRule(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  applicable: boolean,
  tally: RuleTally,
  onGap: GapSink | null,
  onFailure: FailureSink | null = null,
): void {
  if (rule.byServiceClock) tallyServiceClock(history, rule, window, applicable, tally, onGap);
  else tallyDemands(history, rule, window, applicable, tally, onGap, onFailure);
}

/** A rule that does not apply finds nothing: what was done last and what would be due are told, and no more. */
function tallyServiceClock(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  applicable: boolean,
  tally: RuleTally,
  onGap: GapSink | null,
): void {
  tallyIntervals(history, rule, window, tally, applicable ? onGap : null);
  if (applicable) return;
  const { lastDone, due, weight } = tally;
  clearTally(tally);
  [tally.status, tally.lastDone, tally.due, tally.weight] = ['not-applicable', lastDone, due, weight];
}

/** Intervals closed before the period are skipped: none of their days can lie in it. */
function tallyIntervals(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  tally: RuleTally,
  onGap: GapSink | null,
): void {
  const { visits } = history;
  const { taskMask, shortestDays } = rule;
  const start = clockStart(history);
  const end = firstAtOrAfter(visits, (window.asOf + 1) * 8);
  let index = firstAtOrAfter(visits, Math.max(window.from, start) * 8);
  let anchor = anchorBefore(visits, index, taskMask, start);
  let lastDone = anchor;
  if (anchor < start) anchor = start;

  clearTally(tally);
  for (; index < end; index++) {
    const packed = visits[index]!;
    if (((taskMask >> (packed & 7)) & 1) === 0) continue;
    const day = packed >> 3;
    lastDone = day;
    if (day === anchor) continue;
    if (day - anchor <= shortestDays) {
      if (day <= window.to) tally.met += 1;
    } else if (anchor !== NO_DAY) closeInterval(history, rule, window, anchor, day, tally, onGap);
    anchor = day;
  }
  tally.lastDone = lastDone;
  runningInterval(history, rule, window, anchor, tally, onGap);
}

/** First index whose packed visit is at least `bound`. */
function firstAtOrAfter(visits: Int32Array, bound: number): number {
  let low = 0;
  let high = visits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (visits[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Day of the last event before `index` that is not before the clock start; NO_DAY if there is none. */
function anchorBefore(visits: Int32Array, index: number, taskMask: number, start: number): number {
  for (let i = index - 1; i >= 0; i--) {
    const packed = visits[i]!;
    if (packed >> 3 < start) return NO_DAY;
    if (((taskMask >> (packed & 7)) & 1) === 1) return packed >> 3;
  }
  return NO_DAY;
}

function closeInterval(
  history: PackedHistory,
  rule: CompiledRule,
  { asOf, from, to }: AuditWindow,
  anchor: number,
  event: number,
  tally: RuleTally,
  onGap: GapSink | null,
): void {
  const { outages } = history;
  const interval = intervalAt(rule, anchor, history);
  const elapsed = serviceDaysIn(outages, anchor, event - 1);
  const limit = interval === null ? Infinity : limitDays(interval, anchor);
  const deadline = elapsed >= limit ? readDeadline(nthServiceDayAfter(outages, anchor, limit), rule, asOf) : null;
  if (interval === null || deadline === null) {
    if (event >= from && event <= to) tally.met += 1;
    return;
  }
  if (deadline >= to || event < from) return;
  const missed = missedDeadlines(interval, anchor, elapsed);
  const version = versionIndexAt(rule, anchor);
  const weight = rule.versions[version]?.weight ?? 'reading';
  tally.late += 1;
  if (weight === 'law') tally.lateByLaw += 1;
  tally.missed += missed;
  tally.daysOut += serviceDaysIn(outages, Math.max(deadline, from - 1), Math.min(event, to));
  onGap?.(anchor, event, deadline, serviceDaysIn(outages, deadline, event), missed, version, weight);
}

function runningInterval(
  history: PackedHistory,
  rule: CompiledRule,
  { asOf, from, to }: AuditWindow,
  anchor: number,
  tally: RuleTally,
  onGap: GapSink | null,
): void {
  const { outages } = history;
  const version = anchor === NO_DAY ? -1 : versionIndexAt(rule, anchor);
  const interval = anchor === NO_DAY ? null : intervalAt(rule, anchor, history);
  tally.weight = (rule.versions[version] ?? rule.versions.at(-1))?.weight ?? null;
  const deadline =
    interval === null
      ? null
      : readDeadline(nthServiceDayAfter(outages, anchor, limitDays(interval, anchor)), rule, asOf);
  tally.due = deadline ?? NO_DAY;
  if (anchor === NO_DAY || (deadline === null && asOf >= rule.unreadFrom)) tally.status = 'no-data';
  else if (deadline === null || deadline - asOf > rule.warnDays) tally.status = 'met';
  else tally.status = asOf <= deadline ? 'due-soon' : 'overdue';
  if (interval === null || deadline === null || asOf <= deadline) return;
  tally.overdue = true;
  tally.overdueByLaw = tally.weight === 'law';
  tally.daysOverdue = serviceDaysIn(outages, deadline, asOf);
  if (deadline >= to) return;
  const missed = missedDeadlines(interval, anchor, serviceDaysIn(outages, anchor, asOf - 1));
  tally.missed += missed;
  tally.daysOut += serviceDaysIn(outages, Math.max(deadline, from - 1), to);
  onGap?.(anchor, NO_DAY, deadline, tally.daysOverdue, missed, version, tally.weight ?? 'reading');
}
