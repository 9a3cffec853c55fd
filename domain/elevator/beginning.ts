import type { CivilDate } from '../calendar/civil-date';
import { lifeEndOf, type Elevator } from './elevator';
import { isLongBefore } from './records-from';

/** Whether a person has to say from which day on an elevator is judged; `first` = the first day of which anything is known. */
export function asksForBeginning(
  elevator: Pick<Elevator, 'inServiceOn' | 'recordsFrom' | 'status' | 'endedOn'>,
  first: CivilDate,
): boolean {
  const { inServiceOn, recordsFrom } = elevator;
  if (inServiceOn === undefined || recordsFrom !== undefined) return false;
  const end = lifeEndOf(elevator);
  return (end === null || end.on > first) && isLongBefore(inServiceOn, first);
}
