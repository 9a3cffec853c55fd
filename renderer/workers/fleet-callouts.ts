import type { CivilDate } from '../../domain/calendar/civil-date';
import { dayOfMinute } from '../../domain/callout/local-minute';
import type { RulePack } from '../../domain/pack/rule-pack';
import { judgeArrival } from '../../domain/response/judge-arrival';
import { callOutFigures, callsWithin, monthlyFigures, monthsEnding } from '../../domain/response/monthly-figures';
import type { HistoryRow } from '../data/database';
import type { CallOutsQuestion, FleetCall, FleetCallOuts } from '../data/fleet-protocol';

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
