import { calendarSpans } from './calendar-spans';
import { dayOf, type Day } from './days';
import { clocked } from './clocked';
import { fromActToAct } from './from-act-to-act';
import { judgingStart } from './judging-start';
import { hasList, listedYears } from './listed-years';
import { dueMonths, midpoint } from './midpoint';
import type { Question } from './question';
import type { Stretch } from './stretch';
import { unreadFrom } from './versions';

/**
 * What a rule asked of an elevator, by the counting mode of its versions. What came due before the first version is
 * judged by it only where it was still open when that version began; the service clock judges every older interval so.
 */
export function stretchesOf(question: Question): Stretch[] {
  const unread = unreadFrom(question.rule);
  return question.asOf < unread ? judgedOf(question) : judgedOf(question).flatMap((stretch) => readOf(stretch, unread));
}

/** What was neither answered nor due before a text that nobody has read is not asked. */
export function readOf(stretch: Stretch, unread: Day): Stretch[] {
  if (stretch.to !== null && stretch.to < unread) return [stretch];
  const asked = (deadline: Day | null): Day | null => (deadline === null || deadline >= unread ? null : deadline);
  if (asked(stretch.deadline(1)) === null) return [];
  return [{ ...stretch, deadline: (k) => asked(stretch.deadline(k)) }];
}

function judgedOf(question: Question): Stretch[] {
  const first = question.rule.versions[0]!;
  const began = first.effectiveFrom === null ? -Infinity : dayOf(first.effectiveFrom);
  const isJudged = (stretch: Stretch): boolean => {
    const deadline = stretch.deadline(1);
    return deadline === null || deadline >= began || (stretch.to ?? question.asOf) >= began;
  };
  return first.counting.mode === 'service-clock' ? asked(question) : asked(question).filter(isJudged);
}

function asked(question: Question): Stretch[] {
  const { rule } = question;
  if (hasList(rule)) return listedYears(question, judgingStart(question));
  const { start, events } = clocked(question);
  switch (rule.versions[0]!.counting.mode) {
    case 'due-month-chain':
      return dueMonths(question);
    case 'midpoint':
      return midpoint(question);
    case 'calendar-month':
      return calendarSpans(question, 1, start, events);
    case 'calendar-year':
      return calendarSpans(question, 12, start, events);
    default:
      return fromActToAct(question, start, events);
  }
}
