import { grouped, groupedByEach } from '../record/grouped';
import { toEpochDay, type CivilDate, type EpochDay } from '../calendar/civil-date';
import { dayWritten } from '../calendar/entered-at';
import type { CallOut } from '../callout/callout';
import type { Elevator, Outage, RegistrationNo } from '../elevator/elevator';
import type { DeviceEvent } from '../device-event/device-event';
import { minutesOnSite } from '../reading/times';
import { measuredTimes } from '../visit/times';
import type { Visit } from '../visit/visit';
import type { Certificate } from './certificate';
import type { Person } from '../roster/person';
import { nameKey, siteKey } from './names';
import { onceEach } from './once-each';
import { EventIndex, type Span, type TimedEvent } from './event-index';
import type { Ways } from './ways';

/** The records of a fleet; null = no such table was given, so nothing can be said of what it would hold. */
export interface DoubtTables {
  readonly elevators: readonly Elevator[];
  readonly visits: readonly Visit[];
  readonly outages: readonly (Outage & { readonly registrationNo: RegistrationNo })[] | null;
  readonly callouts: readonly CallOut[] | null;
  readonly certificates: readonly Certificate[] | null;
  /** People on record with their firms; absent as null. */
  readonly roster?: readonly Person[] | null;
  /** Rows of a second source; of an elevator those near its visits will do. */
  readonly deviceEvents: readonly DeviceEvent[] | null;
  readonly ways: Ways | null;
  /** Checklist items that ask for a measured value or an answer of their own. */
  readonly askedItems: ReadonlySet<string>;
  /** Visits after this day are not looked at. */
  readonly asOf: CivilDate;
}

/** A visit with what the checks compare: minutes since 1970 on the clock of the place, null where they are not known. */
export interface Seen {
  readonly visit: Visit;
  readonly day: EpochDay;
  readonly site: string | null;
  /** Those who are named, each once, as names are compared. */
  readonly people: readonly string[];
  /** Both or neither, and none that was filled: a start alone is no interval. An end before the start is one of the next day. */
  readonly start: number | null;
  readonly end: number | null;
  /** Day on which it was written down, and the minute since 1970 where that is known too. */
  readonly enteredOn: EpochDay | null;
  readonly enteredAt: number | null;
}

/** A visit whose interval and site are known. */
export interface Placed extends Seen {
  readonly site: string;
  readonly start: number;
  readonly end: number;
}

/** The tables with their visits in an order of their own, so that the order of rows changes nothing. */
export interface DoubtFacts extends DoubtTables {
  readonly seen: readonly Seen[];
  /** `nameKey`, each spelling worked out once. */
  readonly keyOf: (name: string) => string;
  readonly elevatorOf: (registrationNo: string) => Elevator | undefined;
  /** Those that name a person, by name; each visit once a person. */
  readonly byPerson: () => ReadonlyMap<string, readonly Seen[]>;
  readonly byElevator: () => ReadonlyMap<string, readonly Seen[]>;
  /** What a second source has near a visit. */
  readonly eventsNear: (one: Seen & Span) => readonly TimedEvent[];
}

/** Looks through the tables once; sorting is what costs, n log n of each day. */
export function factsOf(tables: DoubtTables): DoubtFacts {
  const elevators = new Map(tables.elevators.map((elevator) => [elevator.registrationNo as string, elevator]));
  const known = onceEach((address: string) => siteKey(address));
  const sites = new Map([...elevators].map(([no, { address }]) => [no, address === undefined ? null : known(address)]));
  const looked = tables.visits.filter(({ date }) => date <= tables.asOf);
  const keyOf = onceEach(nameKey);
  const seen = seenOf(looked, ({ registrationNo }) => sites.get(registrationNo) ?? null, keyOf);
  let people: Map<string, Seen[]> | undefined;
  let places: Map<string, Seen[]> | undefined;
  let events: Map<string, EventIndex> | undefined;
  return {
    ...tables,
    seen,
    keyOf,
    elevatorOf: (no) => elevators.get(no),
    byPerson: () => (people ??= groupedByEach(seen, (one) => one.people)),
    byElevator: () => (places ??= grouped(seen, ({ visit }) => visit.registrationNo)),
    eventsNear: (one) => (events ??= indexed(tables.deviceEvents ?? [])).get(one.visit.registrationNo)?.near(one) ?? [],
  };
}

function indexed(events: readonly DeviceEvent[]): Map<string, EventIndex> {
  const byElevator = grouped(events, ({ registrationNo }) => registrationNo as string);
  return new Map([...byElevator].map(([no, own]) => [no, new EventIndex(own)]));
}

const DAY = 1440;

/** Visits with their intervals, in order. */
export function seenOf(
  visits: readonly Visit[],
  siteOf: (visit: Visit) => string | null,
  keyOf: (name: string) => string = nameKey,
): readonly Seen[] {
  const dayOf = onceEach(toEpochDay);
  const dayOfEntry = onceEach((at: string) => toEpochDay(dayWritten(at)));
  const days = new Map<EpochDay, Seen[]>();
  for (const visit of visits) {
    const { date, enteredAt, technicians } = visit;
    const { startedAt, endedAt } = measuredTimes(visit);
    const day = dayOf(date);
    const lasted = startedAt === undefined || endedAt === undefined ? null : minutesOnSite(startedAt, endedAt);
    const start = lasted === null ? null : day * DAY + minuteOf(startedAt!); // known, as `lasted` is
    const enteredOn = enteredAt === undefined ? null : dayOfEntry(enteredAt.slice(0, 10));
    const one: Seen = {
      visit,
      day,
      site: siteOf(visit),
      people: keysOf(technicians, keyOf),
      start,
      end: start === null ? null : start + lasted!,
      enteredOn,
      enteredAt:
        enteredOn === null || enteredAt!.length === 10 ? null : enteredOn * DAY + minuteOf(enteredAt!.slice(11)),
    };
    const group = days.get(day);
    if (group === undefined) days.set(day, [one]);
    else group.push(one);
  }
  // Sorted a day at a time: what is compared most often are the numbers of one day.
  return [...days].sort(([a], [b]) => a - b).flatMap(([, ofDay]) => ofDay.sort(inOrder));
}

/** The names themselves where they are their own keys, as most are: a fleet has millions of visits. */
function keysOf(names: readonly string[], keyOf: (name: string) => string): readonly string[] {
  if (names.every((name, place) => keyOf(name) === name && names.indexOf(name) === place)) return names;
  return [...new Set(names.map(keyOf))];
}

const ZERO = 48;

/** `HH:MM` as minutes. */
function minuteOf(time: string): number {
  const digit = (place: number): number => time.charCodeAt(place) - ZERO;
  return (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
}

/** Visits of one day: by time, then by what else tells two of them apart. */
function inOrder(a: Seen, b: Seen): number {
  return (
    (a.start ?? -1) - (b.start ?? -1) ||
    (a.end ?? -1) - (b.end ?? -1) ||
    compare(a.visit.registrationNo, b.visit.registrationNo) ||
    compare(a.visit.task, b.visit.task)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether somebody is known to have stood somewhere; a visit of no minutes is no interval. */
export function isPlaced(one: Seen): one is Placed {
  return one.site !== null && one.start !== null && one.end !== null && one.end > one.start;
}

/** As it stands in the records, for a name in its compared form. */
export function writtenName({ technicians }: Visit, key: string): string {
  return technicians.find((name) => nameKey(name) === key) ?? key;
}
