import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Visit } from '../../../domain/visit/visit';
import type { ReadModel } from '../database';
import { unpackVisits } from '../packed-visits';

/** The visits of these elevators on one day that still stand; only the year of that day is read. */
export async function visitsOnDay(
  model: Pick<ReadModel, 'visitYears'>,
  numbers: readonly RegistrationNo[],
  date: CivilDate,
): Promise<readonly Visit[]> {
  const year = Number(date.slice(0, 4));
  const years = await model.visitYears.bulkGet(numbers.map((registrationNo) => [registrationNo, year]));
  return years
    .flatMap((row) => (row === undefined ? [] : unpackVisits(row.visits)))
    .filter(({ value, withdrawn }) => withdrawn !== true && value.date === date)
    .map(({ value }) => value);
}
