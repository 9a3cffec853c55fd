import { toCivilDate, type CivilDate } from '../calendar/civil-date';
import { NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import type { AuditWindow } from './tally';

/** First day of the end of its life by the day judged, also where the window was cut to the last day of that life. */
export function endedBy({ endedDay }: Pick<PackedHistory, 'endedDay'>, { asOf }: AuditWindow): CivilDate | null {
  return endedDay === NO_DAY || endedDay > asOf + 1 ? null : toCivilDate(endedDay);
}
