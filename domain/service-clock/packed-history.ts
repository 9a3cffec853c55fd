import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import { lifeEndOf, type Elevator, type Outage } from '../elevator/elevator';
import { permitOf, type Permit, type Permitted } from '../elevator/on-demand-permission';
import { INSPECTION_KINDS, isTask, type Act, type Inspection, type InspectionKind } from '../inspection/inspection';
import { TASKS, type Task, type Visit } from '../visit/visit';
import { mergeOutages, serviceDaysIn, type MergedOutages } from './outages';

/** No such date. Below every epoch day a four-digit year can give. */
export const NO_DAY = -0x8000_0000;

/** One elevator's dates as the audit reads them. Days are epoch days, NO_DAY = unknown. */
export interface PackedHistory {
  /** `day * 8 + index of the task in TASKS`, ascending. */
  readonly visits: Int32Array;
  /** The end of its life stands among them, without an end of its own. */
  readonly outages: MergedOutages;
  readonly inServiceDay: number;
  readonly recordsFromDay: number;
  /** `day * 64 + index of the kind in INSPECTION_KINDS`, ascending; those that were not passed are left out. */
  readonly inspections: Int32Array;
  /** Likewise those that failed, without those that a re-check of the same kind cleared on the same day. */
  readonly failures: Int32Array;
  /** Those that a re-check of the same kind cleared on the same day. */
  readonly clearedFailures: Int32Array;
  /** Bit i set when INSPECTION_KINDS[i] is among them. */
  readonly inspectionKinds: number;
  /** Expiry printed on the certificate of each inspection, NO_DAY = none; empty when nothing is printed at all. */
  readonly expiries: Int32Array;
  readonly acceptedDay: number;
  /** First day of the end of its life. */
  readonly endedDay: number;
  /** Start of use of the present overspeed governor. */
  readonly governorDay: number;
  /** The maker's own longest interval in days; 0 = none stated. */
  readonly makerDays: number;
  /** Permission for on-demand maintenance; null without one that is whole. */
  readonly permit: Permit | null;
}

export type PackedElevator = Pick<
  Elevator,
  | 'inServiceOn'
  | 'recordsFrom'
  | 'status'
  | 'endedOn'
  | 'acceptedOn'
  | 'governorSince'
  | 'makerIntervalDays'
  | keyof Permitted
>;

export function packVisit(day: number, task: Task): number {
  return day * 8 + TASKS.indexOf(task);
}

/** The same history with one visit more: what saving a visit would change. */
export function withVisit(history: PackedHistory, day: number, task: Task): PackedHistory {
  return { ...history, visits: Int32Array.from([...history.visits, packVisit(day, task)]).sort() };
}

/** The same history with an act more on each of the days. */
export function withActs(history: PackedHistory, days: readonly number[], act: Act): PackedHistory {
  if (isTask(act)) {
    const more = days.map((day) => packVisit(day, act));
    return { ...history, visits: Int32Array.from([...history.visits, ...more]).sort() };
  }
  const printed = history.expiries.length > 0;
  const all = [
    ...Array.from(history.inspections, (packed, index) => ({ packed, expiry: history.expiries[index] ?? NO_DAY })),
    ...days.map((day) => ({ packed: packInspection(day, act), expiry: NO_DAY })),
  ].sort((a, b) => a.packed - b.packed);
  return {
    ...history,
    inspections: Int32Array.from(all, ({ packed }) => packed),
    expiries: Int32Array.from(printed ? all : [], ({ expiry }) => expiry),
    inspectionKinds: history.inspectionKinds | (1 << INSPECTION_KINDS.indexOf(act)),
  };
}

/** Epoch day of a packed visit (the shift keeps the sign of days before 1970). */
export function dayOfPacked(packed: number): number {
  return packed >> 3;
}

export function taskOfPacked(packed: number): Task {
  return TASKS[packed & 7]!;
}

export function packInspection(day: number, kind: InspectionKind): number {
  return day * 64 + INSPECTION_KINDS.indexOf(kind);
}

export function dayOfInspection(packed: number): number {
  return packed >> 6;
}

/** Packs the records that still stand; the order of the arguments does not matter. */
export function packHistory(
  elevator: Partial<PackedElevator>,
  visits: readonly Pick<Visit, 'date' | 'task'>[],
  outages: readonly Outage[],
  inspections: readonly Pick<Inspection, 'date' | 'kind' | 'result' | 'validUntil'>[],
): PackedHistory {
  const passed = inspections
    .filter(({ result }) => result !== 'fail')
    .map(({ date, kind, validUntil }) => ({
      packed: packInspection(toEpochDay(date), kind),
      expiry: dayOr(validUntil),
    }))
    .sort((a, b) => a.packed - b.packed);
  const endedDay = dayOr(lifeEndOf(elevator)?.on);
  return {
    visits: Int32Array.from(visits, ({ date, task }) => packVisit(toEpochDay(date), task)).sort(),
    outages: mergeOutages([
      ...outages.map(({ from, to }) => ({ from: toEpochDay(from), to: to === undefined ? null : toEpochDay(to) })),
      ...(endedDay === NO_DAY ? [] : [{ from: endedDay, to: null }]),
    ]),
    inServiceDay: dayOr(elevator.inServiceOn),
    recordsFromDay: dayOr(elevator.recordsFrom),
    inspections: Int32Array.from(passed, ({ packed }) => packed),
    ...failuresOf(inspections),
    inspectionKinds: passed.reduce((mask, { packed }) => mask | (1 << (packed & 63)), 0),
    expiries: Int32Array.from(passed.every(({ expiry }) => expiry === NO_DAY) ? [] : passed, ({ expiry }) => expiry),
    acceptedDay: dayOr(elevator.acceptedOn),
    endedDay,
    governorDay: dayOr(elevator.governorSince),
    makerDays: elevator.makerIntervalDays ?? 0,
    permit: permitOf(elevator),
  };
}

function failuresOf(
  inspections: readonly Pick<Inspection, 'date' | 'kind' | 'result'>[],
): Pick<PackedHistory, 'failures' | 'clearedFailures'> {
  const pack = ({ date, kind }: Pick<Inspection, 'date' | 'kind'>): number => packInspection(toEpochDay(date), kind);
  const failed = [...new Set(inspections.filter(({ result }) => result === 'fail').map(pack))];
  if (failed.length === 0) return { failures: NONE, clearedFailures: NONE };
  const rechecked = new Set(inspections.filter(({ result }) => result === 'recheck').map(pack));
  return {
    failures: Int32Array.from(failed.filter((packed) => !rechecked.has(packed))).sort(),
    clearedFailures: Int32Array.from(failed.filter((packed) => rechecked.has(packed))).sort(),
  };
}

const NONE = new Int32Array(0);

function dayOr(date: CivilDate | undefined): number {
  return date === undefined ? NO_DAY : toEpochDay(date);
}

/** `a0`, the later of `in_service_on` and `records_from`; NO_DAY when neither is known. */
export function clockStart(history: PackedHistory): number {
  return Math.max(history.inServiceDay, history.recordsFromDay);
}

/** Days in service in `(after, through]`: neither before the start of service, nor out, nor after its end. */
export function serviceDaysOf({ outages, inServiceDay }: PackedHistory, after: number, through: number): number {
  return serviceDaysIn(outages, Math.max(after, inServiceDay - 1), through);
}

/** Day from which age and service years count: acceptance, else start of service, else NO_DAY. */
export function baseDay({ acceptedDay, inServiceDay }: PackedHistory): number {
  return acceptedDay === NO_DAY ? inServiceDay : acceptedDay;
}

/** Whether the packed visits hold one of that day (they are sorted by day). */
export function hasVisitOn({ visits }: Pick<PackedHistory, 'visits'>, day: number): boolean {
  let low = 0;
  let high = visits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayOfPacked(visits[middle]!) < day) low = middle + 1;
    else high = middle;
  }
  return low < visits.length && dayOfPacked(visits[low]!) === day;
}
