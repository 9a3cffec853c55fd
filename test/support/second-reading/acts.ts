import { isTask, type Act } from '../../../domain/inspection/inspection';
import type { ScheduleRule } from '../../../domain/pack/rule-pack';
import { dayOf, type Day } from './days';
import type { History } from './history';
import type { Question } from './question';
import { versionOn } from './versions';

export interface Deed {
  readonly day: Day;
  readonly act: Act;
  readonly result: 'pass' | 'fail';
  readonly recheck: boolean;
  /** Expiry printed on the certificate. */
  readonly validUntil: Day | null;
}

/** Visits and inspections up to `asOf`, by day; a re-check passed. */
export function deedsOf({ visits, inspections, asOf }: History): readonly Deed[] {
  const all: Deed[] = [
    ...visits.map(
      ({ date, task }) => ({ day: dayOf(date), act: task, result: 'pass', recheck: false, validUntil: null }) as const,
    ),
    ...inspections.map(({ date, kind, result, validUntil }) => ({
      day: dayOf(date),
      act: kind,
      result: result === 'fail' ? ('fail' as const) : ('pass' as const),
      recheck: result === 'recheck',
      validUntil: validUntil === undefined ? null : dayOf(validUntil),
    })),
  ];
  return all.filter(({ day }) => day <= dayOf(asOf)).sort((a, b) => a.day - b.day);
}

/** Every act that answers some version of a rule. */
export function actsOf(rule: ScheduleRule): ReadonlySet<Act> {
  return new Set([...rule.satisfiedBy, ...rule.versions.flatMap(({ satisfiedBy }) => satisfiedBy ?? [])]);
}

/** Days of the acts that answered a rule when they were done, by the version in force on their day, each once. */
export function countedDays({ rule, deeds, history }: Pick<Question, 'rule' | 'deeds' | 'history'>): readonly Day[] {
  const counts = (deed: Deed): boolean => answersOnItsDay(rule, deed) && !isIgnored(deed, history);
  return [...new Set(deeds.filter(counts).map(({ day }) => day))];
}

/** Visits before the start of the clock. */
export function isIgnored({ act, day }: Deed, { inServiceOn, recordsFrom }: History): boolean {
  return isTask(act) && [inServiceOn, recordsFrom].some((date) => date !== undefined && day < dayOf(date));
}

/** Whether an act passed that the version in force on its day names. */
export function answersOnItsDay(rule: ScheduleRule, { act, day, result }: Deed): boolean {
  const version = versionOn(rule, day) ?? rule.versions.at(-1)!;
  return result === 'pass' && (version.satisfiedBy ?? rule.satisfiedBy).includes(act);
}

/** Whether visits alone answer a rule; such a rule is wound by the start of service or of the records. */
export function visitsAlone(rule: ScheduleRule): boolean {
  return [...actsOf(rule)].every(isTask);
}

/** The day of acceptance: as the register has it, else that of the supervision inspection with which the records begin. */
export function acceptedOn({ acceptedOn: registered }: History, deeds: readonly Deed[]): Day | null {
  if (registered !== undefined) return dayOf(registered);
  const first = deeds.find(({ act, result }) => !isTask(act) && result === 'pass')?.day;
  const isFirst = ({ day, act, result }: Deed): boolean => day === first && act === 'supervision' && result === 'pass';
  return deeds.find(isFirst)?.day ?? null;
}
