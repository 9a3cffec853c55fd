import type { RuleVersion, ScheduleRule } from '../../../domain/pack/rule-pack';
import { actsOf } from './acts';
import { asStretches, type Asked } from './asked';
import { lastOf, monthOf, monthsOf, plus, type Day } from './days';
import { clocked } from './clocked';
import { chainIntervals, stretchesIn } from './due-chain';
import { fromActToAct } from './from-act-to-act';
import { judgingStart } from './judging-start';
import type { Question } from './question';
import type { Stretch } from './stretch';
import { versionOn } from './versions';

/** From one act of the main rule to the next one done or due, with the last day for the act in its middle. */
interface MainPeriod {
  readonly from: Day;
  readonly next: Day | null;
  readonly deadline: Day | null;
}

/** One act between two of the main rule, by the middle; from the first such act on record. */
export function midpoint(question: Question): Stretch[] {
  const { rule, deeds } = question;
  const acts = actsOf(rule);
  const days = deeds.filter(({ act, result }) => result === 'pass' && acts.has(act)).map(({ day }) => day);
  const events = [...new Set(days)];
  const first = events[0];
  if (first === undefined) return [];
  const asked = mainPeriods(question).flatMap((period): Asked[] => {
    const by = events.find((day) => day > period.from) ?? null;
    const inTime = by !== null && (period.deadline === null || by <= period.deadline);
    const recorded = period.from >= first || inTime;
    const answered = by !== null && (period.next === null || by <= period.next);
    if (!recorded || isOver(period) || !(answered || wasDue(period))) return [];
    return [{ from: period.from, deadline: period.deadline, by, version: versionOn(rule, period.from) }];
  });
  return asStretches(asked, { start: null, events }, question);
}

/** A main act before the middle leaves nothing between. */
export function wasDue(period: MainPeriod): boolean {
  const { next, deadline } = period;
  return !isOver(period) && (next === null || (deadline !== null && deadline < next));
}

/** A main act that came after the middle leaves nothing to be asked before it. */
function isOver({ from, deadline }: MainPeriod): boolean {
  return deadline !== null && deadline <= from;
}

export function mainPeriods(question: Question): MainPeriod[] {
  const version = question.rule.versions.at(-1)!;
  const { counting } = version;
  if (counting.mode !== 'midpoint') throw new Error(`${question.rule.id} has no midpoint`);
  const main = question.pack.rules.find(({ id }) => id === counting.of)!;
  const asked = { ...question, rule: main };
  const { start, events } = clocked(asked);
  const stretches = modeOf(main) === 'due-month-chain' ? dueMonths(asked) : fromActToAct(asked, start, events);
  return stretches.map((stretch) => ({
    from: stretch.from,
    next: stretch.to,
    deadline: question.service.orReturn(middle(stretch, main, version)),
  }));
}

/** Due months that follow each other, since judging starts. */
export function dueMonths(question: Question): Stretch[] {
  return chainIntervals(question, judgingStart(question)).flatMap((interval) => stretchesIn(interval));
}

function modeOf({ versions }: ScheduleRule): string {
  return versions[0]!.counting.mode;
}

function middle(stretch: Stretch, main: ScheduleRule, { counting }: RuleVersion): Day {
  if (counting.mode !== 'midpoint') throw new Error('no midpoint');
  const { interval } = versionOn(main, stretch.from)!;
  if (counting.roundTo === 'day') return Math.floor((stretch.from + plus(stretch.from, interval)) / 2);
  const begins = stretch.dueMonth === undefined ? monthOf(stretch.from) : stretch.dueMonth - monthsOf(interval);
  return lastOf(begins + Math.floor(monthsOf(interval) / 2) + counting.graceMonths);
}
