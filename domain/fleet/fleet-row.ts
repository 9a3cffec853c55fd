import type { GapSink, RuleTally } from '../audit/tally';
import type { TalliedElevator } from '../audit/tally-elevator';
import { judgeInNumbers, readyQuestion, type FiguresInNumbers, type ReadyQuestion } from '../headline/judge-in-numbers';
import { questionBy } from '../headline/question-by';
import { NO_DAY } from '../service-clock/packed-history';
import type { Period } from '../calendar/period';
import type { CivilDate } from '../calendar/civil-date';
import type { RuleStatus, Scope, Verdict, Weight } from '../audit/verdict';
import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { UseReason, UseState } from '../headline/use';
import type { RulePack } from '../pack/rule-pack';
import type { InspectionsKept } from '../record/inspections-kept';
import type { HazardDays } from '../risk/hazard-days';
import type { HistoryRow } from './elevator-history';

/** A deadline that runs or has passed, or an act that failed. */
export interface Pressing {
  /** Its place in the pack. */
  readonly rule: number;
  readonly status: RuleStatus;
  /** The deadline, or the day of the failed act. */
  readonly due: number;
  /** Negative = past. */
  readonly daysLeft: number;
}

/** One elevator as the fleet page lists it. Days are epoch days; null = there is none. */
export interface FleetRow {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  readonly verdict: Verdict;
  readonly weight: Weight | null;
  readonly verdictByLaw: Verdict;
  readonly scope: Scope;
  readonly use: {
    readonly state: UseState;
    /** The first of the reasons. */
    readonly reason: Pick<UseReason, 'kind' | 'on'> | null;
  };
  /** What was entered late; null = nothing that is told. */
  readonly late: {
    readonly count: number;
    readonly worstDays: number;
    readonly verdictWithoutLate: Verdict;
  } | null;
  /** Late and overdue intervals of the period, all rules. */
  readonly gaps: number;
  readonly lastVisit: number | null;
  /** The rule that presses most: one that failed, else the longest overdue, else the next due. */
  readonly pressing: Pressing | null;
  /** Likewise of the rules that a visit answers. */
  readonly visitPressing: Pressing | null;
}

export interface AuditQuestion {
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly pack: Pick<RulePack, 'id' | 'version' | 'rules' | 'requirements' | 'hazards'>;
  readonly hazardDays: HazardDays;
  /** For which elevators the house keeps inspections here. */
  readonly kept: InspectionsKept | null;
}

/** Rows judged by the question asked last: one more question of the same kind judges only what changed since. */
export class JudgedRows {
  #key = '';
  readonly #rows = new Map<RegistrationNo, FleetRow>();

  /** The row of an elevator by this question. */
  by(question: AuditQuestion): (history: HistoryRow) => FleetRow {
    const { asOf, period, pack, hazardDays, kept } = question;
    const key = JSON.stringify([asOf, period, pack.id, pack.version, hazardDays, kept]);
    if (key !== this.#key) this.#rows.clear();
    this.#key = key;
    const prepared = prepareAudit(question);
    return (history) => {
      const known = this.#rows.get(history.registrationNo);
      if (known !== undefined) return known;
      const row = fleetRow(history, prepared);
      this.#rows.set(history.registrationNo, row);
      return row;
    };
  }

  /** These elevators changed; null = any may have. */
  forget(numbers: readonly RegistrationNo[] | null): void {
    if (numbers === null) this.#rows.clear();
    else for (const registrationNo of numbers) this.#rows.delete(registrationNo);
  }
}

export interface PreparedAudit {
  readonly question: ReadyQuestion;
  /** By the place of the rule: whether visits answer it. */
  readonly byVisits: readonly boolean[];
}

export function prepareAudit({ asOf, period, pack, hazardDays, kept }: AuditQuestion): PreparedAudit {
  const question = questionBy(pack, { hazardDays, asOf, period, scope: { kept } });
  return {
    question: readyQuestion(question),
    byVisits: question.rules.map(({ acts }) => acts.inspections === 0),
  };
}

/** The row of one elevator: verdict, use, what was entered late and what presses most, without the prose. */
export function fleetRow(row: HistoryRow, { question, byVisits }: PreparedAudit): FleetRow {
  let gaps = 0;
  const onGap: GapSink = () => (gaps += 1);
  const { registrationNo, elevator, hazards, late } = row;
  const { kind, place } = elevator;
  const subject = { kind, place, history: row, elevator, hazards, late };
  const judged = judgeInNumbers(subject, question, onGap);
  const { tallied, scope, use } = judged;
  const { verdict, weight, verdictByLaw } = tallied;
  const reason = use.reasons[0];
  const isRetired = use.state === 'retired';
  return {
    ...{ registrationNo, elevator, verdict, weight, verdictByLaw, scope, gaps },
    use: { state: use.state, reason: reason === undefined ? null : { kind: reason.kind, on: reason.on } },
    late: lateOf(judged),
    lastVisit: lastVisitOf(tallied, byVisits),
    pressing: isRetired ? null : mostPressing(tallied, () => true),
    visitPressing: isRetired ? null : mostPressing(tallied, (rule) => byVisits[rule] === true),
  };
}

function lateOf({ late }: FiguresInNumbers): FleetRow['late'] {
  const { late: count, worstDaysLate, verdictWithoutLate } = late;
  if (worstDaysLate === null || verdictWithoutLate === null) return null;
  return { count, worstDays: worstDaysLate, verdictWithoutLate };
}

function lastVisitOf({ rules }: TalliedElevator, byVisits: readonly boolean[]): number | null {
  const last = rules.reduce((day, { lastDone }, rule) => (byVisits[rule] ? Math.max(day, lastDone) : day), NO_DAY);
  return last === NO_DAY ? null : last;
}

function mostPressing({ rules, window }: TalliedElevator, isAsked: (rule: number) => boolean): Pressing | null {
  let most: Pressing | null = null;
  for (const [rule, tally] of rules.entries()) {
    const pressing = isAsked(rule) ? pressingOf(rule, tally, window.asOf) : null;
    if (pressing !== null && (most === null || comesBefore(pressing, most))) most = pressing;
  }
  return most;
}

function pressingOf(rule: number, { status, failedOn, due, daysOverdue }: RuleTally, asOf: number): Pressing | null {
  if (status === 'not-applicable') return null;
  if (status === 'failed') return { rule, status, due: failedOn, daysLeft: failedOn - asOf };
  if (due === NO_DAY) return null;
  return { rule, status, due, daysLeft: status === 'overdue' ? -daysOverdue : due - asOf };
}

const RANK: Readonly<Partial<Record<Pressing['status'], number>>> = { failed: 0, overdue: 1 };

function comesBefore(one: Pressing, other: Pressing): boolean {
  const ranks = (RANK[one.status] ?? 2) - (RANK[other.status] ?? 2);
  return ranks === 0 ? one.daysLeft < other.daysLeft : ranks < 0;
}
