import type { Gap, RuleAudit, RuleStatus, Weight } from '../../../domain/audit/verdict';
import type { ScheduleRule } from '../../../domain/pack/rule-pack';
import { countedDays } from './acts';
import { dateOf, dayOf, type Day } from './days';
import { failuresOf, type Failed } from './failures';
import { clocked } from './clocked';
import type { History } from './history';
import { owedBy } from './owed';
import type { Question } from './question';
import { deadlinesBefore, type Stretch } from './stretch';
import { stretchesOf } from './stretches-of';
import { unreadFrom, versionOn } from './versions';

/** Whether a rule is for an elevator of that kind and place. */
function isFor({ appliesTo: { kinds, places, notPlaces } }: ScheduleRule, { kind, place }: History): boolean {
  if (kinds !== 'all' && !kinds.includes(kind)) return false;
  if (places !== undefined && (place === undefined || !places.includes(place))) return false;
  return notPlaces === undefined || place === undefined || !notPlaces.includes(place);
}

interface Late {
  readonly stretch: Stretch;
  readonly weight: Weight;
  readonly deadline: Day;
  /** The act that ended it, or `asOf`. */
  readonly end: Day;
}

export interface RuleReading {
  readonly audit: RuleAudit;
  /** Weight of what is overdue at `asOf`, also behind a failure or outside the period. */
  readonly overdue: Weight | null;
  /** Weights of failures with a service day of the period between them and what cleared them. */
  readonly lapsed: readonly Weight[];
}

/** One rule on one elevator, as `formats.md` section 1 says it, one day at a time. */
export function readRule(question: Question): RuleReading {
  const { rule, history, service } = question;
  const inUse = service.count(dayOf(history.from) - 1, dayOf(history.to)) > 0;
  const judges = rule.versions.some(({ confidence }) => confidence !== 'unverified');
  if (judges && inUse && isFor(rule, history)) return judged(question);
  const told = judges && isServiceClock(rule);
  const last = told ? lastDoneOf(question) : undefined;
  const due = told ? (stretchesOf(question).at(-1)?.deadline(1) ?? null) : null;
  return { audit: notApplicable(rule, last, due, told ? weightNow(question) : null), overdue: null, lapsed: [] };
}

function notApplicable({ id }: ScheduleRule, last: Day | undefined, due: Day | null, weight: Weight | null): RuleAudit {
  const lastDone = last === undefined ? null : dateOf(last);
  const dueOn = due === null ? null : dateOf(due);
  const nothing = { dueOn, daysOverdue: 0, met: 0, late: 0, missed: 0, daysOut: 0, gaps: [] };
  return { ruleId: id, status: 'not-applicable', lastDone, ...nothing, weight };
}

function judged(question: Question): RuleReading {
  const { rule, history, service, asOf } = question;
  const [from, to] = [dayOf(history.from), dayOf(history.to)];
  const owed = owedBy(question);
  // Nothing since the acceptance, or between main acts, is on record: what was before blames nobody.
  const stretches = owed !== null && rule.owed?.by !== 'acceptance-grid' ? [] : stretchesOf(question);
  const lates = stretches.flatMap((stretch) => lateOf(stretch, asOf));
  const inPeriod = lates.filter(({ deadline, end }) => deadline + 1 <= to && end >= from);
  const running = stretches.find((stretch) => stretch.to === null);
  const overdue = lates.filter(({ stretch }) => stretch.to === null);
  const failures = failuresOf(question);
  const told = failures.filter((failure) => failure.to === null || (failure.on <= to && failure.to >= from));
  const deadline = running?.deadline(1) ?? null;
  const lastDone = lastDoneOf(question);
  const lapsed = told.filter(
    (failure) => failure.to !== null && service.count(Math.max(failure.on, from - 1), Math.min(failure.to - 1, to)) > 0,
  );
  const met = stretches.filter((stretch) => isMet(stretch, from, to)).length;
  const late = new Set(inPeriod.flatMap(({ stretch }) => stretch.to ?? [])).size;
  const status = statusOf(question, {
    failures,
    overdue: overdue.length > 0,
    owed,
    hasClock: hasClock(question, stretches),
    running,
    inPeriod: met + late + lapsed.length > 0,
  });
  const found = [
    ...inPeriod.map(({ weight }) => weight),
    ...told.map(({ weight }) => weight),
    ...(status === 'not-shown' && owed !== null ? [owed] : []),
  ];
  const audit: RuleAudit = {
    ruleId: rule.id,
    status,
    lastDone: lastDone === undefined ? null : dateOf(lastDone),
    dueOn: deadline === null ? null : dateOf(deadline),
    daysOverdue: overdue[0] === undefined ? 0 : service.count(overdue[0].deadline, asOf),
    met,
    late,
    missed: inPeriod.reduce((sum, { stretch, end }) => sum + deadlinesBefore(end, stretch), 0),
    daysOut: daysIn(inPeriod, from, to).filter(service.on).length,
    weight: heaviest(found) ?? heaviest(overdue.map(({ weight }) => weight)) ?? weightOf(question, status, running),
    gaps: inPeriod.map((late) => gapOf(late, question)),
    ...(told.length > 0 ? { failures: told.map(failureOf) } : {}),
  };
  return { audit, overdue: heaviest(overdue.map(({ weight }) => weight)), lapsed: lapsed.map(({ weight }) => weight) };
}

/** Days of a period past a deadline, each once. */
function daysIn(lates: readonly Late[], from: Day, to: Day): Day[] {
  const days = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return days.filter((day) => lates.some(({ deadline, end }) => deadline < day && day <= end));
}

/** An interval past its deadline; what nobody could confirm finds nothing. */
function lateOf(stretch: Stretch, asOf: Day): Late[] {
  const { weight } = stretch;
  const deadline = stretch.deadline(1);
  const end = stretch.to ?? asOf;
  return weight !== 'unverified' && deadline !== null && deadline < end ? [{ stretch, weight, deadline, end }] : [];
}

function isMet({ answersNothing, deadline, to: by }: Stretch, from: Day, to: Day): boolean {
  if (answersNothing === true || by === null || by < from || by > to) return false;
  const due = deadline(1);
  return due === null || by <= due;
}

function hasClock(question: Question, stretches: readonly Stretch[]): boolean {
  const { start, events } = clocked(question);
  return stretches.length > 0 || start !== null || events.length > 0;
}

function heaviest(found: readonly Weight[]): Weight | null {
  if (found.length === 0) return null;
  return found.includes('law') ? 'law' : 'reading';
}

/** Where nothing was found: the weight of the version that runs. */
function weightOf(question: Question, status: RuleStatus, running: Stretch | undefined): Weight | null {
  if (status === 'no-data' && !isServiceClock(question.rule)) return null;
  if (running?.version === undefined || running.version === null) return weightNow(question);
  return running.weight === 'unverified' ? null : running.weight;
}

function lastDoneOf(question: Question): Day | undefined {
  return countedDays(question).at(-1);
}

function statusOf(
  question: Question,
  found: {
    readonly failures: readonly Failed[];
    readonly overdue: boolean;
    readonly owed: Weight | null;
    /** Whether there is a clock start or an event. */
    readonly hasClock: boolean;
    readonly running: Stretch | undefined;
    /** Whether an act of the period was in time, late, or cleared a failure. */
    readonly inPeriod: boolean;
  },
): RuleStatus {
  const { rule, asOf } = question;
  if (found.failures.some(({ to }) => to === null)) return 'failed';
  if (found.overdue) return 'overdue';
  if (found.owed !== null) return 'not-shown';
  if (!found.hasClock || asOf >= unreadFrom(rule)) return 'no-data';
  if (found.running === undefined && !found.inPeriod && hasEnded(question)) return 'not-applicable';
  const deadline = found.running?.deadline(1) ?? null;
  return deadline !== null && deadline - asOf <= rule.warnDays ? 'due-soon' : 'met';
}

/** A list that asks for nothing after its last year is for such an elevator no longer. */
function hasEnded({ rule, history, asOf }: Question): boolean {
  const { counting, effectiveFrom } = rule.versions.at(-1)!;
  const isOpenEnded = counting.mode !== 'service-year-list' || counting.thenEvery;
  const isInForce = effectiveFrom === null || dayOf(effectiveFrom) <= asOf;
  return !isOpenEnded && isInForce && (history.acceptedOn ?? history.inServiceOn) !== undefined;
}

function isServiceClock({ versions }: ScheduleRule): boolean {
  return versions[0]!.counting.mode === 'service-clock';
}

function weightNow({ rule, asOf }: Question): Weight | null {
  const weight = versionOn(rule, asOf)?.confidence ?? null;
  return weight === 'unverified' ? null : weight;
}

function gapOf({ stretch, weight, deadline, end }: Late, { service }: Question): Gap {
  return {
    from: dateOf(stretch.from),
    to: stretch.to === null ? null : dateOf(stretch.to),
    deadline: dateOf(deadline),
    daysLate: service.count(deadline, end),
    missed: deadlinesBefore(end, stretch),
    version: stretch.version?.effectiveFrom ?? null,
    weight,
  };
}

function failureOf({ on, to, serviceDays, weight }: Failed) {
  return { on: dateOf(on), to: to === null ? null : dateOf(to), serviceDays, weight };
}
