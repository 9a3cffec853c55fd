import { NO_DAY } from '../service-clock/packed-history';
import type { RuleStatus, Scope, Weight } from './verdict';

/** What is asked: the day of judgement, the closed audit period, `from <= to <= asOf`, in epoch days, and the scope. */
export interface AuditWindow {
  readonly asOf: number;
  readonly from: number;
  readonly to: number;
  /** Absent = all rules. */
  readonly scope?: Scope;
}

/** One rule in numbers. `lastDone`, `due` and `failedOn` are epoch days or NO_DAY. */
export interface RuleTally {
  status: RuleStatus;
  lastDone: number;
  due: number;
  daysOverdue: number;
  met: number;
  late: number;
  missed: number;
  daysOut: number;
  /** The running deadline has passed, whatever status stands before that. */
  overdue: boolean;
  /** A version of weight `law` has been overdue too. */
  overdueByLaw: boolean;
  /** Of the version that judges the running interval, or what is not shown. */
  weight: Weight | null;
  /** Late intervals of the period judged by a version of weight `law`. */
  lateByLaw: number;
  /** The failing act that none has answered since. */
  failedOn: number;
  /** With a service day after it. */
  failedInUse: boolean;
  failedWeight: Weight | null;
  /** Failing acts answered since, with a service day of the period between; and those of weight `law`. */
  cleared: number;
  clearedByLaw: number;
}

/** Receives each gap of the period by date; `to` is NO_DAY for the overdue one, `anchor` chooses the version. */
export type GapSink = (
  from: number,
  to: number,
  deadline: number,
  daysLate: number,
  missed: number,
  version: number,
  weight: Weight,
) => void;

/** Receives each failing act that touches the period, by date; `to` is NO_DAY while none has answered it. */
export type FailureSink = (on: number, to: number, serviceDays: number, weight: Weight) => void;

export function newTally(): RuleTally {
  return {
    status: 'no-data',
    lastDone: NO_DAY,
    due: NO_DAY,
    daysOverdue: 0,
    met: 0,
    late: 0,
    missed: 0,
    daysOut: 0,
    overdue: false,
    overdueByLaw: false,
    weight: null,
    lateByLaw: 0,
    failedOn: NO_DAY,
    failedInUse: false,
    failedWeight: null,
    cleared: 0,
    clearedByLaw: 0,
  };
}

/** Everything but the status back to nothing. */
export function clearTally(tally: RuleTally): void {
  tally.lastDone = tally.due = tally.failedOn = NO_DAY;
  tally.met = tally.late = tally.missed = tally.daysOut = tally.daysOverdue = 0;
  tally.lateByLaw = tally.cleared = tally.clearedByLaw = 0;
  tally.overdue = tally.overdueByLaw = tally.failedInUse = false;
  tally.weight = tally.failedWeight = null;
}
