import { isTask } from '../../../domain/inspection/inspection';
import { actsOf, visitsAlone, type Deed } from './acts';
import type { Clock } from './asked';
import { dayOf } from './days';
import { judgingStart } from './judging-start';
import type { Question } from './question';

/** Days on which an act of the rule passed, each once, that lie on or after the start of its clock. */
export function clocked(question: Question): Clock {
  const { rule, deeds, history } = question;
  const acts = actsOf(rule);
  const { inServiceOn, recordsFrom } = history;
  const starts = [inServiceOn, recordsFrom].filter((date) => date !== undefined).map(dayOf);
  const start = starts.length === 0 ? null : Math.max(...starts);
  const counts = ({ act, result, day }: Deed): boolean =>
    result === 'pass' && acts.has(act) && !(isTask(act) && start !== null && day < start);
  const days = [...new Set(deeds.filter(counts).map(({ day }) => day))];
  if (visitsAlone(rule)) return { start, events: days };
  const judged = judgingStart(question);
  if (judged === null) return { start: null, events: [] };
  return { start: days.includes(judged) ? null : judged, events: days.filter((day) => day >= judged) };
}
