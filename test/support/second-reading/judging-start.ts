import { isTask } from '../../../domain/inspection/inspection';
import { acceptedOn, actsOf, countedDays, isIgnored, visitsAlone, type Deed } from './acts';
import { dayOf, plus, type Day } from './days';
import type { Question } from './question';
import { stretchFrom } from './stretch-from';
import { versionOn } from './versions';

/**
 * From when a rule that inspections answer is judged: from the first such act on record; from the acceptance only where
 * the records reach back to it.
 */
export function judgingStart(question: Question): Day | null {
  const counted = countedDays(question);
  const first = firstInspection(question);
  const accepted = acceptedOn(question.history, question.deeds);
  if (visitsAlone(question.rule)) return counted[0] ?? null;
  if (accepted !== null && keptBefore(question, accepted)) return first;
  if (accepted !== null && counted.every((day) => day <= accepted)) {
    const record = nextRecord(question, accepted);
    if (record === null) return first;
    return reachBack(question, accepted, record) ? accepted : null;
  }
  if (first === null || first !== counted[0] || !isAcceptance(question, first)) return first;
  const record = nextRecord(question, first);
  return record === null || reachBack(question, first, record) ? first : (counted[1] ?? first);
}

/** The first inspection, test or check that answered the rule; a visit that answers it too begins nothing. */
function firstInspection(question: Question): Day | null {
  return countedDays({ ...question, deeds: question.deeds.filter(({ act }) => !isTask(act)) })[0] ?? null;
}

function isAcceptance({ history, deeds }: Question, day: Day): boolean {
  if (history.acceptedOn !== undefined && day <= dayOf(history.acceptedOn)) return true;
  return deeds.some((deed) => deed.day === day && deed.act === 'supervision' && deed.result === 'pass');
}

/** Whether an act up to the acceptance, other than that inspection itself, shows that records were kept already. */
export function keptBefore(question: Question, accepted: Day): boolean {
  const first = countedDays(question)[0];
  if (first === undefined || first > accepted) return false;
  return !question.deeds.some(({ day, act, result }) => day === first && act === 'supervision' && result === 'pass');
}

/** The next record of a kind that ever answered the rule, whether it counted on its day or not. */
export function nextRecord({ rule, deeds, history }: Question, after: Day): Day | null {
  const acts = actsOf(rule);
  const isRecord = (deed: Deed): boolean => deed.result === 'pass' && acts.has(deed.act) && !isIgnored(deed, history);
  return deeds.find((deed) => deed.day > after && isRecord(deed))?.day ?? null;
}

/** Whether records reach back to a day: the next one came before the first deadline and one interval more had passed. */
export function reachBack(question: Question, from: Day, record: Day): boolean {
  const version = versionOn(question.rule, from);
  const deadline = stretchFrom(question, from)?.deadline(1) ?? null;
  return version === null || deadline === null || record <= plus(deadline, version.interval);
}
