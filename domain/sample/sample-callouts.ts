import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { yearsInUse } from '../elevator/age';
import type { Elevator, Outage } from '../elevator/elevator';
import type { CallOut, LocalMinute } from '../callout/callout';
import { seededRandom, type Random } from './random';
import type { SampleFleet } from './sample-fleet';

const CALLOUT_STREAM = 700_000_002;
const CAUSES = ['door-system', 'door-system', 'door-system', 'control', 'human', 'external', 'safety-device', 'drive'];
const ESCALATOR_CAUSES = ['step-band', 'step-band', 'safety-device', 'human', 'external'];

export interface CallOutSpan {
  readonly years: number;
  readonly asOf: CivilDate;
  readonly seed: number;
}

/** Made-up call-outs of the last `years`, old elevators more often, by the time of their report. */
export function sampleCallOuts(fleet: SampleFleet, years: number, asOf: CivilDate, seed: number): CallOut[] {
  const outages = new Map<string, Outage[]>();
  for (const outage of fleet.outages)
    outages.set(outage.registrationNo, [...(outages.get(outage.registrationNo) ?? []), outage]);
  const ofElevator = callOutsBy({ years, asOf, seed });
  return byReport(
    fleet.elevators.flatMap((elevator, index) =>
      ofElevator(elevator, index, outages.get(elevator.registrationNo) ?? []),
    ),
  );
}

export function byReport(calls: CallOut[]): CallOut[] {
  return calls.sort((a, b) => (a.reportedAt < b.reportedAt ? -1 : a.reportedAt > b.reportedAt ? 1 : 0));
}

/** The call-outs of one elevator, which has the place `index` in its fleet, while it is not out of service. */
export function callOutsBy({ years, asOf, seed }: CallOutSpan) {
  const random = seededRandom(seed).fork(CALLOUT_STREAM);
  const asOfDay = toEpochDay(asOf);
  return (elevator: Elevator, index: number, outages: readonly Outage[]): CallOut[] => {
    const own = random.fork(index);
    const started = elevator.inServiceOn === undefined ? asOfDay : toEpochDay(elevator.inServiceOn);
    const from = Math.max(started + 1, asOfDay - 365 * years);
    const perYear = (yearsInUse(elevator, asOf) ?? 0) >= 15 ? 4 : 1;
    const count = from > asOfDay - 1 ? 0 : own.whole(0, perYear * Math.ceil((asOfDay - from) / 365));
    const made = Array.from({ length: count }, () => callOut(elevator, own.whole(from, asOfDay - 1), own));
    return made.filter((call) => !isOut(outages, call));
  };
}

function callOut(elevator: Elevator, day: number, random: Random): CallOut {
  const isEscalator = elevator.kind.startsWith('33');
  const entrapment = !isEscalator && random.chance(0.25);
  const at = (minute: number): LocalMinute => minuteOf(day, minute);
  const reported = random.whole(6 * 60, 21 * 60);
  const dispatched = reported + random.whole(1, 4);
  const arrived = dispatched + (random.chance(0.08) ? random.whole(34, 55) : random.whole(9, 27));
  const call: CallOut = {
    registrationNo: elevator.registrationNo,
    kind: entrapment ? 'entrapment' : 'fault',
    reportedAt: at(reported),
    dispatchedAt: at(dispatched),
    arrivedAt: at(arrived),
    cause: random.pick(isEscalator ? ESCALATOR_CAUSES : CAUSES),
    ...(elevator.maintainer === undefined ? {} : { by: elevator.maintainer }),
  };
  return entrapment ? { ...call, freedAt: at(arrived + random.whole(4, 20)), trapped: random.whole(1, 4) } : call;
}

function minuteOf(day: number, minute: number): LocalMinute {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${toCivilDate(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}` as LocalMinute;
}

function isOut(outages: readonly Outage[], { reportedAt }: CallOut): boolean {
  const day = reportedAt.slice(0, 10);
  return outages.some((out) => out.from <= day && day < (out.to ?? '9999'));
}
