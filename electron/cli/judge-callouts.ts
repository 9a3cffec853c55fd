import type { CivilDate } from '../../domain/calendar/civil-date';
import type { CallOut } from '../../domain/callout/callout';
import { dayOfMinute } from '../../domain/callout/local-minute';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { ImportBody } from '../../domain/record/entry';
import { judgeArrival, type Arrival } from '../../domain/response/judge-arrival';
import {
  callOutFigures,
  monthlyFigures,
  type CallOutFigures,
  type MonthFigures,
} from '../../domain/response/monthly-figures';
import { byElevator } from './fleet-dossiers';

export interface JudgedCall {
  readonly registrationNo: string;
  readonly callOut: CallOut;
  readonly arrival: Arrival;
}

/** The call-outs of a fleet up to the day of judgement: each with its arrival judged, and what they add up to. */
export interface JudgedCallOuts {
  /** In the register's order, those of one elevator in the order of their tables. */
  readonly calls: readonly JudgedCall[];
  /** The elevators that had calls. */
  readonly elevators: readonly (CallOutFigures & { readonly registrationNo: string })[];
  readonly months: readonly MonthFigures[];
  readonly total: CallOutFigures;
}

export function judgeCallOuts(
  { elevators, callouts = [] }: Pick<ImportBody, 'elevators' | 'callouts'>,
  pack: Pick<RulePack, 'requirements'>,
  asOf: CivilDate,
): JudgedCallOuts {
  const callsOf = byElevator(callouts.filter(({ reportedAt }) => dayOfMinute(reportedAt) <= asOf));
  const judged = elevators.map((elevator) => {
    const { registrationNo } = elevator;
    const calls = callsOf(registrationNo).map((callOut): JudgedCall => {
      return { registrationNo, callOut, arrival: judgeArrival(callOut, elevator, pack) };
    });
    return { registrationNo, calls };
  });
  const calls = judged.flatMap((one) => one.calls);
  return {
    calls,
    elevators: judged
      .filter((one) => one.calls.length > 0)
      .map((one) => ({ registrationNo: one.registrationNo, ...callOutFigures(one.calls) })),
    months: monthlyFigures(calls),
    total: callOutFigures(calls),
  };
}
