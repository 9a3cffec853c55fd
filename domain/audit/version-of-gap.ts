import type { RuleVersion, ScheduleRule } from '../pack/rule-pack';
import type { Gap } from './verdict';

/** The very wording that judged a gap: every gap keeps its own law, also when a later version runs now. */
export function versionOfGap(
  rule: Pick<ScheduleRule, 'id' | 'versions'>,
  { version }: Pick<Gap, 'version'>,
): RuleVersion {
  const found = rule.versions.find(
    ({ effectiveFrom, confidence }) => effectiveFrom === version && confidence !== 'unverified',
  );
  if (found === undefined) throw new Error(`rule ${rule.id} has no version of ${version ?? 'unknown start'}`);
  return found;
}
