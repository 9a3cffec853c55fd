import type { CivilDate } from '../calendar/civil-date';
import { lifeEndOf, type Elevator } from './elevator';
import { isLongBefore } from './records-from';

type Begun = Pick<Elevator, 'inServiceOn' | 'recordsFrom' | 'status' | 'endedOn'>;

/** Whether a person has to say from which day on an elevator is judged; `first` = the first day of which anything is known. */
export function asksForBeginning(elevator: Begun, first: CivilDate): boolean {
  const { inServiceOn, recordsFrom } = elevator;
  if (inServiceOn === undefined || recordsFrom !== undefined) return false;
  const end = lifeEndOf(elevator);
  return (end === null || end.on > first) && isLongBefore(inServiceOn, first);
}

/**
 * Whether particulars typed by hand wait for that answer: no visit is on record, and nobody was asked before (`before` =
 * as it was registered; null = it was not). The day proposed is today.
 */
export function raisesBeginning(before: Begun | null, after: Begun, hasVisits: boolean, today: CivilDate): boolean {
  if (hasVisits || !asksForBeginning(after, today)) return false;
  return before === null || !asksForBeginning(before, today);
}
