import { deadlineInService, firstActIn, type Obligation } from '../counting/obligation';
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
  /** Demands whose deadline passed unanswered. */
  readonly missed: number;
  /** Demands of this span that were answered in time. */
  readonly met: number;
  /** Service days past the deadline. */
  readonly daysLate: number;
  /** Place of the version that asks for it, among the rule's. */
  readonly version: number;
  /** A reading makes the deadline earlier than that version, and by the version's own nothing is late yet. */
  readonly byReading: boolean;
}

/**
 * The spans of a rule by date; the last are open (`to` = NO_DAY) if any demand is. What demands of two versions left late
 * until the same act are two spans: each keeps its own law.
 */
export function spansOf({ obligations, acts, start }: Demands, history: PackedHistory, asOf: number): Span[] {
  const spans: Span[] = [];
  for (const demand of obligations) {
    const deadline = deadlineInService(history, demand.deadline) ?? NO_DAY;
    const to = demand.answeredOn === NO_DAY ? nextAct(acts, demand.deadline, asOf) : demand.answeredOn;
    const end = to === NO_DAY ? asOf : to;
    const isPast = deadline !== NO_DAY && end > deadline;
    const version = demand.version ?? 0;
    const last = spans.at(-1);
    if (last !== undefined && last.to === to) {
      if (last.late && isPast && last.version === version) {
        spans[spans.length - 1] = { ...last, missed: last.missed + 1 };
        continue;
      }
      if (to === NO_DAY && !(last.late && isPast)) continue;
    }
    const before = lastActBefore(acts, Math.min(Math.max(demand.deadline, demand.anchor + 1), end));
    const afterAct = before !== NO_DAY && before >= start;
    spans.push({
      from: afterAct ? before : Math.min(demand.anchor, start),
      afterAct,
      to,
      anchor: demand.anchor,
      dueOn: demand.dueOn,
      deadline,
      late: isPast,
      missed: isPast ? 1 : 0,
      met: isPast || to === NO_DAY ? 0 : 1,
      daysLate: isPast ? serviceDaysOf(history, deadline, end) : 0,
      version,
      byReading: isByReading(demand, isPast ? end : NO_DAY, history),
    });
  }
  return spans;
}

/** Whether a reading alone sets the deadline, or makes it late. */
function isByReading({ lawDeadline }: Obligation, lateOn: number, history: PackedHistory): boolean {
  if (lawDeadline === undefined || lateOn === NO_DAY) return lawDeadline !== undefined;
  const byText = deadlineInService(history, lawDeadline);
  return byText === null || lateOn <= byText;
}

function nextAct(acts: readonly number[], after: number, asOf: number): number {
  return firstActIn(acts, after + 1, asOf);
}

function lastActBefore(acts: readonly number[], day: number): number {
  let last = NO_DAY;
  for (const act of acts) {
    if (act >= day) break;
    last = act;
  }
  return last;
}
