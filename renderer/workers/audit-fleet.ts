import type { GapSink, RuleTally } from '../../domain/audit/rule-tally';
import type { TalliedElevator } from '../../domain/audit/tally-elevator';
import {
  judgeInNumbers,
  readyQuestion,
  type FiguresInNumbers,
  type ReadyQuestion,
} from '../../domain/headline/judge-in-numbers';
import { questionBy } from '../../domain/headline/question-by';
import { NO_DAY } from '../../domain/service-clock/packed-history';
import type { HistoryRow } from '../data/database';
import type { AuditQuestion, FleetRow, Pressing } from '../data/fleet-protocol';

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
