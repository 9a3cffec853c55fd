import type { ActMask, CompiledRule } from './compiled-rule';
import { clockStart, dayOfInspection, dayOfPacked, NO_DAY, packInspection, type PackedHistory } from './packed-history';

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

/**
 * Days of the acts that answered a rule when they were done, up to `asOf`, ascending, each once: by the version in force
 * on their day, before the first by the first, after the last by the last.
 */
export function answeringDays(
  rule: Pick<CompiledRule, 'acts' | 'sameActs' | 'versions'>,
  history: PackedHistory,
  asOf: number,
): number[] {
  if (rule.sameActs) return actDays(history, rule.acts, asOf);
  return rule.versions.flatMap(({ acts, fromDay }, index) => {
    const next = rule.versions[index + 1];
    const days = actDays(history, acts, next === undefined ? asOf : Math.min(asOf, next.fromDay - 1));
    return index === 0 ? days : days.filter((day) => day >= fromDay);
  });
}

/** The last of `answeringDays`, NO_DAY if there is none. */
export function lastAnsweringDay(
  rule: Pick<CompiledRule, 'acts' | 'sameActs' | 'versions'>,
  history: PackedHistory,
  asOf: number,
): number {
  return rule.sameActs ? lastActDay(history, rule.acts, asOf) : (answeringDays(rule, history, asOf).at(-1) ?? NO_DAY);
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
 * First day that a rule judges by its acts. Visits start the service clock. A rule that inspections answer starts with
 * the first of them on record, also where a visit would answer it too: nobody is blamed for what nobody recorded.
 */
export function judgingStart(
  history: PackedHistory,
  { acts: { visits, inspections } }: Pick<CompiledRule, 'acts'>,
  acts: readonly number[],
  asOf: number,
): number {
  if (inspections !== 0) return (visits === 0 ? acts[0] : inspectionDays(history, inspections, asOf)[0]) ?? NO_DAY;
  const start = clockStart(history);
  return start === NO_DAY ? (acts[0] ?? NO_DAY) : start;
}

/** 安装监督检验: as the register has it, else a supervision inspection before which no other is on record. */
export function acceptanceDay({ acceptedDay, inspections }: PackedHistory, asOf: number): number {
  if (acceptedDay !== NO_DAY) return acceptedDay;
  const day = inspections.length === 0 ? NO_DAY : dayOfInspection(inspections[0]!);
  if (day > asOf) return NO_DAY;
  return day !== NO_DAY && inspections.includes(packInspection(day, 'supervision')) ? day : NO_DAY;
}
