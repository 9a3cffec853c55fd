import { lastAnsweringDay } from '../service-clock/acts';
import { versionIndexAt, type CompiledRule } from '../service-clock/compiled-rule';
import { baseDay, NO_DAY, serviceDaysOf, type PackedHistory } from '../service-clock/packed-history';
import { tallyFailures } from './failures';
import { demandsOf } from './obligations-of';
import { notShown } from './owed';
import { clearTally, type AuditWindow, type FailureSink, type GapSink, type RuleTally } from './tally';
import { spansOf, type Span } from './spans';
import type { Weight } from './verdict';

/**
 * Judges a rule that does not count by the service clock, in the same words: spans answered in time are met, late ones
 * are gaps, the running one gives the due day. `applicable` = the rule is for this elevator and the period has a service
 * day. A rule that inspections answer is left out in scope `maintenance`.
 */
export function tallyDemands(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  applicable: boolean,
  tally: RuleTally,
  onGap: GapSink | null,
  onFailure: FailureSink | null,
): void {
  clearTally(tally);
  tally.status = 'not-applicable';
  if (!applicable) return;
  const byInspections = rule.acts.inspections !== 0;
  tally.status = 'no-data';
  if (byInspections && window.scope === 'maintenance') return;
  if (byInspections) tallyFailures(history, rule, window, tally, onFailure);
  const unshown = byInspections ? notShown(history, rule, window.asOf) : null;
  if (unshown !== null && rule.owed?.by !== 'acceptance-grid') {
    tally.status = 'not-shown';
    tally.weight = unshown;
    tally.lastDone = lastAnsweringDay(rule, history, window.asOf);
  } else {
    tallySpans(history, rule, window, tally, onGap);
    if (unshown !== null && !tally.overdue) [tally.status, tally.weight] = ['not-shown', unshown];
  }
  if (window.asOf >= rule.unreadFrom) unread(tally);
  if (tally.failedOn !== NO_DAY) tally.status = 'failed';
}

function tallySpans(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  tally: RuleTally,
  onGap: GapSink | null,
): void {
  const { acts, answering } = rule;
  if (acts.inspections !== 0 && (answering.inspections & history.inspectionKinds) === 0) {
    tally.lastDone = lastAnsweringDay(rule, history, window.asOf);
    return; // nothing from which such a rule could start (`judgingStart`)
  }
  const demands = demandsOf(rule, history, window.asOf, window.from);
  tally.lastDone = demands.acts.at(-1) ?? NO_DAY;
  if (demands.start === NO_DAY) return;
  let asks = false;
  const seen: Seen = { through: window.from - 1, latest: NO_DAY, lateByLawUntil: NO_DAY };
  tally.status = 'met';
  const spans = spansOf(demands, history, window.asOf);
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!;
    const ends = span.to !== NO_DAY && (span.to > seen.latest || !isEndedBefore(spans, i));
    if (span.to === NO_DAY) {
      if (!asks) running(span, rule, window, tally);
      asks = true;
      if (span.late && weightOf(span, rule) === 'law') tally.overdueByLaw = true;
    } else if (ends && span.to >= window.from && span.to <= window.to) tally.met += span.met;
    if (span.late) gap(span, ends, rule, history, window, seen, tally, onGap);
    seen.latest = Math.max(seen.latest, span.to);
  }
  tally.weight ??= rule.versions[versionIndexAt(rule, window.asOf)]?.weight ?? null;
  // A list that has ended, and nothing of it in the period: the rule is no longer for this elevator.
  if (!asks && tally.met + tally.late + tally.cleared === 0 && isOfEndedList(rule, history, window))
    tally.status = 'not-applicable';
}

/** Whether what asks nothing is a list that asks nothing after its last year, of an elevator whose years are known. */
function isOfEndedList({ versions }: CompiledRule, history: PackedHistory, { asOf }: AuditWindow): boolean {
  const { counting, fromDay } = versions.at(-1)!;
  return counting.mode === 'service-year-list' && !counting.thenEvery && asOf >= fromDay && baseDay(history) !== NO_DAY;
}

/** Under a text that nobody has read nothing can be said, but for what was left open when it came. */
function unread(tally: RuleTally): void {
  if (tally.overdue || tally.status === 'not-shown') return;
  tally.status = 'no-data';
  tally.due = NO_DAY;
  tally.weight = null;
}

function running(span: Span, rule: CompiledRule, { asOf }: AuditWindow, tally: RuleTally): void {
  tally.weight = weightOf(span, rule);
  if (span.deadline === NO_DAY) return; // out of service, and nobody knows until when
  tally.due = span.deadline;
  tally.daysOverdue = span.daysLate;
  tally.overdue = span.late;
  if (span.late) tally.status = 'overdue';
  else if (span.deadline - asOf <= rule.warnDays) tally.status = 'due-soon';
}

function weightOf({ version, byReading }: Span, { versions }: CompiledRule): Weight | null {
  return byReading ? 'reading' : (versions[version]?.weight ?? null);
}

/** What two spans that one act closed, or that are open, share and is counted once: the interval, and days late. */
interface Seen {
  /** Days late up to this one have been counted. */
  through: number;
  /** The latest act that closed one. */
  latest: number;
  lateByLawUntil: number;
}

/** Whether the act that closed a span ended one before it: an act ends one interval. */
function isEndedBefore(spans: readonly Span[], index: number): boolean {
  const { to } = spans[index]!;
  for (let i = index - 1; i >= 0; i--) if (spans[i]!.to === to) return true;
  return false;
}

function gap(
  span: Span,
  ends: boolean,
  rule: CompiledRule,
  history: PackedHistory,
  { asOf, from, to }: AuditWindow,
  seen: Seen,
  tally: RuleTally,
  onGap: GapSink | null,
): void {
  const open = span.to === NO_DAY;
  const end = open ? asOf : span.to;
  if (span.deadline >= to || end < from) return;
  const weight = weightOf(span, rule) ?? 'reading';
  if (ends) tally.late += 1;
  if (!open && weight === 'law' && span.to !== seen.lateByLawUntil) {
    tally.lateByLaw += 1;
    seen.lateByLawUntil = span.to;
  }
  tally.missed += span.missed;
  const last = Math.min(end, to);
  tally.daysOut += serviceDaysOf(history, Math.max(span.deadline, seen.through), last);
  onGap?.(span.from, span.to, span.deadline, span.daysLate, span.missed, span.version, weight);
  seen.through = Math.max(seen.through, last);
}
