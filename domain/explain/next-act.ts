import { newTally } from '../audit/tally';
import { tallyRule } from '../audit/tally-rule';
import { toCivilDate, type CivilDate } from '../calendar/civil-date';
import type { Act } from '../inspection/inspection';
import { NO_DAY, withActs } from '../service-clock/packed-history';
import type { RemedyQuestion } from './remedies';

/** What still helps a rule that failed or is not shown: an act passed on the day of judgement, and what is due then. */
export interface NextAct {
  readonly on: CivilDate;
  readonly act: Act;
  readonly dueOn: CivilDate | null;
}

/** Null where the audit, with the act on record, finds the rule neither in time nor cleared. */
export function nextActOf({ history, rule: { task }, compiled, window }: RemedyQuestion): NextAct | null {
  const tally = newTally();
  tallyRule(withActs(history, [window.asOf], task), compiled, window, true, tally, null);
  const runs = tally.status === 'met' || tally.status === 'due-soon';
  if (!runs || tally.overdue || tally.failedOn !== NO_DAY) return null;
  return { on: toCivilDate(window.asOf), act: task, dueOn: tally.due === NO_DAY ? null : toCivilDate(tally.due) };
}
