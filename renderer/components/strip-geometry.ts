import { civilPartsOf, epochDayOf } from '../../domain/calendar/civil-date';
import { serviceSpans, type StripInterval, type StripModel } from '../../domain/report/strip';

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

/** Days in service in `[from, to]`, as far as the strip knows the outages. */
export function serviceDays(strip: StripModel, from: number, to: number): number {
  return serviceSpans(strip, from, to).reduce((sum, [start, end]) => sum + end - start + 1, 0);
}

/**
 * The lawful window as corners `[day, part left]`: 1 on the anchor's day, 0 on the deadline, level while out of service.
 * Counted back from the deadline, since an anchor may lie before the strip and outages there are not known to it.
 */
export function windowCorners(strip: StripModel, interval: StripInterval): [number, number][] {
  const { anchor, bandTo, deadline, traced } = interval;
  const limit = traced.limitDays ?? 0;
  const partLeft = (day: number): number => {
    if (limit <= 0) return 1;
    const left =
      deadline === null ? limit - serviceDays(strip, anchor + 1, day) : serviceDays(strip, day + 1, deadline);
    return Math.min(1, Math.max(0, left / limit));
  };
  const start = Math.max(anchor, strip.from - 1);
  const edges = [...strip.outages, ...(strip.ended === null ? [] : [strip.ended])]
    .flatMap(({ from, to }) => [from - 1, to - 1])
    .filter((day) => day > start && day < bandTo);
  return [...new Set([start, ...edges, Math.max(start, bandTo)])].map((day) => [day, partLeft(day)]);
}

/** Rough width of a text in pixels: Chinese signs are square, Latin ones about half as wide. */
export function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? size : 0.58 * size), 0);
}

/** The mark of a visit that was entered late: a triangle 7 px wide below `top`. */
export function trianglePath(x: number, top: number): string {
  return `M${x - 3.5} ${top + 6.5} L${x} ${top} L${x + 3.5} ${top + 6.5} Z`;
}

/** A hundredth of a pixel is not seen, and a path of short figures is read faster. */
export const rounded = (pixels: number): number => Math.round(pixels * 100) / 100;

export function boxPath(x: number, y: number, width: number, height: number): string {
  const [left, right] = [rounded(x), rounded(x + width)];
  return `M${left} ${rounded(y)}H${right}V${rounded(y + height)}H${left}Z`;
}
