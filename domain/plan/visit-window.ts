import { newTally, type AuditWindow, type RuleTally } from '../audit/tally';
import { tallyElevator, type TallySubject } from '../audit/tally-elevator';
import { tallyRule } from '../audit/tally-rule';
import type { RuleStatus, Weight } from '../audit/verdict';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { dayOfPacked, NO_DAY, packVisit, type PackedHistory } from '../service-clock/packed-history';
import { TASKS, type Task } from '../visit/visit';

/** What a rule that visits answer leaves for the next visit. Days are epoch days, NO_DAY = there is none. */
export interface RuleWindow {
  /** Its place among the rules asked. */
  readonly rule: number;
  readonly status: RuleStatus;
  readonly weight: Weight | null;
  /** The first day, from the day of judgement on, on which a visit of the rule's category moves its deadline on. */
  readonly opens: number;
  /** The last lawful day: the deadline that runs, or has passed. */
  readonly last: number;
  readonly daysOverdue: number;
}

/** What the next visit of one elevator has to answer, as the audit judges it. */
export interface VisitWindow {
  /** Of the rules that ask visits of it, in their order. */
  readonly rules: readonly RuleWindow[];
  readonly lastVisit: number;
  /** Of the rule that ends first. */
  readonly opens: number;
  readonly last: number;
  readonly daysOverdue: number;
}

/** Whether visits alone answer a rule: what an inspection answers no visit can mend. */
export function isVisitRule({ acts }: Pick<CompiledRule, 'acts'>): boolean {
  return acts.inspections === 0 && acts.visits !== 0;
}

/** Beyond the deadline nobody looks for a day that serves; where none is set, this many days ahead. */
const MOST_AHEAD = 62;

/** Null of an elevator whose life has ended, and of one of which no rule asks visits. */
export function visitWindowOf(
  subject: TallySubject,
  rules: readonly CompiledRule[],
  window: AuditWindow,
): VisitWindow | null {
  const { history } = subject;
  if (history.endedDay !== NO_DAY && history.endedDay <= window.asOf) return null;
  const { rules: tallies } = tallyElevator(subject, rules, window);
  const asked = tallies.flatMap((tally, rule) =>
    tally.status === 'not-applicable' || !isVisitRule(rules[rule]!)
      ? []
      : [ruleWindow(history, rules[rule]!, rule, tally, window.asOf)],
  );
  if (asked.length === 0) return null;
  const due = asked.filter(({ last }) => last !== NO_DAY);
  const first = due.reduce<RuleWindow | null>(
    (one, other) => (one === null || other.last < one.last ? other : one),
    null,
  );
  return {
    rules: asked,
    lastVisit: lastVisitOf(history, window.asOf),
    opens: first?.opens ?? Math.min(...asked.map(({ opens }) => opens).filter((day) => day !== NO_DAY), STILL_NEVER),
    last: first?.last ?? NO_DAY,
    daysOverdue: Math.max(...asked.map(({ daysOverdue }) => daysOverdue)),
  };
}

/** No day that a calendar has. */
const STILL_NEVER = 0x7fff_ffff;

function ruleWindow(
  history: PackedHistory,
  compiled: CompiledRule,
  rule: number,
  { status, weight, due, daysOverdue }: RuleTally,
  asOf: number,
): RuleWindow {
  const task = shortestTask(compiled);
  const through = due === NO_DAY ? asOf + MOST_AHEAD : Math.max(due, asOf);
  let opens = NO_DAY;
  for (let day = asOf; day <= through && opens === NO_DAY; day++)
    if (serves(history, compiled, day, task, due)) opens = day;
  return { rule, status, weight, opens, last: due, daysOverdue };
}

function shortestTask({ taskMask }: CompiledRule): Task {
  return TASKS.find((_, index) => ((taskMask >> index) & 1) === 1) ?? TASKS[0];
}

/** The rule as the audit judges it on the evening of a day on which a visit was made. */
function afterVisit(history: PackedHistory, rule: CompiledRule, day: number, task: Task): RuleTally {
  const tally = newTally();
  tallyRule(visitedOn(history, day, task), rule, { asOf: day, from: day, to: day }, true, tally, null);
  return tally;
}

/** `withVisit`, put in its place without sorting: a plan tries some visits on each elevator of a fleet. */
function visitedOn(history: PackedHistory, day: number, task: Task): PackedHistory {
  const { visits } = history;
  const packed = packVisit(day, task);
  let at = visits.length;
  while (at > 0 && visits[at - 1]! > packed) at -= 1;
  const more = new Int32Array(visits.length + 1);
  more.set(visits.subarray(0, at));
  more[at] = packed;
  more.set(visits.subarray(at), at + 1);
  return { ...history, visits: more };
}

function serves(history: PackedHistory, rule: CompiledRule, day: number, task: Task, due: number): boolean {
  const after = afterVisit(history, rule, day, task);
  return !after.overdue && after.due > due;
}

function lastVisitOf({ visits }: PackedHistory, asOf: number): number {
  for (let i = visits.length - 1; i >= 0; i--) {
    const day = dayOfPacked(visits[i]!);
    if (day <= asOf) return day;
  }
  return NO_DAY;
}

/** A category proposed for one day, and what it answers. */
interface ProposedTask {
  readonly task: Task;
  /** Places of the rules that a visit of that category on that day answers and that do not wait for the visit after it. */
  readonly answers: readonly number[];
}

/**
 * The category that answers most at once on a day: of the rules whose last lawful day comes before that of the visit
 * after this one, and so cannot wait for it. Of categories that answer as many the shortest, for a longer one is more work.
 */
export function proposeTask(
  { history }: Pick<TallySubject, 'history'>,
  rules: readonly CompiledRule[],
  window: Pick<VisitWindow, 'rules'>,
  day: number,
): ProposedTask {
  const next = Math.min(
    ...window.rules.map(({ rule }) => {
      const { due } = afterVisit(history, rules[rule]!, day, shortestTask(rules[rule]!));
      return due === NO_DAY ? STILL_NEVER : due;
    }),
  );
  const pressing = window.rules.filter(({ last }) => last !== NO_DAY && last < next);
  let best: ProposedTask = { task: leastTask(rules, window), answers: [] };
  for (const task of TASKS) {
    const answers = pressing
      .filter(({ rule, last }) => serves(history, rules[rule]!, day, task, last))
      .map(({ rule }) => rule);
    if (answers.length > best.answers.length) best = { task, answers };
    if (answers.length === pressing.length) break;
  }
  return best;
}

/** Where nothing presses: the shortest category that some rule asks for. */
function leastTask(rules: readonly CompiledRule[], window: Pick<VisitWindow, 'rules'>): Task {
  const tasks = window.rules.map(({ rule }) => TASKS.indexOf(shortestTask(rules[rule]!)));
  return TASKS[Math.min(...tasks, TASKS.length - 1)] ?? TASKS[0];
}

/**
 * The first day on which a visit makes sense to the house: `days` after the last one, not before one serves and never
 * after the last lawful day. It may have gone by on the day of judgement.
 */
export function sensibleFrom({ lastVisit, opens, last }: VisitWindow, days: number, asOf: number): number {
  const sensible = lastVisit === NO_DAY ? opens : lastVisit + days;
  const serving = opens > asOf ? Math.max(opens, sensible) : sensible;
  return last === NO_DAY ? serving : Math.min(serving, last);
}
