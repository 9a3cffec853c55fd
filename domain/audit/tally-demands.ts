import { lastActDay } from '../service-clock/acts';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { NO_DAY, serviceDaysOf, type PackedHistory } from '../service-clock/packed-history';
import { tallyFailures } from './failures';
import { demandsOf } from './obligations-of';
import { notShown } from './owed';
import { clearTally, type AuditWindow, type FailureSink, type GapSink, type RuleTally } from './rule-tally';
import { spansOf, type Span } from './spans';

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
    tally.lastDone = lastActDay(history, rule.acts, window.asOf);
  } else {
    tallySpans(history, rule, window, tally, onGap);
    if (unshown !== null && !tally.overdue) [tally.status, tally.weight] = ['not-shown', unshown];
  }
  if (tally.failedOn !== NO_DAY) tally.status = 'failed';
}

function tallySpans(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  tally: RuleTally,
  onGap: GapSink | null,
): void {
  const { acts } = rule;
  if (acts.inspections !== 0 && (acts.inspections & history.inspectionKinds) === 0) {
    tally.lastDone = lastActDay(history, acts, window.asOf);
    return; // nothing from which such a rule could start (`judgingStart`)
  }
  const demands = demandsOf(rule, history, window.asOf, window.from);
  tally.lastDone = demands.acts.at(-1) ?? NO_DAY;
  if (demands.start === NO_DAY) return;
  let asks = false;
  tally.status = 'met';
  for (const span of spansOf(demands, history, window.asOf)) {
    if (span.to === NO_DAY) {
      asks = true;
      running(span, rule, window, tally);
    } else if (span.to >= window.from && span.to <= window.to) tally.met += span.met;
    if (span.late) gap(span, rule, history, window, tally, onGap);
  }
  tally.weight ??= rule.versions.at(-1)?.weight ?? null;
  // A list that has ended, and nothing of it in the period: the rule is no longer for this elevator.
  if (!asks && tally.met + tally.late + tally.cleared === 0) tally.status = 'not-applicable';
}

function running(span: Span, { warnDays, versions }: CompiledRule, { asOf }: AuditWindow, tally: RuleTally): void {
  tally.weight = versions[span.version]?.weight ?? null;
  if (!span.late && span.deadline < asOf) return; // out of service since the deadline: nothing runs
  tally.due = span.deadline;
  tally.daysOverdue = span.daysLate;
  tally.overdue = span.late;
  if (span.late) tally.status = 'overdue';
  else if (span.deadline - asOf <= warnDays) tally.status = 'due-soon';
}

function gap(
  span: Span,
  { versions }: CompiledRule,
  history: PackedHistory,
  { from, to }: AuditWindow,
  tally: RuleTally,
  onGap: GapSink | null,
): void {
  const open = span.to === NO_DAY;
  const end = span.lateThrough;
  if (span.deadline >= to || end < from) return;
  if (!open) tally.late += 1;
  if (!open && versions[span.version]?.weight === 'law') tally.lateByLaw += 1;
  tally.missed += span.missed;
  tally.daysOut += serviceDaysOf(history, Math.max(span.deadline, from - 1), Math.min(end, to));
  onGap?.(span.from, span.to, span.deadline, span.daysLate, span.missed, span.version);
}
