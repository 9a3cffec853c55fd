import type { ActMask } from './compiled-rule';
import { clockStart, dayOfInspection, dayOfPacked, NO_DAY, type PackedHistory } from './packed-history';

/** Days of the inspections in the mask up to `asOf`, ascending; a day may stand more than once. */
export function inspectionDays({ inspections, inspectionKinds }: PackedHistory, mask: number, asOf: number): number[] {
  const days: number[] = [];
  if ((inspectionKinds & mask) === 0) return days;
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
  return hasTwins(days) ? days.filter((day, index) => day !== days[index - 1]) : days;
}

/** Day of the last act in the mask up to `asOf`, NO_DAY if there is none: the end of `actDays` without the list. */
export function lastActDay(
  history: PackedHistory,
  { visits: mask, inspections: kinds }: ActMask,
  asOf: number,
): number {
  const { visits, inspections, inspectionKinds } = history;
  let last = NO_DAY;
  for (let i = (inspectionKinds & kinds) === 0 ? -1 : inspections.length - 1; i >= 0 && last === NO_DAY; i--) {
    const packed = inspections[i]!;
    if (dayOfInspection(packed) <= asOf && ((kinds >> (packed & 63)) & 1) === 1) last = dayOfInspection(packed);
  }
  const from = Math.max(last, clockStart(history));
  for (let i = mask === 0 ? -1 : visits.length - 1; i >= 0; i--) {
    const packed = visits[i]!;
    const day = dayOfPacked(packed);
    if (day < from) break;
    if (day <= asOf && ((mask >> (packed & 7)) & 1) === 1) return day;
  }
  return last;
}

function hasTwins(days: readonly number[]): boolean {
  for (let i = 1; i < days.length; i++) if (days[i] === days[i - 1]) return true;
  return false;
}

/**
 * First day that a rule judges. Visits start the service clock. A rule that inspections answer starts with the first of
 * them on record, also where a visit would answer it too: nobody is blamed for what nobody recorded.
 */
export function judgingStart(history: PackedHistory, mask: ActMask, acts: readonly number[], asOf: number): number {
  if (mask.inspections !== 0) return inspectionDays(history, mask.inspections, asOf)[0] ?? NO_DAY;
  const start = clockStart(history);
  return start === NO_DAY ? (acts[0] ?? NO_DAY) : start;
}
