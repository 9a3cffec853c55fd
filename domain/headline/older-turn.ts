import { auditElevator, auditWindow, type AuditSubject } from '../audit/audit-elevator';
import type { ElevatorAudit, Verdict } from '../audit/verdict';
import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { Dossier } from '../record/dossier';
import { serviceDaysOf, type PackedHistory } from '../service-clock/packed-history';
import { scopeOf, subjectOf, type HeadlineQuestion } from './judge-headline';

/** What changes of days long past: between which days, the verdict over them, and how many of them are late by some rule. */
export interface OlderTurn {
  readonly period: Period;
  readonly verdict: { readonly from: Verdict; readonly to: Verdict };
  readonly lateDays: { readonly from: number; readonly to: number };
}

/**
 * Whether some period up to the as-of day would be judged otherwise: exactly where a day is late by a rule, or stands
 * between a failed act and what cleared it, in the one dossier and not in the other. Null where no day differs.
 */
export function olderTurn(before: Dossier, after: Dossier, question: HeadlineQuestion): OlderTurn | null {
  const [was, will] = [before, after].map((dossier) => sidesOf(dossier, question)) as [Side, Side];
  const differing = [...new Set([...was.faults, ...will.faults])].filter(
    (fault) => was.faults.has(fault) !== will.faults.has(fault),
  );
  if (differing.length === 0) return null;
  const days = differing.map(dayOf);
  const period = {
    from: toCivilDate(days.reduce((least, day) => Math.min(least, day))),
    to: toCivilDate(days.reduce((most, day) => Math.max(most, day))),
  };
  return {
    period,
    verdict: { from: was.over(period), to: will.over(period) },
    lateDays: { from: was.lateDays(period), to: will.lateDays(period) },
  };
}

/** A day on which a rule is not kept, as `day rule weight`. */
type Fault = string;

interface Side {
  readonly faults: ReadonlySet<Fault>;
  readonly over: (period: Period) => Verdict;
  readonly lateDays: (period: Period) => number;
}

/** Before the first elevator: no record is older. */
const EVER = '1850-01-01' as CivilDate;

function sidesOf(dossier: Dossier, { rules, asOf, scope }: HeadlineQuestion): Side {
  const subject: AuditSubject = subjectOf(dossier);
  const judged = (period: Period): ElevatorAudit =>
    auditElevator(subject, rules, auditWindow(asOf, period, scopeOf(dossier, scope)));
  const faults = faultsOf(judged({ from: EVER, to: asOf }), subject.history, toEpochDay(asOf));
  return {
    faults,
    over: (period) => judged(period).verdict,
    lateDays: ({ from, to }) =>
      new Set([...faults].map(dayOf).filter((day) => day >= toEpochDay(from) && day <= toEpochDay(to))).size,
  };
}

function faultsOf({ rules }: ElevatorAudit, history: PackedHistory, asOf: number): Set<Fault> {
  const faults = new Set<Fault>();
  for (const { ruleId, gaps, failures = [] } of rules) {
    const add = (after: CivilDate, through: number, weight: string): void => {
      for (let day = toEpochDay(after) + 1; day <= Math.min(through, asOf); day++)
        if (serviceDaysOf(history, day - 1, day) > 0) faults.add(`${day} ${ruleId} ${weight}`);
    };
    for (const { deadline, to, weight } of gaps) add(deadline, to === null ? asOf : toEpochDay(to), weight);
    for (const { on, to, weight } of failures) add(on, to === null ? asOf : toEpochDay(to) - 1, weight);
  }
  return faults;
}

function dayOf(fault: Fault): number {
  return Number.parseInt(fault, 10);
}
