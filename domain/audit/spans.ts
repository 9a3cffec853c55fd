import { deadlineInService } from '../counting/obligation';
import { NO_DAY, serviceDaysOf, type PackedHistory } from '../service-clock/packed-history';
import type { Demands } from './obligations-of';

/**
 * The life of a rule between two acts: demands that the same act answered, or that nobody answered yet. Days are epoch
 * days. `deadline` is that of the first demand, moved to the day of return where it fell on a day out of service; NO_DAY
 * while an open outage keeps it from coming.
 */
export interface Span {
  /** The act before, or the day the first demand is counted from. */
  readonly from: number;
  readonly afterAct: boolean;
  /** The answering act; NO_DAY = none yet. */
  readonly to: number;
  readonly anchor: number;
  readonly dueOn: number;
  readonly deadline: number;
  readonly late: boolean;
  /** Last day that may be late: the answering act, the as-of day, or the day on which the demand lapsed. */
  readonly lateThrough: number;
  /** Demands whose deadline passed unanswered. */
  readonly missed: number;
  /** Demands of this span that were answered in time. */
  readonly met: number;
  /** Service days past the deadline. */
  readonly daysLate: number;
  /** Place of the version that asks for it, among the rule's. */
  readonly version: number;
}

/** The spans of a rule by date; the last is the running one (`to` = NO_DAY) if any demand is open. */
export function spansOf({ obligations, acts }: Demands, history: PackedHistory, asOf: number): Span[] {
  const spans: Span[] = [];
  for (const demand of obligations) {
    const deadline = deadlineInService(history.outages, demand.deadline) ?? NO_DAY;
    const to = demand.answeredOn === NO_DAY ? nextAct(acts, demand.deadline, asOf) : demand.answeredOn;
    if (to === NO_DAY && demand.lapsesOn !== undefined) continue;
    const end = Math.min(to === NO_DAY ? asOf : to, demand.lapsesOn ?? asOf);
    const daysLate = deadline !== NO_DAY && end > deadline ? serviceDaysOf(history, deadline, end) : 0;
    const last = spans.at(-1);
    if (last !== undefined && last.to === to && last.lateThrough === end && last.late && daysLate > 0) {
      spans[spans.length - 1] = { ...last, missed: last.missed + 1 };
      continue;
    }
    if (last !== undefined && last.to === to && to === NO_DAY) continue;
    const before = lastActBefore(acts, Math.min(demand.deadline, end));
    const afterAct = before !== NO_DAY;
    spans.push({
      from: before === NO_DAY ? demand.anchor : before,
      afterAct,
      to,
      anchor: demand.anchor,
      dueOn: demand.dueOn,
      deadline,
      late: daysLate > 0,
      lateThrough: end,
      missed: daysLate > 0 ? 1 : 0,
      met: daysLate > 0 || to === NO_DAY ? 0 : 1,
      daysLate,
      version: demand.version ?? 0,
    });
  }
  return spans;
}

function nextAct(acts: readonly number[], after: number, asOf: number): number {
  const act = acts.find((day) => day > after);
  return act === undefined || act > asOf ? NO_DAY : act;
}

function lastActBefore(acts: readonly number[], day: number): number {
  let last = NO_DAY;
  for (const act of acts) {
    if (act >= day) break;
    last = act;
  }
  return last;
}
