import { calendarSpans } from './calendar-spans';
import type { Day } from './days';
import { dueFrom } from './due-chain';
import { fromActToAct } from './from-act-to-act';
import { hasList, listedFrom } from './listed-years';
import type { Question } from './question';
import type { Stretch } from './stretch';

/** What is due from a day on, such as the acceptance, were it an act and the last. */
export function stretchFrom(question: Question, day: Day): Stretch | undefined {
  if (hasList(question.rule)) return listedFrom(question, day);
  switch (question.rule.versions[0]!.counting.mode) {
    case 'calendar-month':
      return calendarSpans(question, 1, day, []).at(-1);
    case 'calendar-year':
      return calendarSpans(question, 12, day, []).at(-1);
    case 'due-month-chain':
      return dueFrom(question, day);
    default:
      return fromActToAct({ ...question, deeds: [] }, day, []).at(-1);
  }
}
