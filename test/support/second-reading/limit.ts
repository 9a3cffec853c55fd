import type { Interval } from '../../../domain/calendar/interval';
import type { RuleVersion } from '../../../domain/pack/rule-pack';
import { dayOf, plus, type Day } from './days';
import type { History } from './history';

export interface Limit {
  /** The day on which `times` intervals from the start end, before outages move it. */
  readonly end: (times: number) => Day;
  /** The limit is our reading; what the text itself allows. */
  readonly byText?: Day;
}

/** How long a version allows from a day on: by age, by the maker's own interval. */
export function limitFrom(start: Day, version: RuleVersion, history: History): Limit {
  const { interval, counting } = version;
  const { ageSwitch, strictlyMaker } = counting;
  const plain = (length: Interval): Limit => ({ end: (times) => plus(start, length, times) });
  if (ageSwitch !== undefined) {
    const since = (ageSwitch.of === 'governor' ? history.governorSince : undefined) ?? history.acceptedOn;
    if (since === undefined) return plain(interval);
    const aged = plus(dayOf(since), { count: ageSwitch.atYears, unit: 'year' });
    if (start >= aged) return plain(ageSwitch.interval);
    // Calibrated just before that age: the shorter term runs from the age itself at the latest.
    const first = plus(aged, ageSwitch.interval);
    if (ageSwitch.of === 'governor' && first < plus(start, interval))
      return { end: (times) => plus(aged, ageSwitch.interval, times), byText: plus(start, interval) };
  }
  if (strictlyMaker === true && history.makerIntervalDays !== undefined) {
    const maker: Interval = { count: history.makerIntervalDays, unit: 'day' };
    if (plus(start, maker) < plus(start, interval)) return plain(maker);
  }
  return plain(interval);
}
