import type { ElevatorAudit, RuleAudit, Verdict } from '../../../domain/audit/verdict';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { addInterval } from '../../../domain/calendar/interval';
import { isTask } from '../../../domain/inspection/inspection';
import { asksForVisits, type ScheduleRule } from '../../../domain/pack/rule-pack';
import { mergeOutages } from '../../../domain/service-clock/outages';
import { serviceDaysOf, withVisit, type PackedHistory } from '../../../domain/service-clock/packed-history';
import { TASKS, type Task } from '../../../domain/visit/visit';
import { judgedWith, type TrialTerms } from '../../../domain/audit/judged-with';

/** What a visit would do for an elevator. */
export type VisitAdvice =
  /** One visit today that ends as many overdue rules as any category can. */
  | {
      readonly kind: 'mend';
      readonly task: Task;
      readonly mends: number;
      readonly left: number;
      readonly verdictAfter: Verdict;
      /** Late intervals of the period that stay on record afterwards. */
      readonly gapsStay: number;
    }
  /** Nothing is overdue: the next visit, and the category that serves all rules due before the visit after it. */
  | { readonly kind: 'keep'; readonly task: Task; readonly by: CivilDate; readonly rules: readonly ScheduleRule[] }
  /** Out of service, no deadline runs. */
  | { readonly kind: 'paused' }
  /** No date starts the clock. */
  | { readonly kind: 'start' }
  | { readonly kind: 'none' };

export interface VisitQuestion extends TrialTerms {
  readonly history: PackedHistory;
  readonly audit: ElevatorAudit;
}

export function visitAdvice(question: VisitQuestion): VisitAdvice {
  const { audit, pack } = question;
  if (audit.verdict === 'not-applicable') return { kind: 'none' };
  if (audit.verdict === 'no-data') return startsBy(question) ? { kind: 'start' } : { kind: 'none' };
  if (overdueCount(audit.rules, pack) > 0) return mending(question);
  const due = pack.rules.flatMap((rule, index) => {
    if (!isTask(rule.task)) return [];
    const { task } = rule;
    const dueOn = audit.rules[index]?.dueOn ?? null;
    return dueOn === null || audit.rules[index]?.status === 'not-applicable' ? [] : [{ rule, task, dueOn }];
  });
  if (due.length > 0) return keeping(due, question);
  return runsOnceBack(question) ? { kind: 'paused' } : { kind: 'none' };
}

/** Whether some rule that asks for visits has a deadline. */
function isRunning({ rules }: ElevatorAudit, { pack }: VisitQuestion): boolean {
  return rules.some(({ dueOn, status }, index) => {
    return dueOn !== null && status !== 'not-applicable' && asksForVisits(pack.rules[index]!);
  });
}

/** Whether a visit today and records from today would both start the clock of a rule. */
function startsBy(question: VisitQuestion): boolean {
  const { history, asOf } = question;
  const today = toEpochDay(asOf);
  return [withVisit(history, today, 'year'), { ...history, recordsFromDay: today }].every((started) =>
    isRunning(judgedWith(question, started), question),
  );
}

/** Whether a deadline would run, were the elevator back in service today. */
function runsOnceBack(question: VisitQuestion): boolean {
  const { history, asOf } = question;
  const today = toEpochDay(asOf);
  const spans = Array.from({ length: history.outages.length / 2 }, (_, index) => ({
    from: history.outages[2 * index]!,
    to: Math.min(history.outages[2 * index + 1]!, today),
  }));
  const isOut = serviceDaysOf(history, today - 1, today) === 0;
  return isOut && isRunning(judgedWith(question, { ...history, outages: mergeOutages(spans) }), question);
}

/** Overdue rules that a visit can end; an inspection is not the maintainer's to make. */
const overdueCount = (rules: readonly RuleAudit[], pack: VisitQuestion['pack']): number =>
  rules.filter(({ status }, index) => status === 'overdue' && asksForVisits(pack.rules[index]!)).length;

/** Tries each category today by the audit itself; the shortest of those that mend most wins. */
function mending(question: VisitQuestion): VisitAdvice {
  const { history, pack, asOf, audit } = question;
  const before = overdueCount(audit.rules, pack);
  const tried = TASKS.map((task) => {
    const judged = judgedWith(question, withVisit(history, toEpochDay(asOf), task));
    return { task, judged, left: overdueCount(judged.rules, pack) };
  });
  const { task, judged, left } = tried.reduce((best, next) => (next.left < best.left ? next : best));
  const gapsStay = judged.rules.reduce((sum, { gaps }) => sum + gaps.length, 0);
  return { kind: 'mend', task, mends: before - left, left, verdictAfter: judged.verdict, gapsStay };
}

interface Due {
  readonly rule: ScheduleRule;
  readonly task: Task;
  readonly dueOn: CivilDate;
}

/**
 * The next visit comes by the earliest deadline; the one after it, one shortest interval later. Rules due before that
 * are served best by the next visit already, so it takes the longest category among them. Only those are named whose
 * deadline the audit moves on with that visit.
 */
function keeping(due: readonly Due[], question: VisitQuestion): VisitAdvice {
  const first = due.reduce((earliest, next) => (next.dueOn < earliest.dueOn ? next : earliest));
  const { interval } = first.rule.versions.at(-1)!; // the schema asks for at least one version
  const followingVisit = addInterval(toEpochDay(first.dueOn), interval);
  const served = due.filter(({ dueOn }) => toEpochDay(dueOn) < followingVisit);
  const longest = served.reduce((a, b) => (TASKS.indexOf(b.task) > TASKS.indexOf(a.task) ? b : a));
  const then = judgedWith(question, withVisit(question.history, toEpochDay(first.dueOn), longest.task), first.dueOn);
  const rules = served.flatMap(({ rule, dueOn }) => {
    const after = then.rules.find(({ ruleId }) => ruleId === rule.id);
    return after !== undefined && after.status !== 'overdue' && (after.dueOn === null || after.dueOn > dueOn)
      ? [rule]
      : [];
  });
  return rules.length === 0 ? { kind: 'none' } : { kind: 'keep', task: longest.task, by: first.dueOn, rules };
}
