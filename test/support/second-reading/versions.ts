import type { RuleVersion, ScheduleRule } from '../../../domain/pack/rule-pack';
import { dayOf, type Day } from './days';

/** The first day of the wordings after the last one that was read; from then on a rule has no data. */
export function unreadFrom({ versions }: ScheduleRule): Day {
  const unread = versions.slice(versions.findLastIndex(({ confidence }) => confidence !== 'unverified') + 1)[0];
  return unread === undefined || unread.effectiveFrom === null ? Infinity : dayOf(unread.effectiveFrom);
}

/** The version in force on a day; before the first, the first; after the end of the last, none. */
export function versionOn(rule: ScheduleRule, day: Day): RuleVersion | null {
  const begun = rule.versions.filter(({ effectiveFrom }) => effectiveFrom === null || dayOf(effectiveFrom) <= day);
  const version = begun.at(-1) ?? rule.versions[0]!;
  return version.effectiveTo !== null && dayOf(version.effectiveTo) < day ? null : version;
}
