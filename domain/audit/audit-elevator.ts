import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import { isFor, type CompiledRule } from '../service-clock/compiled-rule';
import { NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import { hasServiceDay, newTally, tallyRule, type AuditWindow, type GapSink, type RuleTally } from './tally-rule';
import type { ElevatorAudit, Gap, RuleAudit, RuleStatus, Verdict } from './verdict';

export function auditWindow(asOf: CivilDate, period: Period): AuditWindow {
  return { asOf: toEpochDay(asOf), from: toEpochDay(period.from), to: toEpochDay(period.to) };
}

const NO_GAPS: readonly Gap[] = [];

export interface AuditSubject {
  readonly registrationNo: string;
  readonly kind: string;
  readonly place?: string | undefined;
  readonly history: PackedHistory;
}

/** Judges one elevator; rules in the order given (the pack's), gaps by date. */
export function auditElevator(
  { registrationNo, kind, place, history }: AuditSubject,
  rules: readonly CompiledRule[],
  window: AuditWindow,
): ElevatorAudit {
  const inUse = hasServiceDay(history, window);
  const tally = newTally();
  let gaps: Gap[] = [];
  const onGap: GapSink = (from, to, deadline, daysLate, missed) => {
    gaps.push({ from: toCivilDate(from), to: dateOrNull(to), deadline: toCivilDate(deadline), daysLate, missed });
  };
  const audits: RuleAudit[] = [];
  for (const rule of rules) {
    tallyRule(history, rule, window, inUse && isFor(rule, { kind, place }), tally, onGap);
    audits.push(ruleAudit(rule.id, tally, gaps.length === 0 ? NO_GAPS : gaps));
    if (gaps.length > 0) gaps = [];
  }
  return { registrationNo, verdict: verdictOf(audits, inUse), rules: audits };
}

function ruleAudit(ruleId: string, tally: RuleTally, gaps: readonly Gap[]): RuleAudit {
  return {
    ruleId,
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
