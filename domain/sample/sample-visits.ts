import { toCivilDate, toEpochDay } from '../calendar/civil-date';
import { addMonths } from '../calendar/interval';
import type { RegistrationNo } from '../elevator/elevator';
import type { ImportedRecord } from '../record/entry';
import type { Task, Visit } from '../visit/visit';
import { gapDays, type Conduct } from './conduct';
import type { Random } from './random';

export interface Course {
  readonly registrationNo: RegistrationNo;
  readonly conduct: Conduct;
  /** First and last day on which anything can be on record. */
  readonly fromDay: number;
  readonly asOfDay: number;
}

interface OutDays {
  readonly from: number;
  readonly to: number | null;
  readonly reason: string;
}

export interface VisitDay {
  readonly day: number;
  readonly task: Task;
}

const SUNDAY = 3; // 1970-01-01 was a Thursday: day % 7 === 3 is a Sunday

/** The outages of an elevator, by date, all beginning inside its course. */
export function outagesOf(
  { registrationNo, conduct, fromDay, asOfDay }: Course,
  random: Random,
): ImportedRecord<'outages'>[] {
  const span = asOfDay - fromDay;
  return plannedOutages(conduct, asOfDay, random)
    .filter(({ from }) => from > fromDay + 20 && span > 60)
    .map(({ from, to, reason }) => ({
      registrationNo,
      from: toCivilDate(from),
      ...(to === null ? {} : { to: toCivilDate(to) }),
      reason,
    }));
}

function plannedOutages(conduct: Conduct, asOfDay: number, random: Random): OutDays[] {
  switch (conduct) {
    case 'closed-half-year': {
      const from = asOfDay - random.whole(300, 330);
      return [{ from, to: from + random.whole(178, 186), reason: '楼宇改造停用' }];
    }
    case 'open-outage':
      return [{ from: asOfDay - random.whole(35, 70), to: null, reason: '主机大修待件' }];
    case 'repair': {
      const from = asOfDay - random.whole(90, 250);
      return [
        { from, to: from + random.whole(8, 26), reason: random.pick(['更换曳引钢带', '更换梯级链', '轿厢装潢改造']) },
      ];
    }
    case 'stopped': {
      const from = asOfDay - random.whole(60, 75);
      return [{ from, to: from + random.whole(18, 24), reason: '困人后停梯检修' }];
    }
    default:
      return [];
  }
}

/** Days and categories of the visits, by date. A category falls due early enough that the next visit is still in time. */
export function visitDaysOf(course: Course, outages: readonly ImportedRecord<'outages'>[], random: Random): VisitDay[] {
  const { conduct, fromDay, asOfDay } = course;
  const lastDay = conduct === 'stopped' ? asOfDay - random.whole(120, 190) : asOfDay;
  const longGapAt = conduct === 'one-gap' ? asOfDay - random.whole(120, 260) : Number.POSITIVE_INFINITY;
  const since = firstPhases(fromDay, random);
  const visits: VisitDay[] = [];
  let day = fromDay + random.whole(0, 11);
  let gapTaken = false;
  while (day <= lastDay) {
    const task = conduct === 'never-longer' ? 'half-month' : dueTask(day, since);
    visits.push({ day, task });
    let next = day + gapDays(conduct, visits.length - 1, random);
    if (!gapTaken && next > longGapAt) [next, gapTaken] = [next + random.whole(9, 16), true];
    day = afterOutages(worked(next, day, conduct), outages);
  }
  return visits;
}

export type Phases = { quarter: number; halfYear: number; year: number };

export function firstPhases(fromDay: number, random: Random): Phases {
  const year = fromDay - random.whole(0, 330);
  const halfYear = Math.max(year, fromDay - random.whole(0, 150));
  return { year, halfYear, quarter: Math.max(halfYear, fromDay - random.whole(0, 65)) };
}

/** The category that falls due on a day, by when each was done last, which it keeps. */
export function dueTask(day: number, since: Phases): Task {
  const isDue = (last: number, months: number): boolean => addMonths(last, months) - day < 18;
  const task: Task = isDue(since.year, 12)
    ? 'year'
    : isDue(since.halfYear, 6)
      ? 'half-year'
      : isDue(since.quarter, 3)
        ? 'quarter'
        : 'half-month';
  if (task === 'year') since.year = day;
  if (task === 'year' || task === 'half-year') since.halfYear = day;
  if (task !== 'half-month') since.quarter = day;
  return task;
}

/** Crews come a day earlier rather than on a Sunday, except where a planted lapse needs its exact days. */
function worked(next: number, previous: number, conduct: Conduct): number {
  const isSunday = ((next % 7) + 7) % 7 === SUNDAY;
  return isSunday && conduct !== 'every-fifth-late' && next - 1 > previous ? next - 1 : next;
}

/** Nobody comes while the elevator is out of service; the crew comes on the day it is back. */
function afterOutages(day: number, outages: readonly ImportedRecord<'outages'>[]): number {
  const date = toCivilDate(day);
  const covering = outages.find(({ from, to }) => from <= date && (to === undefined || date < to));
  if (covering === undefined) return day;
  return covering.to === undefined ? Number.POSITIVE_INFINITY : toEpochDay(covering.to);
}

/** Least and most minutes of a visit. */
export const MINUTES: Readonly<Record<Task, readonly [number, number]>> = {
  'half-month': [34, 62],
  quarter: [55, 85],
  'half-year': [80, 120],
  year: [120, 190],
};
const FIRST_START = 8 * 60;
const LAST_START = 17 * 60;

/** Start and end for the visits of one crew on one day, one after another; visits that do not fit carry no times. */
export function crewTimes(tasks: readonly Task[], random: Random): ({ startedAt: string; endedAt: string } | null)[] {
  let minute = FIRST_START + random.whole(0, 90);
  return tasks.map((task) => {
    const start = minute;
    const [shortest, longest] = MINUTES[task];
    minute += random.whole(shortest, longest);
    const times = start > LAST_START ? null : { startedAt: clock(start), endedAt: clock(minute) };
    minute += random.whole(8, 20);
    return times;
  });
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

export const NOTES = ['补充导轨润滑油', '更换层门门轮一只', '清理底坑积水', '调整门间隙', '更换轿厢照明灯管'] as const;

export function sampleVisit(
  registrationNo: RegistrationNo,
  { day, task }: VisitDay,
  crew: { readonly technicians: readonly string[]; readonly confirmedBy: string },
  times: { startedAt: string; endedAt: string } | null,
  random: Random,
): Visit {
  return {
    registrationNo,
    date: toCivilDate(day),
    task,
    ...times,
    technicians: crew.technicians,
    ...(random.chance(0.97) ? { confirmedBy: crew.confirmedBy } : {}),
    ...(random.chance(0.06) ? { note: random.pick(NOTES) } : {}),
  };
}
