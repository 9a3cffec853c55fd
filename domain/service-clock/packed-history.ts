import { toEpochDay } from '../calendar/civil-date';
import type { Elevator, Outage } from '../elevator/elevator';
import { TASKS, type Task, type Visit } from '../visit/visit';
import { mergeOutages, type MergedOutages } from './outages';

/** No such date. Below every epoch day a four-digit year can give. */
export const NO_DAY = -0x8000_0000;

/** One elevator's dates as the audit reads them. Visits are `day * 8 + index of the task in TASKS`, ascending. */
export interface PackedHistory {
  readonly visits: Int32Array;
  readonly outages: MergedOutages;
  readonly inServiceDay: number;
  readonly recordsFromDay: number;
}

export function packVisit(day: number, task: Task): number {
  return day * 8 + TASKS.indexOf(task);
}

/** The same history with one visit more: what saving a visit would change. */
export function withVisit(history: PackedHistory, day: number, task: Task): PackedHistory {
  return { ...history, visits: Int32Array.from([...history.visits, packVisit(day, task)]).sort() };
}

/** Epoch day of a packed visit (the shift keeps the sign of days before 1970). */
export function dayOfPacked(packed: number): number {
  return packed >> 3;
}

export function taskOfPacked(packed: number): Task {
  return TASKS[packed & 7]!;
}

/** Packs the records that still stand; the order of the arguments does not matter. */
export function packHistory(
  elevator: Pick<Elevator, 'inServiceOn' | 'recordsFrom'>,
  visits: readonly Pick<Visit, 'date' | 'task'>[],
  outages: readonly Outage[],
): PackedHistory {
  return {
    visits: Int32Array.from(visits, ({ date, task }) => packVisit(toEpochDay(date), task)).sort(),
    outages: mergeOutages(
      outages.map(({ from, to }) => ({ from: toEpochDay(from), to: to === undefined ? null : toEpochDay(to) })),
    ),
    inServiceDay: elevator.inServiceOn === undefined ? NO_DAY : toEpochDay(elevator.inServiceOn),
    recordsFromDay: elevator.recordsFrom === undefined ? NO_DAY : toEpochDay(elevator.recordsFrom),
  };
}

/** `a0`, the later of `in_service_on` and `records_from`; NO_DAY when neither is known. */
export function clockStart(history: PackedHistory): number {
  return Math.max(history.inServiceDay, history.recordsFromDay);
}
