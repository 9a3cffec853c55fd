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

type Answered = Pick<CompiledRule, 'acts' | 'sameActs' | 'versions'>;

/**
 * Days of the acts that answered a rule when they were done, up to `asOf`, ascending, each once: by the version in force
 * on their day, before the first by the first, after the last by the last.
 */
export function answeringDays(rule: Answered, history: PackedHistory, asOf: number): number[] {
  if (rule.sameActs) return actDays(history, rule.acts, asOf);
  const { versions } = rule;
  const visits = versions.some(({ acts }) => acts.visits !== 0);
  const days: number[] = [];
  for (let i = 0; visits && i < versions.length; i++) {
    const { acts, fromDay } = versions[i]!;
    const through = i + 1 < versions.length ? Math.min(asOf, versions[i + 1]!.fromDay - 1) : asOf;
    for (const day of actDays(history, acts, through)) if (i === 0 || day >= fromDay) days.push(day);
  }
  return visits ? days : answeringInspections(versions, history, asOf);
}

/** One walk, since nearly every rule that changed its acts is answered by inspections alone. */
function answeringInspections(versions: Answered['versions'], { inspections }: PackedHistory, asOf: number): number[] {
  const days: number[] = [];
  let [version, last] = [0, NO_DAY];
  for (const packed of inspections) {
    const day = dayOfInspection(packed);
    if (day > asOf) break;
    while (version + 1 < versions.length && day >= versions[version + 1]!.fromDay) version += 1;
    if (day === last || ((versions[version]!.acts.inspections >> (packed & 63)) & 1) === 0) continue;
    days.push(day);
    last = day;
  }
  return days;
}

/** The last of `answeringDays`, NO_DAY if there is none. */
export function lastAnsweringDay(rule: Answered, history: PackedHistory, asOf: number): number {
  if (rule.sameActs) return lastActDay(history, rule.acts, asOf);
  let through = asOf;
  for (let i = rule.versions.length - 1; i >= 0; i--) {
    const { acts, fromDay } = rule.versions[i]!;
    const day = lastActDay(history, acts, through);
    if (day !== NO_DAY && (i === 0 || day >= fromDay)) return day;
    through = Math.min(through, fromDay - 1);
  }
  return NO_DAY;
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
