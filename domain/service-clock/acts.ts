import type { ActMask } from './compiled-rule';
import { clockStart, dayOfInspection, dayOfPacked, NO_DAY, type PackedHistory } from './packed-history';

/** Code of a packed visit that stands for an inspection; no category has it. */
const INSPECTION_CODE = 7;

/** Days of the inspections in the mask up to `asOf`, ascending; a day may stand more than once. */
export function inspectionDays({ inspections }: PackedHistory, mask: number, asOf: number): number[] {
  const days: number[] = [];
  for (const packed of inspections) {
    const day = dayOfInspection(packed);
    if (day > asOf) break;
    if (((mask >> (packed & 63)) & 1) === 1) days.push(day);
  }
  return days;
}

/** Days of the acts in the mask up to `asOf`, ascending, each once. Visits before the clock start do not count. */
export function actDays(history: PackedHistory, { visits: mask, inspections }: ActMask, asOf: number): number[] {
  const days = inspections === 0 ? [] : inspectionDays(history, inspections, asOf);
  if (mask !== 0) {
    const start = clockStart(history);
    for (const packed of history.visits) {
      const day = dayOfPacked(packed);
      if (day > asOf) break;
      if (day >= start && ((mask >> (packed & 7)) & 1) === 1) days.push(day);
    }
    days.sort((a, b) => a - b);
  }
  return days.filter((day, index) => day !== days[index - 1]);
}

/**
 * A history whose inspections in the mask stand among the visits, under a code of their own, and the task mask that
 * counts them: how the service clock reads a rule that a visit or a test may answer.
 */
export function withInspectionsAsVisits(
  history: PackedHistory,
  { visits, inspections }: ActMask,
): { readonly history: PackedHistory; readonly taskMask: number } {
  const days = inspections === 0 ? [] : inspectionDays(history, inspections, 0x7fff_ffff);
  if (days.length === 0) return { history, taskMask: visits };
  const merged = Int32Array.from([...history.visits, ...days.map((day) => day * 8 + INSPECTION_CODE)]).sort();
  return { history: { ...history, visits: merged }, taskMask: visits | (1 << INSPECTION_CODE) };
}

/** First day that a rule answered by these acts judges: visits start the service clock, other acts their own record. */
export function judgingStart(history: PackedHistory, { visits }: ActMask, acts: readonly number[]): number {
  const start = visits === 0 ? NO_DAY : clockStart(history);
  return start === NO_DAY ? (acts[0] ?? NO_DAY) : start;
}
