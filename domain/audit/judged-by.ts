import type { Confidence } from '../pack/legal-basis';
import type { RuleVersion, ScheduleRule } from '../pack/rule-pack';
import type { RuleAudit } from './verdict';
import { versionOfGap } from './version-of-gap';

/** One wording that judged something of a rule, with the weight of what was found by it. */
export interface JudgedBy {
  readonly version: RuleVersion;
  readonly weight: Confidence;
}

/**
 * Every wording that judged something of a rule, `now`, the one that judges now, first. What is found by a clause of
 * weight `law` may be a reading (a running interval cut short by an age), so a clause is told with its finding's weight.
 */
export function judgedBy(
  rule: Pick<ScheduleRule, 'id' | 'versions'>,
  { gaps, weight }: Pick<RuleAudit, 'gaps' | 'weight'>,
  now: RuleVersion,
): readonly [JudgedBy, ...JudgedBy[]] {
  const ofGaps = new Set(gaps.map((gap) => versionOfGap(rule, gap)));
  ofGaps.delete(now);
  const found = (version: RuleVersion): JudgedBy => {
    const own = gaps.filter((gap) => versionOfGap(rule, gap) === version);
    if (own.length > 0) return { version, weight: own.some((gap) => gap.weight === 'law') ? 'law' : 'reading' };
    const isFound = version.confidence !== 'unverified' && gaps.length === 0 && weight !== null;
    return { version, weight: isFound ? weight : version.confidence };
  };
  return [found(now), ...[...ofGaps].map(found)];
}
