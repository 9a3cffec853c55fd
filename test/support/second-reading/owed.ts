import type { Weight } from '../../../domain/audit/verdict';
import { acceptedOn } from './acts';
import { calendarSpansFrom } from './calendar-spans';
import { dayOf, plus, type Day } from './days';
import { dueFromAcceptance } from './due-months';
import { clocked, fromActToAct } from './from-act-to-act';
import { mainPeriods, wasDue } from './midpoint';
import type { Question } from './question';
import { deadlinesBefore, type Stretch } from './stretch';

/** What the register or the records prove to have been owed by `asOf`, though nothing on record answers it. */
export function owedBy(question: Question, stretches: readonly Stretch[]): Weight | null {
  const { owed, versions } = question.rule;
  const began = versions[0]!.effectiveFrom;
  if (began !== null && question.asOf < dayOf(began)) return null;
  if (owed === undefined || owed.confidence === 'unverified') return null;
  return provesOwed(question, stretches) ? owed.confidence : null;
}

function provesOwed(question: Question, stretches: readonly Stretch[]): boolean {
  const { rule, history, deeds, asOf } = question;
  const owed = rule.owed!;
  if (owed.by === 'main-acts') {
    const periods = mainPeriods(question);
    return (
      clocked(question).events.length === 0 &&
      periods.some((period) => wasDue(period) && period.deadline !== null && period.deadline < asOf)
    );
  }
  const accepted = acceptedOn(history, deeds);
  if (accepted === null) return false;
  if (owed.by === 'acceptance') return stretches.length === 0 && countedFrom(question, accepted);
  const answered = (grid: Day): boolean => stretches.some(({ from }) => from >= plus(grid, owed.answeredWithin, -1));
  let grid: Day | null = null;
  for (let k = 1; plus(accepted, owed.every, k) < asOf; k += 1) grid = plus(accepted, owed.every, k);
  return grid !== null && !answered(grid);
}

/** Whether a deadline of the rule's own counting has passed, taken from acceptance as from the start of a clock. */
function countedFrom(question: Question, accepted: Day): boolean {
  const running = stretchFrom(question, accepted);
  return running !== undefined && deadlinesBefore(question.asOf, running) > 0;
}

function stretchFrom(question: Question, accepted: Day): Stretch | undefined {
  const { rule } = question;
  switch (rule.versions[0]!.counting.mode) {
    case 'calendar-month':
      return calendarSpansFrom(question, 1, accepted, []).at(-1);
    case 'calendar-year':
      return calendarSpansFrom(question, 12, accepted, []).at(-1);
    case 'due-month-chain':
    case 'service-year-list':
      return dueFromAcceptance(question, accepted);
    default: {
      const deed = { day: accepted, act: rule.task, result: 'pass', recheck: false, validUntil: null } as const;
      return fromActToAct({ ...question, deeds: [deed] }).at(-1);
    }
  }
}
