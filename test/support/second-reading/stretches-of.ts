import { calendarSpans } from './calendar-spans';
import { dayOf } from './days';
import { dueMonths } from './due-months';
import { fromActToAct } from './from-act-to-act';
import { midpoint } from './midpoint';
import type { Question } from './question';
import type { Stretch } from './stretch';

/**
 * What a rule asked of an elevator, by the counting mode of its versions. What came due before the first version is
 * judged by it only where it was still open when that version began; the service clock judges every older interval so.
 */
export function stretchesOf(question: Question): Stretch[] {
  const first = question.rule.versions[0]!;
  const began = first.effectiveFrom === null ? -Infinity : dayOf(first.effectiveFrom);
  const isJudged = (stretch: Stretch): boolean => {
    const deadline = stretch.deadline(1);
    return deadline === null || deadline >= began || (stretch.to ?? question.asOf) >= began;
  };
  return first.counting.mode === 'service-clock' ? asked(question) : asked(question).filter(isJudged);
}

function asked(question: Question): Stretch[] {
  switch (question.rule.versions[0]!.counting.mode) {
    case 'due-month-chain':
    case 'service-year-list':
      return dueMonths(question);
    case 'midpoint':
      return midpoint(question);
    case 'calendar-month':
      return calendarSpans(question, 1);
    case 'calendar-year':
      return calendarSpans(question, 12);
    default:
      return fromActToAct(question);
  }
}
