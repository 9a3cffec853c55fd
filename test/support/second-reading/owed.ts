import type { Weight } from '../../../domain/audit/verdict';
import { acceptedOn, countedDays } from './acts';
import { dayOf, plus, type Day } from './days';
import { clocked } from './clocked';
import { keptBefore, nextRecord, reachBack } from './judging-start';
import { mainPeriods, wasDue } from './midpoint';
import type { Question } from './question';
import { deadlinesBefore } from './stretch';
import { stretchFrom } from './stretch-from';
import { readOf } from './stretches-of';
import { unreadFrom } from './versions';

/** What the register or the records prove to have been owed by `asOf`, though nothing on record answers it. */
export function owedBy(question: Question): Weight | null {
  const { owed, versions } = question.rule;
  const began = versions[0]!.effectiveFrom;
  if (began !== null && question.asOf < dayOf(began)) return null;
  if (owed === undefined || owed.confidence === 'unverified') return null;
  return provesOwed(question) ? owed.confidence : null;
}

function provesOwed(question: Question): boolean {
  const { rule, history, deeds, service, asOf } = question;
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
  if (owed.by === 'acceptance') return isUnrecorded(question, accepted) && countedFrom(question, accepted);
  const answered = (grid: Day): boolean =>
    countedDays(question).some((day) => day >= plus(grid, owed.answeredWithin, -1));
  for (let k = 1; plus(accepted, owed.every, k) < asOf; k += 1) {
    const grid = plus(accepted, owed.every, k);
    const due = service.orReturn(grid);
    if (due !== null && due < asOf && !answered(grid)) return true;
  }
  return false;
}

/** Whether nothing since the acceptance answers the rule, and the records do not reach back to it either. */
function isUnrecorded(question: Question, accepted: Day): boolean {
  const counted = countedDays(question);
  if (counted.some((day) => day > accepted) || keptBefore(question, accepted)) return false;
  const record = nextRecord(question, accepted);
  return record === null || !reachBack(question, accepted, record);
}

/** Whether a deadline of the rule's own counting has passed, taken from acceptance as from the start of a clock. */
function countedFrom(question: Question, accepted: Day): boolean {
  const unread = unreadFrom(question.rule);
  const running = stretchFrom(question, accepted);
  const asked = running === undefined || question.asOf < unread ? running : readOf(running, unread)[0];
  return asked !== undefined && deadlinesBefore(question.asOf, asked) > 0;
}
