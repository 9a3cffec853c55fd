import type { DeviceEvent, DeviceEventKind } from '../device-event/device-event';
import { EventIndex, type Span, type TimedEvent } from './event-index';
import { seenOf, type Seen } from './facts';
import type { Visit } from '../visit/visit';

/** The car does what somebody on it wants, and carries nobody. */
export const MODE_KINDS: readonly DeviceEventKind[] = ['maintenance-mode', 'inspection-switch'];
/** What somebody or a camera saw. */
export const SEEN_KINDS: readonly DeviceEventKind[] = ['person-present', 'person-absent'];

/** The rows of one elevator that lie near its visits: all that a check reads of them, and so all that is carried. */
export function eventsNearVisits(visits: readonly Visit[], events: readonly DeviceEvent[]): ReadonlySet<DeviceEvent> {
  if (events.length === 0) return new Set();
  const index = new EventIndex(events);
  return new Set(
    seenOf(visits, () => null)
      .filter(isTimed)
      .flatMap((one) => index.near(one).map(({ event }) => event)),
  );
}

export function isTimed(one: Seen): one is Seen & Span {
  return one.start !== null && one.end !== null;
}

/** Minutes of a span that some of the spans have, each once. */
export function sharedMinutes({ start, end }: Span, spans: readonly Span[]): number {
  let [shared, reached] = [0, start];
  for (const one of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(one.start, reached);
    const to = Math.min(one.end, end);
    if (to > from) {
      shared += to - from;
      reached = to;
    }
  }
  return shared;
}

/** The rows of some kinds whose beginning and end are known. */
export function spansOf(
  near: readonly TimedEvent[],
  kinds: readonly DeviceEventKind[],
): readonly (TimedEvent & Span)[] {
  return near.filter((one): one is TimedEvent & Span => one.end !== null && kinds.includes(one.event.kind));
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && one.end > other.start;
}

/** Runs in normal operation wholly inside a visit, but for `tolerance` minutes at both its ends, with no switch on. */
export function runsInside(
  visit: Span,
  near: readonly TimedEvent[],
  tolerance: number,
): readonly (TimedEvent & Span)[] {
  const modes = spansOf(near, MODE_KINDS);
  const [from, to] = [visit.start + tolerance, visit.end - tolerance];
  return spansOf(near, ['trips']).filter(
    (one) =>
      one.start >= from && one.end <= to && !modes.some((mode) => mode.start <= one.end && mode.end >= one.start),
  );
}

export function countOf(events: readonly TimedEvent[]): number {
  return events.reduce((sum, { event: { count = 1 } }) => sum + count, 0);
}

/** Spans with `by` minutes less at both ends; those that have no more are left out. */
export function narrowed(spans: readonly Span[], by: number): readonly Span[] {
  return spans.map(({ start, end }) => ({ start: start + by, end: end - by })).filter(({ start, end }) => end > start);
}
