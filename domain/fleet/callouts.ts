import type { CivilDate } from '../calendar/civil-date';
import { dayOfMinute } from '../callout/local-minute';
import type { RulePack } from '../pack/rule-pack';
import { judgeArrival } from '../response/judge-arrival';
import {
  callOutFigures,
  callsWithin,
  monthlyFigures,
  monthsEnding,
  type CallOutFigures,
  type JudgedCallOut,
  type MonthFigures,
} from '../response/monthly-figures';
import type { Elevator } from '../elevator/elevator';
import type { HistoryRow } from './elevator-history';

export interface CallOutsQuestion {
  readonly asOf: CivilDate;
  /** How many months, ending with that of `asOf`; null = all. */
  readonly months: number | null;
  readonly pack: Pick<RulePack, 'requirements'>;
}

/** A call with the elevator it was about. */
export interface FleetCall extends JudgedCallOut {
  readonly elevator: Elevator;
  /** Days by which it was entered late; null where it came in time. */
  readonly lateBy: number | null;
}

export interface FleetCallOuts {
  /** Calls on record up to the day of judgement, whatever their month. */
  readonly recorded: number;
  readonly months: readonly MonthFigures[];
  readonly total: CallOutFigures;
  /** Of the calls counted, those entered late. */
  readonly enteredLate: number;
  /** Entrapments that are late, undecided or without an arrival, newest first; and how many more there are. */
  readonly attention: readonly FleetCall[];
  readonly attentionLeft: number;
}

type FleetPart = Pick<HistoryRow, 'elevator' | 'callouts' | 'lateCallouts'>;

/** Calls that are sent to the page one by one; the rest are only counted. */
const MOST_SHOWN = 200;

/** The call-outs of the fleet up to the day of judgement: figures by month and in all, and the entrapments to look at. */
export function fleetCallOuts(fleet: Iterable<FleetPart>, question: CallOutsQuestion): FleetCallOuts {
  const { asOf, months, pack } = question;
  const known = judgedCalls(fleet, asOf, pack);
  const span = months === null ? null : monthsEnding(asOf.slice(0, 7), months);
  const within = span === null ? known : callsWithin(known, span);
  const attention = within
    .filter(({ arrival: { status } }) => status === 'late' || status === 'undecided' || status === 'not-recorded')
    .sort((a, b) => (a.callOut.reportedAt < b.callOut.reportedAt ? 1 : -1));
  return {
    recorded: known.length,
    months: span === null ? monthlyFigures(within) : monthlyFigures(within, span),
    total: callOutFigures(within),
    enteredLate: within.filter(({ lateBy }) => lateBy !== null).length,
    attention: attention.slice(0, MOST_SHOWN),
    attentionLeft: Math.max(0, attention.length - MOST_SHOWN),
  };
}

function judgedCalls(fleet: Iterable<FleetPart>, asOf: CivilDate, pack: Pick<RulePack, 'requirements'>): FleetCall[] {
  const calls: FleetCall[] = [];
  for (const { elevator, callouts, lateCallouts } of fleet) {
    const late = new Map(lateCallouts);
    for (const [index, callOut] of callouts.entries()) {
      if (dayOfMinute(callOut.reportedAt) > asOf) continue;
      const lateBy = late.get(index) ?? null;
      calls.push({ elevator, callOut, arrival: judgeArrival(callOut, elevator, pack), lateBy });
    }
  }
  return calls;
}
