import type { CallOut, LocalMinute } from '../callout/callout';
import { dayOfMinute, minutesBetween } from '../callout/local-minute';
import { AREAS, type Elevator } from '../elevator/elevator';
import { isInForce, requirementIsFor, type Requirement, type RulePack } from '../pack/rule-pack';

export type ResponseRequirement = Extract<Requirement, { kind: 'response' }>;

export const ARRIVAL_STATUSES = ['in-time', 'late', 'undecided', 'not-recorded', 'not-applicable'] as const;
export type ArrivalStatus = (typeof ARRIVAL_STATUSES)[number];

/**
 * Why there is no judgement. `area-unknown`: one place's limit was kept and another's not, and the register does not say
 * where the elevator stands. `no-limit`: the pack has none that is verified and in force. `no-entrapment`: nobody was trapped.
 */
export type ArrivalReason = 'area-unknown' | 'no-arrival' | 'no-limit' | 'no-entrapment';

export interface Arrival {
  readonly status: ArrivalStatus;
  readonly reason: ArrivalReason | null;
  /** Minutes to the arrival; null without one. */
  readonly minutes: number | null;
  readonly countedFrom: 'reported' | 'dispatched' | null;
  /** The text counts from the dispatch, which nobody wrote down: counted from the report instead. */
  readonly dispatchMissing: boolean;
  /** The limit that decided, and its requirement; of an undecided call the shorter one. */
  readonly limit: number | null;
  readonly requirementId: string | null;
}

/**
 * Judges the arrival at an entrapment by the response limits in force on the day of the call. Of several limits for one
 * place each must be kept. An elevator without an area is judged only where every area gives the same answer.
 */
export function judgeArrival(
  callOut: CallOut,
  elevator: Pick<Elevator, 'kind' | 'place' | 'area'>,
  { requirements }: Pick<RulePack, 'requirements'>,
): Arrival {
  if (callOut.kind !== 'entrapment') return unjudged('not-applicable', 'no-entrapment');
  const day = dayOfMinute(callOut.reportedAt);
  const limits = requirements
    .filter((one) => one.kind === 'response')
    .filter((one) => one.confidence !== 'unverified' && isInForce(one, day) && requirementIsFor(one, elevator))
    .filter(({ area }) => elevator.area === undefined || area === elevator.area)
    .sort((a, b) => a.maxMinutes - b.maxMinutes);
  const shortest = limits[0];
  if (shortest === undefined) return unjudged('not-applicable', 'no-limit');
  const { arrivedAt } = callOut;
  if (arrivedAt === undefined) return { ...unjudged('not-recorded', 'no-arrival'), ...namesOf(shortest) };
  const judged = limits.map((limit) => measured(callOut, arrivedAt, limit));
  const late = judged.filter(({ minutes, limit }) => minutes > limit.maxMinutes);
  const [least, most] = [late[0], late.at(-1)];
  if (least === undefined || most === undefined)
    return { status: 'in-time', reason: null, ...factsOf(measured(callOut, arrivedAt, shortest)) };
  const places = elevator.area === undefined ? AREAS : [elevator.area];
  const lateEverywhere = places.every((place) => late.some(({ limit }) => limit.area === place));
  return lateEverywhere
    ? { status: 'late', reason: null, ...factsOf(elevator.area === undefined ? most : least) }
    : { status: 'undecided', reason: 'area-unknown', ...factsOf(least) };
}

function unjudged(status: 'not-applicable' | 'not-recorded', reason: ArrivalReason): Arrival {
  return {
    status,
    reason,
    minutes: null,
    countedFrom: null,
    dispatchMissing: false,
    limit: null,
    requirementId: null,
  };
}

interface Measured {
  readonly limit: ResponseRequirement;
  readonly minutes: number;
  readonly countedFrom: 'reported' | 'dispatched';
}

function measured({ reportedAt, dispatchedAt }: CallOut, arrivedAt: LocalMinute, limit: ResponseRequirement): Measured {
  if (limit.from === 'reported' || dispatchedAt === undefined)
    return { limit, countedFrom: 'reported', minutes: minutesBetween(reportedAt, arrivedAt) };
  return { limit, countedFrom: 'dispatched', minutes: minutesBetween(dispatchedAt, arrivedAt) };
}

function factsOf({ limit, minutes, countedFrom }: Measured) {
  return { minutes, countedFrom, dispatchMissing: countedFrom !== limit.from, ...namesOf(limit) };
}

function namesOf({ id, maxMinutes }: ResponseRequirement) {
  return { limit: maxMinutes, requirementId: id };
}
