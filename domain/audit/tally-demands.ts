import { NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import { lastActDay } from '../service-clock/acts';
import { serviceDaysIn } from '../service-clock/outages';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { demandsOf } from './obligations-of';
import { spansOf, type Span } from './spans';
import type { AuditWindow, GapSink, RuleTally } from './tally-rule';

/**
 * Judges a rule that does not count by the service clock, in the same words: spans answered in time are met, late ones
 * are gaps, the running one gives the due day. `applicable` = the rule is for this elevator and the period has a service day.
 */
export function tallyDemands(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  applicable: boolean,
  tally: RuleTally,
  onGap: GapSink | null,
): void {
  tally.met = tally.late = tally.missed = tally.daysOut = tally.daysOverdue = 0;
  tally.lastDone = tally.due = NO_DAY;
  tally.status = 'not-applicable';
  if (!applicable) return;
  const { acts } = rule;
  if (acts.inspections !== 0 && (acts.inspections & history.inspectionKinds) === 0) {
    tally.status = 'no-data'; // nothing from which such a rule could start (`judgingStart`)
    tally.lastDone = lastActDay(history, acts, window.asOf);
    return;
  }
  const demands = demandsOf(rule, history, window.asOf, window.from);
  tally.lastDone = demands.acts.at(-1) ?? NO_DAY;
  if (demands.start === NO_DAY) {
    tally.status = 'no-data';
    return;
  }
  let asks = false;
  tally.status = 'met';
  for (const span of spansOf(demands, history.outages, window.asOf)) {
    if (span.to === NO_DAY) {
      asks = true;
      running(span, rule, window, tally);
    } else if (span.to >= window.from && span.to <= window.to) tally.met += span.met;
    if (span.late) gap(span, history, window, tally, onGap);
  }
  // A list that has ended, and nothing of it in the period: the rule is no longer for this elevator.
  if (!asks && tally.met + tally.late === 0) tally.status = 'not-applicable';
}

function running(span: Span, { warnDays }: CompiledRule, { asOf }: AuditWindow, tally: RuleTally): void {
  if (!span.late && span.deadline < asOf) return; // out of service since the deadline: nothing runs
  tally.due = span.deadline;
  tally.daysOverdue = span.daysLate;
  if (span.late) tally.status = 'overdue';
  else if (span.deadline - asOf <= warnDays) tally.status = 'due-soon';
}

function gap(
  span: Span,
  { outages }: PackedHistory,
  { from, to }: AuditWindow,
  tally: RuleTally,
  onGap: GapSink | null,
): void {
  const open = span.to === NO_DAY;
  const end = span.lateThrough;
  if (span.deadline >= to || end < from) return;
  if (!open) tally.late += 1;
  tally.missed += span.missed;
  tally.daysOut += serviceDaysIn(outages, Math.max(span.deadline, from - 1), Math.min(end, to));
  onGap?.(span.from, span.to, span.deadline, span.daysLate, span.missed);
}
