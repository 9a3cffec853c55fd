import { toCivilDate, toEpochDay } from '../calendar/civil-date';
import { standing, type Recorded } from '../record/dossier';
import type { Dossier } from '../record/dossier';
import type { DeviceEvent, DeviceEventKind } from '../device-event/device-event';
import type { Visit } from '../visit/visit';
import { EventIndex, timed, type Span, type TimedEvent } from './event-index';
import { seenOf } from './facts';
import {
  countOf,
  isTimed,
  MODE_KINDS,
  overlaps,
  runsInside,
  SEEN_KINDS,
  sharedMinutes,
  spansOf,
} from './second-source';

/** In what a visit and a second source differ, in minutes; null = what would say so is not known. */
export interface Difference {
  /** Minutes of the visit with a switch on, seen with somebody there, and seen with nobody. */
  readonly mode: number;
  readonly present: number;
  readonly absent: number;
  /** Runs in normal operation while no switch was on. */
  readonly runs: number;
  /** By how much the source begins and ends later than the record, of what supports it. */
  readonly begins: number | null;
  readonly ends: number | null;
}

/** A visit beside what a second source has of its time, or what the source has where the record has nothing. */
export interface SideBySide {
  readonly visit: Recorded<Visit> | null;
  /** In the order of their starts. */
  readonly events: readonly Recorded<DeviceEvent>[];
  /** Null where the visit has no times, or there is no visit. */
  readonly difference: Difference | null;
  /** How long the source says it lasted, where there is no visit; null where it has no end. */
  readonly minutes: number | null;
  /** Rows of what was seen by a clock that nobody compared. */
  readonly clockUnknown: boolean;
}

export interface Compared {
  /** Newest first. */
  readonly rows: readonly SideBySide[];
  /** Visits of whose time the source has nothing. */
  readonly without: number;
}

const DAY = 1440;
/** Kinds that say that somebody was there, visit or none. */
const ALONE: readonly DeviceEventKind[] = [...MODE_KINDS, 'person-present'];

/** The visits of an elevator beside its second source. Runs, doors and faults stand beside visits alone: a device brings thousands. */
export function sideBySide({ visits, deviceEvents }: Pick<Dossier, 'visits' | 'deviceEvents'>): Compared {
  const own = visits.filter(({ withdrawn }) => withdrawn !== true);
  const events = eventsWorthALook(deviceEvents, own);
  const recordOf = new Map(events.map((record) => [record.value, record]));
  const index = new EventIndex(standing(events));
  const visitOf = new Map(own.map((record) => [record.value, record]));
  const met = new Set<DeviceEvent>();
  const rows: (SideBySide & { readonly at: number })[] = [];
  let without = 0;
  for (const one of seenOf([...visitOf.keys()], () => null)) {
    const day = toEpochDay(one.visit.date) * DAY;
    const span = isTimed(one) ? one : { start: day, end: day + DAY };
    const near = index.near(span).filter(({ start, end }) => overlaps({ start, end: (end ?? start) + 1 }, span));
    if (near.length === 0) {
      without += 1;
      continue;
    }
    for (const { event } of near) met.add(event);
    rows.push({
      visit: visitOf.get(one.visit)!, // made of them
      events: near.map(({ event }) => recordOf.get(event)!),
      difference: isTimed(one) ? differenceOf(one, near) : null,
      minutes: null,
      clockUnknown: near.some(isUnclocked),
      at: span.start,
    });
  }
  for (const record of events)
    if (!met.has(record.value) && ALONE.includes(record.value.kind)) {
      const one = timed(record.value);
      const minutes = one.end === null ? null : one.end - one.start;
      rows.push({
        visit: null,
        events: [record],
        difference: null,
        minutes,
        clockUnknown: isUnclocked(one),
        at: one.start,
      });
    }
  return { rows: rows.sort((a, b) => b.at - a.at).map(({ at: _, ...row }) => row), without };
}

/** Of many thousands those that may lie at a visit or stand alone, told by their days: this runs while a page is drawn. */
function eventsWorthALook(
  events: readonly Recorded<DeviceEvent>[],
  visits: readonly Recorded<Visit>[],
): readonly Recorded<DeviceEvent>[] {
  const days = new Set(
    [...new Set(visits.map(({ value: { date } }) => date))].flatMap((date) =>
      [-1, 0, 1].map((away): string => toCivilDate(toEpochDay(date) + away)),
    ),
  );
  return events.filter(({ withdrawn, value: { kind, startedAt, endedAt = startedAt, clockAhead = 0 } }) => {
    if (withdrawn === true) return false;
    const day = startedAt.slice(0, 10);
    const isAnyDay = !endedAt.startsWith(day) || Math.abs(clockAhead) >= DAY || ALONE.includes(kind);
    return isAnyDay || days.has(day);
  });
}

function isUnclocked({ event: { kind, clockAhead } }: TimedEvent): boolean {
  return clockAhead === undefined && SEEN_KINDS.includes(kind);
}

function differenceOf(visit: Span, near: readonly TimedEvent[]): Difference {
  const seen = near.filter((one) => !isUnclocked(one));
  const [mode, present, absent] = [
    spansOf(near, MODE_KINDS),
    spansOf(seen, ['person-present']),
    spansOf(seen, ['person-absent']),
  ];
  const support = mode.length > 0 ? mode : present;
  const isKnown = support.length > 0;
  return {
    mode: sharedMinutes(visit, mode),
    present: sharedMinutes(visit, present),
    absent: sharedMinutes(visit, absent),
    runs: countOf(runsInside(visit, near, 0)),
    begins: isKnown ? Math.min(...support.map(({ start }) => start)) - visit.start : null,
    ends: isKnown ? Math.max(...support.map(({ end }) => end)) - visit.end : null,
  };
}
