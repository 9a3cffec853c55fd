import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import { hasServiceDay, newTally, tallyRule, type AuditWindow, type RuleTally } from './tally-rule';
import type { ElevatorAudit, Gap, RuleAudit, RuleStatus, Verdict } from './verdict';

export function auditWindow(asOf: CivilDate, period: Period): AuditWindow {
  return { asOf: toEpochDay(asOf), from: toEpochDay(period.from), to: toEpochDay(period.to) };
}

export interface AuditSubject {
  readonly registrationNo: string;
  readonly kind: string;
  readonly history: PackedHistory;
}

/** Judges one elevator; rules in the order given (the pack's), gaps by date. */
export function auditElevator(
  { registrationNo, kind, history }: AuditSubject,
  rules: readonly CompiledRule[],
  window: AuditWindow,
): ElevatorAudit {
  const inUse = hasServiceDay(history, window);
  const tally = newTally();
  const audits = rules.map((rule) => auditRule(history, rule, window, inUse && isForKind(rule, kind), tally));
  return { registrationNo, verdict: verdictOf(audits, inUse), rules: audits };
}

/** A rule without a verified version judges nobody. */
export function isForKind(rule: CompiledRule, kind: string): boolean {
  return rule.versions.length > 0 && (rule.kinds === 'all' || rule.kinds.has(kind));
}

/** `tally` is scratch space: it is written anew for every rule. */
function auditRule(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  applicable: boolean,
  tally: RuleTally,
): RuleAudit {
  const gaps: Gap[] = [];
  tallyRule(history, rule, window, applicable, tally, (from, to, deadline, daysLate, missed) =>
    gaps.push({ from: toCivilDate(from), to: dateOrNull(to), deadline: toCivilDate(deadline), daysLate, missed }),
  );
  return {
    ruleId: rule.id,
    status: tally.status,
    lastDone: dateOrNull(tally.lastDone),
    dueOn: dateOrNull(tally.due),
    daysOverdue: tally.daysOverdue,
    met: tally.met,
    late: tally.late,
    missed: tally.missed,
    daysOut: tally.daysOut,
    gaps,
  };
}

function dateOrNull(day: number): CivilDate | null {
  return day === NO_DAY ? null : toCivilDate(day);
}

/** The elevator's verdict from its rules (`formats.md` section 1, last lines). */
export function verdictOf(
  rules: readonly { readonly status: RuleStatus; readonly late: number }[],
  inUse: boolean,
): Verdict {
  if (!inUse) return 'not-applicable';
  const judged = rules.filter(({ status }) => status !== 'not-applicable' && status !== 'no-data');
  if (judged.length === 0) return 'no-data';
  if (judged.some(({ status }) => status === 'overdue')) return 'non-compliant';
  return judged.some(({ late }) => late > 0) ? 'lapsed' : 'compliant';
}
