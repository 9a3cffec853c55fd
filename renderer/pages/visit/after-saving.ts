import { auditWindow } from '../../../domain/audit/audit-elevator';
import { traceIntervals, type TracedInterval } from '../../../domain/audit/interval-trace';
import type { RuleAudit, Verdict } from '../../../domain/audit/verdict';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { asksForVisits, type ScheduleRule } from '../../../domain/pack/rule-pack';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { clockStart, NO_DAY, withVisit, type PackedHistory } from '../../../domain/service-clock/packed-history';
import type { Task } from '../../../domain/visit/visit';
import { judgedWith, type TrialTerms } from '../../../domain/audit/judged-with';

export interface RuleEffect {
  readonly rule: ScheduleRule;
  readonly before: RuleAudit;
  readonly after: RuleAudit;
}

export interface SavingEffect {
  /** Rule with the shortest interval that the visit closes, and that interval; null when it closes none. */
  readonly closes: { readonly rule: ScheduleRule; readonly interval: TracedInterval } | null;
  /** Before the clock start the visit is kept on record and counts in no interval. */
  readonly beforeClockStart: boolean;
  /** The rules that ask for visits, in the pack's order. */
  readonly rules: readonly RuleEffect[];
  readonly verdictBefore: Verdict;
  readonly verdictAfter: Verdict;
  readonly historyAfter: PackedHistory;
}

export interface SavingQuestion extends TrialTerms {
  readonly history: PackedHistory;
  readonly date: CivilDate;
  readonly task: Task;
}

/** What saving a visit changes, by the same audit that judges the elevator elsewhere. */
export function effectOfSaving(question: SavingQuestion): SavingEffect {
  const { history, pack, asOf, period, scope, date, task } = question;
  const day = toEpochDay(date);
  const window = auditWindow(asOf, period, scope);
  const compiled = compileRules(pack);
  const historyAfter = withVisit(history, day, task);
  const [before, after] = [judgedWith(question, history), judgedWith(question, historyAfter)];
  const start = clockStart(history);
  const everything = { ...window, from: NO_DAY };
  const closed = pack.rules.flatMap((rule, index) => {
    const interval = traceIntervals(historyAfter, compiled[index]!, everything).find(({ to }) => to === date);
    return interval === undefined || !rule.satisfiedBy.includes(task) ? [] : [{ rule, interval }];
  });
  return {
    closes: closed.reduce<SavingEffect['closes']>(shorter, null),
    beforeClockStart: start !== NO_DAY && day < start,
    rules: pack.rules
      .map((rule, index) => ({ rule, before: before.rules[index]!, after: after.rules[index]! }))
      .filter(({ rule }) => asksForVisits(rule)),
    verdictBefore: before.verdict,
    verdictAfter: after.verdict,
    historyAfter,
  };
}

type Closed = NonNullable<SavingEffect['closes']>;

function shorter(best: Closed | null, next: Closed): Closed {
  return best === null || (next.interval.limitDays ?? Infinity) < (best.interval.limitDays ?? Infinity) ? next : best;
}

/** Visits of that day and category that already stand: most likely the same visit typed twice. */
export function sameVisitOnRecord(history: PackedHistory, date: CivilDate, task: Task): boolean {
  const twin = withVisit({ ...history, visits: new Int32Array(0) }, toEpochDay(date), task).visits[0];
  return twin !== undefined && history.visits.includes(twin);
}
