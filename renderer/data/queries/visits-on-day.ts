import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Visit } from '../../../domain/visit/visit';
import type { ReadModel } from '../database';
import { unpackVisits } from '../packed-visits';

/** The visits of these elevators on one day that still stand. */
export async function visitsOnDay(
  model: Pick<ReadModel, 'visits'>,
  numbers: readonly RegistrationNo[],
  date: CivilDate,
): Promise<readonly Visit[]> {
  const rows = await model.visits.bulkGet([...numbers]);
  return rows
    .flatMap((row) => (row === undefined ? [] : unpackVisits(row.visits)))
    .filter(({ value, withdrawn }) => withdrawn !== true && value.date === date)
    .map(({ value }) => value);
}
