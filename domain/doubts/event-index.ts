import { minuteSinceEpoch } from '../callout/local-minute';
import type { DeviceEvent, DeviceEventKind } from '../device-event/device-event';
import { grouped } from '../record/grouped';

/** Each row happens so often; one without an end happens at its start. */
const COUNTED_KINDS: readonly DeviceEventKind[] = ['trips', 'door-cycles', 'fault'];

/** Minutes since 1970 by the right clock. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A row of the source; `end` is null where it is not known. */
export interface TimedEvent {
  readonly event: DeviceEvent;
  readonly start: number;
  readonly end: number | null;
}

/** The times of a row by the right clock, as far as its own is known. */
export function timed(event: DeviceEvent): TimedEvent {
  const { kind, startedAt, endedAt, clockAhead = 0, count = 1 } = event;
  const start = minuteSinceEpoch(startedAt) - clockAhead;
  const isMoment = endedAt === undefined && COUNTED_KINDS.includes(kind) && count <= 1;
  return {
    event,
    start,
    end: endedAt === undefined ? (isMoment ? start : null) : minuteSinceEpoch(endedAt) - clockAhead,
  };
}

/** Before and behind a visit; what lies further away is not looked at. */
const NEAR_MINUTES = 60;
const DAY = 1440;

/** Finds the rows that lie near a visit, however many an elevator has. */
export class EventIndex {
  readonly #byDay: ReadonlyMap<string, readonly TimedEvent[]>;
  /** Rows of several days: few, or the source is no source. */
  readonly #long: readonly TimedEvent[];

  constructor(events: readonly DeviceEvent[]) {
    const all = events.map(timed);
    const isLong = ({ start, end }: TimedEvent): boolean => end !== null && end - start >= DAY;
    this.#long = all.filter(isLong);
    this.#byDay = grouped(
      all.filter((one) => !isLong(one)),
      ({ start }) => String(Math.floor(start / DAY)),
    );
  }

  /** In the order of their starts. */
  near({ start, end }: Span): readonly TimedEvent[] {
    const [from, to] = [start - NEAR_MINUTES, end + NEAR_MINUTES];
    const found = this.#long.filter((one) => touches(one, from, to));
    for (let day = Math.floor(from / DAY) - 1; day <= Math.floor(to / DAY); day += 1)
      for (const one of this.#byDay.get(String(day)) ?? []) if (touches(one, from, to)) found.push(one);
    return found.sort((a, b) => a.start - b.start);
  }
}

function touches({ start, end }: TimedEvent, from: number, to: number): boolean {
  return start <= to && (end ?? start) >= from;
}
