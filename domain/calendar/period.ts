import { toCivilDate, toEpochDay, type CivilDate } from './civil-date';

/** A closed span of civil days. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const DEFAULT_PERIOD_DAYS = 365;

/** The audit period when none is asked for: the 365 days ending on `asOf` (formats section 1). */
export function defaultPeriod(asOf: CivilDate): Period {
  return { from: toCivilDate(toEpochDay(asOf) - (DEFAULT_PERIOD_DAYS - 1)), to: asOf };
}

export function isWithin(day: CivilDate, { from, to }: Period): boolean {
  return from <= day && day <= to;
}
