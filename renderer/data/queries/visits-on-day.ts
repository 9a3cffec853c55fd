import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { dayOfPacked } from '../../../domain/service-clock/packed-history';
import type { Visit } from '../../../domain/visit/visit';
import type { HistoryRow, ReadModel } from '../database';

/** Whether the packed visits hold one of that day (they are sorted by day). */
export function hasVisitOn({ visits }: Pick<HistoryRow, 'visits'>, day: number): boolean {
  let low = 0;
  let high = visits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayOfPacked(visits[middle]!) < day) low = middle + 1;
    else high = middle;
  }
  return low < visits.length && dayOfPacked(visits[low]!) === day;
}

/**
 * The visits of one day in the whole fleet that still stand. The packed histories say which elevators to read, so that
 * only the years that hold such a visit are fetched.
 */
export async function visitsOnDay(
  model: ReadModel,
  histories: Iterable<Pick<HistoryRow, 'registrationNo' | 'visits'>>,
  date: CivilDate,
): Promise<readonly Visit[]> {
  const day = toEpochDay(date);
  const year = Number(date.slice(0, 4));
  const keys: [RegistrationNo, number][] = [];
  for (const history of histories) if (hasVisitOn(history, day)) keys.push([history.registrationNo, year]);
  const years = await model.visitYears.bulkGet(keys);
  return years
    .flatMap((row) => row?.visits ?? [])
    .filter(({ value, withdrawn }) => withdrawn !== true && value.date === date)
    .map(({ value }) => value);
}
