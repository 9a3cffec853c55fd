import { newTally, type AuditWindow, type RuleTally } from '../audit/tally';
import { tallyRule } from '../audit/tally-rule';
import type { Gap } from '../audit/verdict';
import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { addInterval } from '../calendar/interval';
import type { Act } from '../inspection/inspection';
import type { ScheduleRule } from '../pack/rule-pack';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { STILL_OUT } from '../service-clock/outages';
import { baseDay, NO_DAY, withActs, type PackedHistory } from '../service-clock/packed-history';

/** One rule on an elevator for which it is, and the window in which it was audited. */
export interface RemedyQuestion {
  readonly history: PackedHistory;
  readonly rule: Pick<ScheduleRule, 'task' | 'satisfiedBy'>;
  readonly compiled: CompiledRule;
  readonly window: AuditWindow;
}

/** Acts that would have kept gaps from arising: the audit itself, on a copy of the history with them, finds none. */
export interface Remedy {
  /** One act on each, ascending. */
  readonly days: readonly CivilDate[];
  /** Whether each is the last day that does it, the others as they are. */
  readonly latest: boolean;
  /** Whichever of these is done on all the days does it. */
  readonly acts: readonly Act[];
  /** Whether nothing else stands against the rule then, no other gap of the period and no failed act. */
  readonly lawful: boolean;
}

/** What of a gap tells it from others. */
export type GapSpan = Pick<Gap, 'from' | 'to' | 'deadline'>;
/** Answers for some gaps of one rule. */
export type RemedyReader = (gaps: readonly GapSpan[]) => Remedy | null;

/** Forty years of half-months; beyond that nothing is claimed. */
const MOST_ACTS = 1_000;
/** Three years. */
const MOST_DAYS_EARLIER = 1_100;
/** Larger sets stay as they are found; of visits that follow each other none can be spared anyway. */
const MOST_REDUCED = 200;

/**
 * The smallest set of acts, on days in service, with which none of `gaps` arises and no other gap instead; null = cannot
 * tell. It grows by an act that answers the first deadline left, on the day from which the next one lies furthest: where
 * each act answers the running demand and starts the next, fewer never reach as far. Only what the audit confirms is
 * given, and no act of it can be spared.
 */
export function remedyOf(question: RemedyQuestion, gaps: readonly GapSpan[]): Remedy | null {
  const trial = new Trial(question, gaps);
  const found = furthestReaching(trial);
  if (found === null) return null;
  const days = found.length > MOST_REDUCED ? found : withoutSpare(trial, shortestEnd(trial, found));
  const { task, satisfiedBy } = question.rule;
  return {
    days: days.map(toCivilDate),
    latest: days.length <= MOST_REDUCED && days.every((day) => isLatest(trial, days, day)),
    acts: [task, ...satisfiedBy.filter((act) => act !== task && trial.firstLeft(days, { act }) === null)],
    lawful: trial.isLawful(days),
  };
}

/** The same, worked out once for the same gaps. */
export function remedyReader(question: RemedyQuestion): RemedyReader {
  const known = new Map<string, Remedy | null>();
  return (gaps) => {
    const key = gaps.map(({ to, deadline }) => `${deadline} ${to ?? ''}`).join();
    let remedy = known.get(key);
    if (remedy === undefined) known.set(key, (remedy = remedyOf(question, gaps)));
    return remedy;
  };
}

function furthestReaching(trial: Trial): readonly number[] | null {
  let reached: Reached = { days: [], left: trial.firstLeft([]) };
  while (reached.left !== null) {
    const next = reached.days.length === MOST_ACTS ? null : oneFurther(trial, reached.days, reached.left);
    if (next === null) return null;
    reached = next;
  }
  return trial.firstLeft(reached.days) === null ? reached.days : null;
}

interface Reached {
  readonly days: readonly number[];
  readonly left: Missed | null;
}

/** One act more, on the day that leaves the furthest deadline, the latest of several; null where none gets beyond `left`. */
function oneFurther(trial: Trial, days: readonly number[], left: Missed): Reached | null {
  let best: Reached | null = null;
  for (const day of [left.deadline, ...trial.turnsWithin(left)]) {
    const then = reachedWith(trial, days, day);
    if (!isFurther(then.left, (best?.left ?? left).deadline)) continue;
    best = then;
    if (then.left === null) return best;
  }
  return best ?? earlier(trial, days, left);
}

/** Where an act on the deadline comes too late, such as in the middle before the one that runs then. */
function earlier(trial: Trial, days: readonly number[], { deadline }: Missed): Reached | null {
  for (let day = deadline - 1; day >= deadline - MOST_DAYS_EARLIER; day--) {
    const then = reachedWith(trial, days, day);
    if (isFurther(then.left, deadline)) return then;
  }
  return null;
}

function reachedWith(trial: Trial, days: readonly number[], day: number): Reached {
  const tried = [...days, day].sort((a, b) => a - b);
  return { days: tried, left: trial.firstLeft(tried, { from: day }) };
}

function isFurther(left: Missed | null, deadline: number): boolean {
  return left === null || left.deadline > deadline;
}

/** The fewest of the last acts that do it: where an act after a long silence begins anew, those before it are needless. */
function shortestEnd(trial: Trial, found: readonly number[]): readonly number[] {
  for (let count = 1; count < found.length; count++) {
    const last = found.slice(-count);
    if (trial.firstLeft(last) === null) return last;
  }
  return found;
}

/** Drops every act that the others make needless. */
function withoutSpare(trial: Trial, found: readonly number[]): readonly number[] {
  let days = found;
  for (const day of found.length === 1 ? [] : found) {
    const fewer = days.filter((one) => one !== day);
    if (trial.firstLeft(fewer) === null) days = fewer;
  }
  return days;
}

function isLatest(trial: Trial, days: readonly number[], day: number): boolean {
  return trial.firstLeft(days.map((one) => (one === day ? day + 1 : one))) !== null;
}

/** A gap of a trial: the day it is counted from, the first deadline, and the act that ended it. */
interface Missed {
  readonly from: number;
  readonly deadline: number;
  readonly end: number;
}

/** The audit of one rule on copies of a history. */
class Trial {
  readonly #question: RemedyQuestion;
  /** The period and, before it, all that acts may change; up to the day of judgement. */
  readonly #window: AuditWindow;
  /** Gaps that are not asked about, by deadline, with the day on which they end without the acts. */
  readonly #stay = new Map<number, number>();
  readonly #turns: readonly number[];

  constructor(question: RemedyQuestion, gaps: readonly GapSpan[]) {
    const { window, compiled } = question;
    this.#question = question;
    const first = Math.min(window.from, ...gaps.map(({ from }) => toEpochDay(from)));
    const from = compiled.byServiceClock ? first : first - MOST_DAYS_EARLIER;
    this.#window = { ...window, from, to: window.asOf };
    const asked = new Set<number>(gaps.map(({ deadline }) => toEpochDay(deadline)));
    this.#judge(question.history, this.#window, ({ deadline, end }) => {
      if (!asked.has(deadline)) this.#stay.set(deadline, end);
    });
    this.#turns = turnsOf(question);
  }

  /** What is missed first with an act on each of the days; null = nothing. What ended before `from` is not looked for. */
  firstLeft(days: readonly number[], { act, from = NO_DAY }: { readonly act?: Act; readonly from?: number } = {}) {
    const { history, rule } = this.#question;
    let first: Missed | null = null;
    const window = { ...this.#window, from: Math.max(from, this.#window.from) };
    this.#judge(withActs(history, days, act ?? rule.task), window, (missed) => {
      const isLeft = missed.end > (this.#stay.get(missed.deadline) ?? NO_DAY);
      if (isLeft && (first === null || missed.deadline < first.deadline)) first = missed;
    });
    return first as Missed | null; // the compiler does not see that the callback sets it
  }

  isLawful(days: readonly number[]): boolean {
    const { history, rule, window } = this.#question;
    let gaps = 0;
    const tally = this.#judge(withActs(history, days, rule.task), window, () => (gaps += 1));
    const runs = tally.status === 'met' || tally.status === 'due-soon';
    return runs && gaps === 0 && !tally.overdue && tally.failedOn === NO_DAY && tally.cleared === 0;
  }

  /** Last days of a limit inside what is missed, the latest first. */
  turnsWithin({ from, deadline }: Missed): readonly number[] {
    return this.#turns.filter((day) => day > from && day < deadline);
  }

  #judge(history: PackedHistory, window: AuditWindow, onGap: (missed: Missed) => void): RuleTally {
    const tally = newTally();
    tallyRule(history, this.#question.compiled, window, true, tally, (from, to, deadline) =>
      onGap({ from, deadline, end: to === NO_DAY ? STILL_OUT : to }),
    );
    return tally;
  }
}

/** Last days of a version, an age or a permission: from there an interval may reach further than from the day after. */
function turnsOf({ compiled, history }: RemedyQuestion): readonly number[] {
  const ages = [baseDay(history), history.governorDay].filter((day) => day !== NO_DAY);
  const turns = compiled.versions.flatMap(({ fromDay, toDay, counting: { ageSwitch } }) => {
    const years = ageSwitch?.atYears;
    const aged = years === undefined ? [] : ages.map((day) => addInterval(day, { count: years, unit: 'year' }));
    return [fromDay - 1, toDay, ...aged.map((day) => day - 1)];
  });
  const permitted = history.permit === null ? [] : [history.permit.toDay];
  return [...new Set([...turns, ...permitted])].sort((a, b) => b - a);
}
