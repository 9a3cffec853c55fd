import { toEpochDay } from '../calendar/civil-date';
import type { Interval } from '../calendar/interval';
import type { RulePack, ScheduleRule } from '../pack/rule-pack';
import { TASKS } from '../visit/visit';
import { shortestDays } from './limit';
import { STILL_OUT } from './outages';

export interface CompiledVersion {
  readonly fromDay: number;
  readonly toDay: number;
  readonly interval: Interval;
}

/** A rule as the clock reads it: `taskMask` has bit i set when TASKS[i] satisfies the rule. */
export interface CompiledRule {
  readonly id: string;
  readonly taskMask: number;
  readonly warnDays: number;
  readonly kinds: 'all' | ReadonlySet<string>;
  readonly versions: readonly CompiledVersion[];
  /** Visits that lie no further apart than this are in time under every version, with or without outages. */
  readonly shortestDays: number;
}

export function compileRule(rule: ScheduleRule): CompiledRule {
  const versions = rule.versions.filter(({ confidence }) => confidence !== 'unverified'); // such a number raises no finding
  return {
    id: rule.id,
    taskMask: rule.satisfiedBy.reduce((mask, task) => mask | (1 << TASKS.indexOf(task)), 0),
    warnDays: rule.warnDays,
    kinds: rule.appliesTo.kinds === 'all' ? 'all' : new Set(rule.appliesTo.kinds),
    versions: versions.map(({ effectiveFrom, effectiveTo, interval }) => ({
      fromDay: toEpochDay(effectiveFrom),
      toDay: effectiveTo === null ? STILL_OUT : toEpochDay(effectiveTo),
      interval,
    })),
    shortestDays: Math.min(...versions.map(({ interval }) => shortestDays(interval))),
  };
}

export function compileRules(pack: Pick<RulePack, 'rules'>): CompiledRule[] {
  return pack.rules.map(compileRule);
}

/**
 * The limit of an interval: that of the version in force on the anchor's day. An anchor older than the first version
 * is judged by the first version, for a clock that runs into a rule's time must not let a missing visit hide; null
 * after the last version has ended.
 */
export function intervalAt(rule: CompiledRule, anchor: number): Interval | null {
  const { versions } = rule;
  const first = versions[0];
  if (first === undefined) return null;
  if (anchor < first.fromDay) return first.interval;
  for (let i = versions.length - 1; i >= 0; i--) {
    const version = versions[i]!;
    if (anchor >= version.fromDay) return anchor <= version.toDay ? version.interval : null;
  }
  return null;
}
