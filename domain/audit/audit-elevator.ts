import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import { isFor, type CompiledRule, type CompiledVersion } from '../service-clock/compiled-rule';
import { NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import { newTally, type AuditWindow, type FailureSink, type GapSink, type RuleTally } from './tally';
import { standingOf } from './standing';
import { hasServiceDay, tallyRule } from './tally-rule';
import type { ElevatorAudit, Failure, Gap, RuleAudit, Scope, Weight } from './verdict';

export function auditWindow(asOf: CivilDate, period: Period, scope: Scope = 'all'): AuditWindow {
  return { asOf: toEpochDay(asOf), from: toEpochDay(period.from), to: toEpochDay(period.to), scope };
}

/** The window of an elevator whose life may have ended before: it is judged up to that day, in its history only. */
export function withinLife(window: AuditWindow, { endedDay }: PackedHistory): AuditWindow {
  if (endedDay === NO_DAY || endedDay > window.asOf) return window;
  const last = Math.max(endedDay - 1, window.from);
  return { ...window, asOf: last, to: Math.min(window.to, last) };
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
  asked: AuditWindow,
): ElevatorAudit {
  const window = withinLife(asked, history);
  const inUse = hasServiceDay(history, window);
  const tallies: RuleTally[] = [];
  let gaps: Gap[] = [];
  let failures: Failure[] = [];
  let versions: CompiledRule['versions'] = [];
  const onGap: GapSink = (from, to, deadline, daysLate, missed, version, weight) => {
    gaps.push(gapOf(from, to, deadline, daysLate, missed, versions[version], weight));
  };
  const onFailure: FailureSink = (on, to, serviceDays, weight) => {
    failures.push({ on: toCivilDate(on), to: dateOrNull(to), serviceDays, weight });
  };
  const audits: RuleAudit[] = [];
  for (const rule of rules) {
    const tally = newTally();
    versions = rule.versions;
    tallyRule(history, rule, window, inUse && isFor(rule, { kind, place }), tally, onGap, onFailure);
    tallies.push(tally);
    audits.push(ruleAudit(rule.id, tally, gaps, failures));
    if (gaps.length > 0) gaps = [];
    if (failures.length > 0) failures = [];
  }
  const { verdict, weight, verdictByLaw } = standingOf(tallies, inUse);
  return { registrationNo, verdict, rules: audits, weight, verdictByLaw };
}

function gapOf(
  from: number,
  to: number,
  deadline: number,
  daysLate: number,
  missed: number,
  judgedBy: CompiledVersion | undefined,
  weight: Weight,
): Gap {
  return {
    from: toCivilDate(from),
    to: dateOrNull(to),
    deadline: toCivilDate(deadline),
    daysLate,
    missed,
    version: dateOrNull(judgedBy?.fromDay ?? NO_DAY),
    weight,
  };
}

function ruleAudit(ruleId: string, tally: RuleTally, gaps: readonly Gap[], failures: readonly Failure[]): RuleAudit {
  const audit = {
    ruleId,
    status: tally.status,
    lastDone: dateOrNull(tally.lastDone),
    dueOn: dateOrNull(tally.due),
    daysOverdue: tally.daysOverdue,
    met: tally.met,
    late: tally.late,
    missed: tally.missed,
    daysOut: tally.daysOut,
    weight: weightOf(tally, gaps, failures),
    gaps: gaps.length === 0 ? NO_GAPS : gaps,
  };
  return failures.length === 0 ? audit : { ...audit, failures };
}

/** The heaviest of what was found in the period or is not shown, else of what is overdue now, else of what runs. */
function weightOf(tally: RuleTally, gaps: readonly Gap[], failures: readonly Failure[]): Weight | null {
  const isLaw = ({ weight }: { readonly weight: Weight }): boolean => weight === 'law';
  if (gaps.some(isLaw) || failures.some(isLaw)) return 'law';
  if (gaps.length + failures.length > 0 && tally.status !== 'not-shown') return 'reading';
  return tally.overdueByLaw ? 'law' : tally.weight;
}

function dateOrNull(day: number): CivilDate | null {
  return day === NO_DAY ? null : toCivilDate(day);
}
