import { civilPartsOf, epochDayOf } from '../../domain/calendar/civil-date';
import type { StripModel } from '../../domain/report/strip';

/** A linear axis: one width a day. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly x: (day: number) => number;
}

export function axisOf(from: number, to: number, left: number, width: number): Axis {
  const perDay = width / (to - from + 1);
  return { from, to, x: (day) => left + (day - from) * perDay };
}

/** First days of the months inside the axis. */
export function monthsOf({ from, to }: Axis): { day: number; year: number; month: number }[] {
  const start = civilPartsOf(from);
  const months: { day: number; year: number; month: number }[] = [];
  for (let index = start.year * 12 + start.month - 1; ; index++) {
    const year = Math.floor(index / 12);
    const month = (index % 12) + 1;
    const day = epochDayOf(year, month, 1);
    if (day > to) return months;
    if (day >= from) months.push({ day, year, month });
  }
}

/** `[from, to]` without the days out of service: the clock stands still there, so nothing is late. */
export function serviceSpans({ outages }: StripModel, from: number, to: number): [number, number][] {
  const spans: [number, number][] = [];
  let start = from;
  for (const outage of outages) {
    if (outage.to <= start || outage.from > to) continue;
    if (outage.from > start) spans.push([start, outage.from - 1]);
    start = Math.max(start, outage.to);
  }
  if (start <= to) spans.push([start, to]);
  return spans;
}
