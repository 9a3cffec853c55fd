import { runningOf, type TracedInterval } from '../audit/interval-trace';
import type { RuleAudit } from '../audit/verdict';
import { versionInForce } from '../audit/version-in-force';
import { versionOfGap } from '../audit/version-of-gap';
import type { RuleVersion, ScheduleRule } from '../pack/rule-pack';

/** The wording that judges now: that of the gap still open, else that of what runs. `asOf` is an epoch day. */
export function versionNow(
  rule: ScheduleRule,
  { gaps }: Pick<RuleAudit, 'gaps'>,
  intervals: readonly TracedInterval[],
  asOf: number,
): RuleVersion {
  const open = gaps.find(({ to }) => to === null);
  if (open !== undefined) return versionOfGap(rule, open);
  return versionInForce(rule, runningOf(intervals), asOf);
}
