/**
 * Merged outages as pairs `[from, to)` of epoch days, ascending, disjoint and not touching;
 * `to` of an outage without an end is `STILL_OUT`.
 */
export type MergedOutages = Int32Array;

export const STILL_OUT = 0x7fff_ffff;
export const NO_OUTAGES: MergedOutages = new Int32Array(0);

export interface DaySpan {
  readonly from: number;
  /** First day back in service; null = still out. */
  readonly to: number | null;
}

/** Merges overlapping and touching outages; empty spans (`to <= from`) vanish. */
export function mergeOutages(spans: readonly DaySpan[]): MergedOutages {
  const sorted = spans
    .map(({ from, to }) => ({ from, to: to ?? STILL_OUT }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  const merged: number[] = [];
  for (const { from, to } of sorted) {
    const last = merged.length - 1;
    if (last > 0 && from <= merged[last]!) merged[last] = Math.max(merged[last]!, to);
    else merged.push(from, to);
  }
  return Int32Array.from(merged);
}

/** Number of service days in `(after, through]`; 0 when `through <= after`. */
export function serviceDaysIn(outages: MergedOutages, after: number, through: number): number {
  if (through <= after) return 0;
  let days = through - after;
  for (let i = 0; i < outages.length; i += 2) {
    const from = Math.max(outages[i]!, after + 1);
    const to = Math.min(outages[i + 1]!, through + 1);
    if (to > from) days -= to - from;
  }
  return days;
}

/** The `count`-th service day after `after` (count ≥ 1), or null while an open outage keeps it from coming. */
export function nthServiceDayAfter(outages: MergedOutages, after: number, count: number): number | null {
  let day = after + count;
  for (let i = 0; i < outages.length; i += 2) {
    const from = Math.max(outages[i]!, after + 1);
    const to = outages[i + 1]!;
    if (to <= after + 1) continue;
    if (from > day) break;
    if (to === STILL_OUT) return null;
    day += to - from;
  }
  return day;
}
