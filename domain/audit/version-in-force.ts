import { toCivilDate, type CivilDate } from '../calendar/civil-date';
import type { CountingMode } from '../pack/counting';
import { versionAt, type RuleVersion, type ScheduleRule } from '../pack/rule-pack';
import type { TracedInterval } from './interval-trace';

/** Modes that count from act to act; the others have their due days in a calendar. */
const FROM_ACT_TO_ACT: ReadonlySet<CountingMode> = new Set<CountingMode>([
  'service-clock',
  'rolling',
  'anniversary-month',
  'certificate-expiry',
]);

/**
 * The wording that limits the running interval: from act to act the anchor's day chooses it, in a calendar the due day
 * (`demandsOf`). Where nothing runs, the wording in force on `asOf`.
 */
export function versionInForce(
  rule: ScheduleRule,
  running: Pick<TracedInterval, 'from' | 'deadline'> | null,
  asOf: number,
): RuleVersion {
  const today: CivilDate = toCivilDate(asOf);
  const version = versionAt(rule, today);
  if (running === null) return version;
  const fromAct = FROM_ACT_TO_ACT.has(version.counting.mode);
  return versionAt(rule, fromAct ? running.from : (running.deadline ?? today));
}
