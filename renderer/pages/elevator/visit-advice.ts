import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import type { ElevatorAudit, RuleAudit, Scope, Verdict } from '../../../domain/audit/verdict';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Period } from '../../../domain/calendar/period';
import { addInterval } from '../../../domain/calendar/interval';
import { isTask } from '../../../domain/inspection/inspection';
import { asksForVisits, type RulePack, type ScheduleRule } from '../../../domain/pack/rule-pack';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { withVisit, type PackedHistory } from '../../../domain/service-clock/packed-history';
import { TASKS, type Task } from '../../../domain/visit/visit';

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

export interface VisitQuestion {
  readonly kind: string;
  readonly place?: string | undefined;
  readonly history: PackedHistory;
  readonly pack: Pick<RulePack, 'rules'>;
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly scope: Scope;
  readonly audit: ElevatorAudit;
}

export function visitAdvice(question: VisitQuestion): VisitAdvice {
  const { audit, pack } = question;
  if (audit.verdict === 'not-applicable') return { kind: 'none' };
  if (audit.verdict === 'no-data') return { kind: 'start' };
  if (overdueCount(audit.rules, pack) > 0) return mending(question);
  const due = pack.rules.flatMap((rule, index) => {
    if (!isTask(rule.task)) return [];
    const { task } = rule;
    const dueOn = audit.rules[index]?.dueOn ?? null;
    return dueOn === null || audit.rules[index]?.status === 'not-applicable' ? [] : [{ rule, task, dueOn }];
  });
  return due.length === 0 ? { kind: 'paused' } : keeping(due);
}

/** Overdue rules that a visit can end; an inspection is not the maintainer's to make. */
const overdueCount = (rules: readonly RuleAudit[], pack: VisitQuestion['pack']): number =>
  rules.filter(({ status }, index) => status === 'overdue' && asksForVisits(pack.rules[index]!)).length;

/** Tries each category today by the audit itself; the shortest of those that mend most wins. */
function mending({ kind, place, history, pack, asOf, period, scope, audit }: VisitQuestion): VisitAdvice {
  const compiled = compileRules(pack);
  const window = auditWindow(asOf, period, scope);
  const before = overdueCount(audit.rules, pack);
  const tried = TASKS.map((task) => {
    const after = withVisit(history, toEpochDay(asOf), task);
    const judged = auditElevator(
      { registrationNo: audit.registrationNo, kind, place, history: after },
      compiled,
      window,
    );
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
 * are served best by the next visit already, so it takes the longest category among them.
 */
function keeping(due: readonly Due[]): VisitAdvice {
  const first = due.reduce((earliest, next) => (next.dueOn < earliest.dueOn ? next : earliest));
  const { interval } = first.rule.versions.at(-1)!; // the schema asks for at least one version
  const followingVisit = addInterval(toEpochDay(first.dueOn), interval);
  const served = due.filter(({ dueOn }) => toEpochDay(dueOn) < followingVisit);
  const longest = served.reduce((a, b) => (TASKS.indexOf(b.task) > TASKS.indexOf(a.task) ? b : a));
  return { kind: 'keep', task: longest.task, by: first.dueOn, rules: served.map(({ rule }) => rule) };
}
