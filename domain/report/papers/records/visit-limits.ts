import { auditWindow } from '../../../audit/audit-elevator';
import { runningOf, traceIntervals, type TracedInterval } from '../../../audit/interval-trace';
import type { CivilDate } from '../../../calendar/civil-date';
import { historyOf } from '../../../headline/history';
import { asksForVisits, requirementIsFor, type ScheduleRule } from '../../../pack/rule-pack';
import { compileRules } from '../../../service-clock/compiled-rule';
import type { Task } from '../../../visit/visit';
import type { Evidence } from '../../evidence';

export interface VisitLimits {
  /** The intervals that the visit closed, with the rule of each. */
  readonly closed: readonly { readonly rule: ScheduleRule; readonly interval: TracedInterval }[];
  /** By when each rule asks for somebody again, as it stood on the evening of the visit. */
  readonly next: readonly { readonly rule: ScheduleRule; readonly deadline: CivilDate }[];
}

/** What a visit of a day did for the rules that ask for visits, judged by that day: what came later plays no part. */
export function visitLimits(
  { dossier, pack }: Evidence,
  { date, task }: { readonly date: CivilDate; readonly task: Task },
): VisitLimits {
  const history = historyOf(dossier);
  const window = auditWindow(date, { from: date, to: date });
  const { kind, place } = dossier.elevator.value;
  const compiled = compileRules({ rules: pack.rules });
  const traced = pack.rules.flatMap((rule, index) =>
    asksForVisits(rule) && requirementIsFor(rule, { kind, place })
      ? [{ rule, intervals: traceIntervals(history, compiled[index]!, window) }] // compiled one by one
      : [],
  );
  return {
    closed: traced.flatMap(({ rule, intervals }) => {
      const interval = rule.satisfiedBy.includes(task) ? intervals.find(({ to }) => to === date) : undefined;
      return interval === undefined ? [] : [{ rule, interval }];
    }),
    next: traced.flatMap(({ rule, intervals }) => {
      const deadline = runningOf(intervals)?.deadline ?? null;
      return deadline === null ? [] : [{ rule, deadline }];
    }),
  };
}
