import { toEpochDay } from '../../calendar/civil-date';
import type { Task } from '../../visit/visit';
import type { Conduct } from '../conduct';
import type { Random } from '../random';
import { dueTask, firstPhases, visitDaysOf } from '../sample-visits';
import type { Stock } from '../site-stock';
import { isClosed, nextWorkingDay } from './closed-days';
import { isNightSite, type Depot } from './depots';

/** One lift of a round. */
export interface Stop {
  /** Index among the elevators of the depot. */
  readonly lift: number;
  readonly task: Task;
  /** A visit broken off, and its end another day. */
  readonly part?: 'first' | 'second';
}

/** What one crew records for one batch of one day. */
export interface Round {
  readonly no: number;
  /** Null where a lift has a round of its own: after an outage, by a planted lapse, the rest of a broken-off visit. */
  readonly batch: number | null;
  readonly site: number;
  readonly crew: number;
  readonly day: number;
  readonly night: boolean;
  readonly stops: readonly Stop[];
}

/** Lifts of one site that are served together. */
export interface Batch {
  readonly site: number;
  readonly crew: number;
  readonly night: boolean;
  readonly lifts: readonly number[];
}

export interface Lift extends Stock {
  readonly site: number;
}

const OWN_RHYTHM: readonly Conduct[] = ['stopped', 'every-fifth-late', 'monthly', 'one-gap'];
const MOST_A_BATCH = 5;
const MINUTES_A_LIFT = 60;
const MINUTES_A_WAY = 20;
const FULL_DAY = 430;
const LONG_DAY = 600;
const FULL_NIGHT = 300;
const LONG_NIGHT = 360;
const LAWFUL = 15;
const EARLIEST = 9;

type Planned = Omit<Round, 'no' | 'stops'> & { readonly lifts: readonly number[] };

/** All rounds of a depot by day, as its crews plan them, and the batches they are of. */
export function planRounds(
  depot: Depot,
  lifts: readonly Lift[],
  firstNo: number,
  random: Random,
): { readonly rounds: Round[]; readonly batches: readonly Batch[] } {
  const batches = batchesOf(depot, lifts);
  const planned = depot.crews.flatMap((_, crew) => roundsOfCrew(depot, crew, lifts, batches, random.fork(crew)));
  planned.sort((a, b) => a.day - b.day || a.crew - b.crew || a.site - b.site);
  const phases = lifts.map(({ course, own }) => firstPhases(course.fromDay, own.fork(7)));
  const taskOf = (lift: number, day: number): Task =>
    lifts[lift]!.course.conduct === 'never-longer' ? 'half-month' : dueTask(day, phases[lift]!);
  const rounds = planned.map(({ lifts: of, ...round }, nth) => ({
    ...round,
    no: firstNo + nth,
    stops: of.map((lift) => ({ lift, task: taskOf(lift, round.day) })),
  }));
  return { rounds, batches };
}

function batchesOf(depot: Depot, lifts: readonly Lift[]): Batch[] {
  return depot.sites.flatMap((site, index) => {
    const followers = lifts.flatMap(({ site: of, course: { conduct } }, lift) =>
      of === index && !OWN_RHYTHM.includes(conduct) ? [lift] : [],
    );
    const count = Math.ceil(followers.length / MOST_A_BATCH);
    const night = isNightSite(site) && depot.crews[site.beat]!.pairs.length === 2;
    return Array.from({ length: count }, (_, nth) => ({
      site: index,
      crew: site.beat,
      night,
      lifts: followers.slice(
        Math.floor((nth * followers.length) / count),
        Math.floor(((nth + 1) * followers.length) / count),
      ),
    }));
  });
}

function roundsOfCrew(
  depot: Depot,
  crew: number,
  lifts: readonly Lift[],
  batches: readonly Batch[],
  random: Random,
): Planned[] {
  const alone = (lift: number, day: number): Planned => {
    const { site } = lifts[lift]!;
    const night = isNightSite(depot.sites[site]!) && depot.crews[crew]!.pairs.length === 2;
    return { batch: null, site, crew, day, night, lifts: [lift] };
  };
  const mine = lifts.flatMap(({ site }, lift) => (depot.sites[site]!.beat === crew ? [lift] : []));
  const planned = mine
    .filter((lift) => OWN_RHYTHM.includes(lifts[lift]!.course.conduct))
    .flatMap((lift) => {
      const { course, outages, own } = lifts[lift]!;
      return visitDaysOf(course, outages, own).map(({ day }) => alone(lift, day));
    });
  const loads = { day: new Map<number, number>(), night: new Map<number, number>() };
  const load = ({ day, night, lifts: { length } }: Planned): void => {
    const ofShift = night ? loads.night : loads.day;
    ofShift.set(day, (ofShift.get(day) ?? 0) + MINUTES_A_WAY + MINUTES_A_LIFT * length);
  };
  planned.forEach(load);
  const running = batches
    .map((batch, index) => ({ batch, index, last: 0, first: true }))
    .filter(({ batch }) => batch.crew === crew);
  for (const one of running)
    one.last = Math.min(...one.batch.lifts.map((lift) => lifts[lift]!.course.fromDay)) - random.whole(2, 13);
  const asOfDay = lifts[0]!.course.asOfDay;
  while (running.length > 0) {
    const one = running.reduce((a, b) => (b.last < a.last ? b : a));
    const day = nextDay(one.last, one.batch, one.batch.night ? loads.night : loads.day, random);
    one.last = day;
    if (day > asOfDay) {
      running.splice(running.indexOf(one), 1);
      continue;
    }
    const there = one.batch.lifts.filter((lift) => isServed(lifts[lift]!, day));
    if (there.length === 0) continue;
    const { site, night } = one.batch;
    const round: Planned = { batch: one.index, site, crew, day, night, lifts: there };
    planned.push(round);
    load(round);
  }
  return [...planned, ...returns(mine, lifts, planned, alone)];
}

/** The visit on the day on which a lift is back, where its batch does not come that day. */
function returns(
  mine: readonly number[],
  lifts: readonly Lift[],
  planned: readonly Planned[],
  alone: (lift: number, day: number) => Planned,
): Planned[] {
  return mine.flatMap((lift) => {
    const { course, outages } = lifts[lift]!;
    if (OWN_RHYTHM.includes(course.conduct)) return [];
    return outages.flatMap(({ to }) => {
      if (to === undefined) return [];
      const day = toEpochDay(to);
      if (day > course.asOfDay || planned.some((round) => round.day === day && round.lifts.includes(lift))) return [];
      return [alone(lift, day)];
    });
  });
}

export function isServed({ course, outages }: Lift, day: number): boolean {
  return day >= course.fromDay && day <= course.asOfDay && !isOut(outages, day);
}

export function isOut(outages: Lift['outages'], day: number): boolean {
  return outages.some(({ from, to }) => toEpochDay(from) <= day && (to === undefined || day < toEpochDay(to)));
}

/** 13 or 14 days on; earlier where that day is closed or full; the 15th; and where all are, the emptiest of them. */
function nextDay(last: number, batch: Batch, loads: ReadonlyMap<number, number>, random: Random): number {
  const minutes = MINUTES_A_LIFT * batch.lifts.length;
  const full = batch.night ? FULL_NIGHT : FULL_DAY;
  const long = batch.night ? LONG_NIGHT : LONG_DAY;
  const wish = last + random.pick([13, 14, 14, 14]);
  const days = [];
  for (let day = wish; day >= last + EARLIEST; day--) days.push(day);
  for (let day = wish + 1; day <= last + LAWFUL; day++) days.push(day);
  const open = days.filter((day) => !isClosed(day));
  const loadOf = (day: number): number => loads.get(day) ?? 0;
  return (
    open.find((day) => loadOf(day) + minutes <= full) ??
    open.find((day) => loadOf(day) + minutes <= long) ??
    days.reduce((a, b) => (loadOf(b) < loadOf(a) ? b : a))
  );
}

const BROKEN_OFF = 1 / 120;

/** Some visits are broken off and ended the next working day, by a record of its own. Only rounds that take place. */
export function withBrokenOff(
  rounds: readonly Round[],
  takesPlace: (round: Round) => boolean,
  asOfDay: number,
  lifts: readonly Lift[],
  random: Random,
): Round[] {
  const busy = new Set(rounds.flatMap(({ day, stops }) => stops.map(({ lift }) => `${lift} ${day}`)));
  return rounds.flatMap((round) => {
    if (round.batch === null || round.night || !random.chance(BROKEN_OFF) || !takesPlace(round)) return [round];
    const at = random.whole(0, round.stops.length - 1);
    const { lift, task } = round.stops[at]!;
    const day = nextWorkingDay(round.day);
    if (day > asOfDay || busy.has(`${lift} ${day}`) || !isServed(lifts[lift]!, day)) return [round];
    busy.add(`${lift} ${day}`);
    const stops = round.stops.map((stop, nth): Stop => (nth === at ? { ...stop, part: 'first' } : stop));
    return [
      { ...round, stops },
      { ...round, batch: null, day, stops: [{ lift, task, part: 'second' }] },
    ];
  });
}
