import { type CivilDate, toEpochDay } from '../calendar/civil-date';
import type { Interval } from '../calendar/interval';
import type { Period } from '../calendar/period';
import type { RulePack, RuleVersion, ScheduleRule } from '../pack/rule-pack';
import { compileRules, isFor, type CompiledRule } from '../service-clock/compiled-rule';
import { limitFor } from '../service-clock/limit-terms';
import { auditElevator, auditWindow, type AuditSubject } from './audit-elevator';
import { runningOf, traceIntervals } from './interval-trace';
import type { AuditWindow } from './tally';
import type { ElevatorAudit, RuleAudit, Scope } from './verdict';
import { versionInForce } from './version-in-force';

/** What a history is judged by: a pack, the day of judgement and the audit period. */
export interface Measure {
  readonly pack: Pick<RulePack, 'id' | 'version' | 'rules' | 'requirements'>;
  readonly asOf: CivilDate;
  readonly period: Period;
  /** Absent = all rules. */
  readonly scope?: Scope;
}

/** A measure made ready for many elevators. */
export interface ReadyMeasure extends Measure {
  readonly compiled: readonly CompiledRule[];
  readonly window: AuditWindow;
}

/** One rule on one elevator, with the wording and the limit of its running interval. */
export interface JudgedRule {
  readonly rule: ScheduleRule;
  readonly audit: RuleAudit;
  readonly version: RuleVersion;
  /** After age, maker and permission. */
  readonly limit: Interval;
  /** Whether the rule is for this elevator at all. */
  readonly applies: boolean;
}

export interface Judgement {
  readonly measure: Measure;
  readonly subject: Pick<AuditSubject, 'registrationNo' | 'kind' | 'place'>;
  readonly audit: ElevatorAudit;
  /** In the pack's order. */
  readonly rules: readonly JudgedRule[];
}

export function readyMeasure(measure: Measure): ReadyMeasure {
  return {
    ...measure,
    compiled: compileRules(measure.pack),
    window: auditWindow(measure.asOf, measure.period, measure.scope),
  };
}

/** A subject that may have a scope of its own, which goes before that of the measure. */
export interface ScopedSubject extends AuditSubject {
  readonly scope?: Scope;
}

/** What is asked of one subject. */
export function windowFor({ scope }: Pick<ScopedSubject, 'scope'>, { window }: ReadyMeasure): AuditWindow {
  return scope === undefined ? window : { ...window, scope };
}

/** One elevator judged by a measure. */
export function judgeBy(subject: ScopedSubject, measure: ReadyMeasure): Judgement {
  const { pack, compiled } = measure;
  const window = windowFor(subject, measure);
  const audit = auditElevator(subject, compiled, window);
  const rules = pack.rules.map((rule, index): JudgedRule => {
    const asCompiled = compiled[index]!; // one a rule, in the pack's order
    const running = runningOf(traceIntervals(subject.history, asCompiled, window));
    const version = versionInForce(rule, running, window.asOf);
    const anchor = running === null ? window.asOf : toEpochDay(running.from);
    return {
      rule,
      audit: audit.rules[index]!,
      version,
      limit: limitFor(version.interval, version.counting, subject.history, anchor),
      applies: isFor(asCompiled, subject),
    };
  });
  return { measure, subject, audit, rules };
}
