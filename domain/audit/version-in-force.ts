import { toCivilDate } from '../calendar/civil-date';
import { versionAt, type RuleVersion, type ScheduleRule } from '../pack/rule-pack';
import type { TracedInterval } from './interval-trace';
import { versionOfGap } from './version-of-gap';

/**
 * The wording that judges the running interval, which may have ended since: what it left unanswered outlives it. Where
 * nothing runs, the wording in force on `asOf`.
 */
export function versionInForce(
  rule: ScheduleRule,
  running: Pick<TracedInterval, 'from' | 'version'> | null,
  asOf: number,
): RuleVersion {
  if (running === null) return versionAt(rule, toCivilDate(asOf));
  const { version } = running;
  return version === undefined ? versionAt(rule, running.from) : versionOfGap(rule, { version });
}
