import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import { isFor, type CompiledRule } from '../service-clock/compiled-rule';
import { NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import { newTally, type AuditWindow, type FailureSink, type GapSink, type RuleTally } from './rule-tally';
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
  const audits = rules.map((rule) => {
    const gaps: Gap[] = [];
    const failures: Failure[] = [];
    const tally = newTally();
    const onFailure: FailureSink = (on, to, serviceDays, weight) =>
      failures.push({ on: toCivilDate(on), to: dateOrNull(to), serviceDays, weight });
    tallyRule(history, rule, window, inUse && isFor(rule, { kind, place }), tally, gapSink(rule, gaps), onFailure);
    tallies.push(tally);
    return ruleAudit(rule.id, tally, gaps, failures);
  });
  const { verdict, weight, verdictByLaw } = standingOf(tallies, inUse);
  return { registrationNo, verdict, rules: audits, weight, verdictByLaw };
}

function gapSink({ versions }: CompiledRule, gaps: Gap[]): GapSink {
  return (from, to, deadline, daysLate, missed, version) => {
    const judgedBy = versions[version];
    gaps.push({
      from: toCivilDate(from),
      to: dateOrNull(to),
      deadline: toCivilDate(deadline),
      daysLate,
      missed,
      version: dateOrNull(judgedBy?.fromDay ?? NO_DAY),
      weight: judgedBy?.weight ?? 'reading',
    });
  };
}

function ruleAudit(ruleId: string, tally: RuleTally, gaps: readonly Gap[], failures: readonly Failure[]): RuleAudit {
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
    weight: heaviest([...gaps, ...failures].map(({ weight }) => weight)) ?? tally.weight,
    gaps: gaps.length === 0 ? NO_GAPS : gaps,
    ...(failures.length === 0 ? {} : { failures }),
  };
}

function heaviest(weights: readonly Weight[]): Weight | null {
  return weights.length === 0 ? null : weights.includes('law') ? 'law' : 'reading';
}

function dateOrNull(day: number): CivilDate | null {
  return day === NO_DAY ? null : toCivilDate(day);
}
