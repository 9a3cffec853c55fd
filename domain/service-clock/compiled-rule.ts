import { toEpochDay } from '../calendar/civil-date';
import type { Interval } from '../calendar/interval';
import { INSPECTION_KINDS, isTask, type Act } from '../inspection/inspection';
import type { Counting } from '../pack/counting';
import type { AppliesTo, Confidence } from '../pack/legal-basis';
import type { Owed, RulePack, ScheduleRule } from '../pack/rule-pack';
import { TASKS } from '../visit/visit';
import { hasTerms, limitFor, shortestLimit } from './limit-terms';
import { STILL_OUT } from './outages';
import { NO_DAY, type PackedHistory } from './packed-history';

/** Which acts count: bit i of `visits` = TASKS[i], bit i of `inspections` = INSPECTION_KINDS[i]. */
export interface ActMask {
  readonly visits: number;
  readonly inspections: number;
}

export interface CompiledVersion {
  readonly weight: Exclude<Confidence, 'unverified'>;
  readonly fromDay: number;
  readonly toDay: number;
  readonly interval: Interval;
  readonly counting: Counting;
  /** True when the interval depends on the elevator (age, maker, permission). */
  readonly hasTerms: boolean;
  readonly acts: ActMask;
  /** The rule between whose acts a midpoint lies, or in whose off years a list asks. */
  readonly main: CompiledRule | null;
}

/** A rule as the engine reads it. `taskMask` has bit i set when TASKS[i] satisfies the rule. */
export interface CompiledRule {
  readonly id: string;
  readonly taskMask: number;
  readonly acts: ActMask;
  /** Those of every version together. */
  readonly answering: ActMask;
  /** True when every version is answered by the acts of the rule itself. */
  readonly sameActs: boolean;
  /** Kinds of inspections that leave this rule failed when they are not passed. */
  readonly failing: number;
  readonly owed: Owed | null;
  readonly warnDays: number;
  readonly kinds: 'all' | ReadonlySet<string>;
  readonly places: ReadonlySet<string> | null;
  readonly notPlaces: ReadonlySet<string> | null;
  readonly versions: readonly CompiledVersion[];
  /** True when every version counts by the service clock, which only visits wind. */
  readonly byServiceClock: boolean;
  /** From this day on the text is one that nobody has read; STILL_OUT where the last one was read. */
  readonly unreadFrom: number;
  /** Visits that lie no further apart than this are in time under every version, with or without outages. */
  readonly shortestDays: number;
}

/** The rules of a pack, in its order. */
export function compileRules({ rules }: Pick<RulePack, 'rules'>): CompiledRule[] {
  return rules.map((rule) => compileRule(rule, rules));
}

/** One rule; `rules` = those of its pack, among which a midpoint finds its main rule. */
export function compileRule(rule: ScheduleRule, rules: readonly ScheduleRule[]): CompiledRule {
  const versions = rule.versions.flatMap((version) => {
    const { confidence: weight } = version;
    return weight === 'unverified' ? [] : [{ ...version, weight }]; // such a number raises no finding
  });
  const acts = maskOf(rule.satisfiedBy);
  const compiled = versions.map(({ effectiveFrom, effectiveTo, interval, counting, satisfiedBy, weight }) => ({
    weight,
    fromDay: effectiveFrom === null ? NO_DAY : toEpochDay(effectiveFrom),
    toDay: effectiveTo === null ? STILL_OUT : toEpochDay(effectiveTo),
    interval,
    counting,
    hasTerms: hasTerms(counting),
    acts: satisfiedBy === undefined ? acts : maskOf(satisfiedBy),
    main: mainRule(counting, rules),
  }));
  return {
    id: rule.id,
    taskMask: acts.visits,
    acts,
    answering: maskOf(answering({ ...rule, versions })),
    sameActs: compiled.every((version) => isSameMask(version.acts, acts)),
    failing: failingKinds(rule, rules),
    owed: rule.owed ?? null,
    warnDays: rule.warnDays,
    kinds: rule.appliesTo.kinds === 'all' ? 'all' : new Set(rule.appliesTo.kinds),
    places: setOf(rule.appliesTo.places),
    notPlaces: setOf(rule.appliesTo.notPlaces),
    versions: compiled,
    byServiceClock:
      compiled.length > 0 &&
      acts.inspections === 0 &&
      compiled.every(({ counting }) => counting.mode === 'service-clock'),
    unreadFrom: unreadFrom(rule),
    shortestDays: Math.min(...versions.map(({ interval, counting }) => shortestLimit(interval, counting))),
  };
}

/** The first day of the wordings after the last one that was read: what they ask is not known, so nothing is asked. */
function unreadFrom({ versions }: Pick<ScheduleRule, 'versions'>): number {
  const last = versions.findLastIndex(({ confidence }) => confidence !== 'unverified');
  const from = last === -1 ? undefined : versions[last + 1]?.effectiveFrom;
  return from === undefined || from === null ? STILL_OUT : toEpochDay(from);
}

/**
 * A failed act fails the rule whose own task it is; one that is no rule's own task, the first rule that it would have
 * answered. So a failed inspection is one finding, not one for each rule that a passed one would have served.
 */
function failingKinds(rule: ScheduleRule, rules: readonly ScheduleRule[]): number {
  const owned = new Set(rules.map(({ task }) => task));
  const acts = answering(rule).filter(
    (act) =>
      act === rule.task || (!owned.has(act) && (rules.find((one) => answering(one).includes(act)) ?? rule) === rule),
  );
  return maskOf(acts).inspections;
}

function answering({ satisfiedBy, versions }: Pick<ScheduleRule, 'satisfiedBy' | 'versions'>): readonly Act[] {
  return [...satisfiedBy, ...versions.flatMap((version) => version.satisfiedBy ?? [])];
}

/** A main rule has no main rule: it is compiled without looking further. */
function mainRule(counting: Counting, rules: readonly ScheduleRule[]): CompiledRule | null {
  const id =
    counting.mode === 'midpoint'
      ? counting.of
      : counting.mode === 'service-year-list'
        ? counting.alternatesWith
        : undefined;
  const main = rules.find((rule) => rule.id === id);
  return main === undefined ? null : compileRule(main, []);
}

function isSameMask(one: ActMask, other: ActMask): boolean {
  return one.visits === other.visits && one.inspections === other.inspections;
}

function maskOf(acts: readonly Act[]): ActMask {
  let visits = 0;
  let inspections = 0;
  for (const act of acts) {
    if (isTask(act)) visits |= 1 << TASKS.indexOf(act);
    else inspections |= 1 << INSPECTION_KINDS.indexOf(act);
  }
  return { visits, inspections };
}

function setOf(places: AppliesTo['places']): ReadonlySet<string> | null {
  return places === undefined ? null : new Set(places);
}

/** A rule without a verified version judges nobody. */
export function isFor(
  rule: Pick<CompiledRule, 'kinds' | 'places' | 'notPlaces' | 'versions'>,
  { kind, place }: { readonly kind: string; readonly place?: string | undefined },
): boolean {
  if (rule.versions.length === 0 || (rule.kinds !== 'all' && !rule.kinds.has(kind))) return false;
  if (rule.places !== null && (place === undefined || !rule.places.has(place))) return false;
  return rule.notPlaces === null || place === undefined || !rule.notPlaces.has(place);
}

/**
 * The limit of an interval: that of the version in force on the anchor's day. An anchor older than the first version
 * is judged by the first version, for a clock that runs into a rule's time must not let a missing visit hide; null
 * after the last version has ended.
 */
export function intervalAt(rule: CompiledRule, anchor: number, history: PackedHistory): Interval | null {
  const version = rule.versions[versionIndexAt(rule, anchor)];
  if (version === undefined) return null;
  return version.hasTerms ? limitFor(version.interval, version.counting, history, anchor) : version.interval;
}

/** A deadline that would come under a text that nobody has read is none. */
export function readDeadline(
  deadline: number | null,
  { unreadFrom: unread }: Pick<CompiledRule, 'unreadFrom'>,
  asOf: number,
): number | null {
  return deadline !== null && asOf >= unread && deadline >= unread ? null : deadline;
}

/** The place of the version in force on the anchor's day among `versions`, as `intervalAt` has it; -1 = none. */
export function versionIndexAt({ versions }: Pick<CompiledRule, 'versions'>, anchor: number): number {
  const first = versions[0];
  if (first === undefined) return -1;
  if (anchor < first.fromDay) return 0;
  for (let i = versions.length - 1; i >= 0; i--) {
    const version = versions[i]!;
    if (anchor >= version.fromDay) return anchor <= version.toDay ? i : -1;
  }
  return -1;
}
