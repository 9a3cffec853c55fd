import { addInterval, type Interval } from '../calendar/interval';
import type { LimitTerms } from '../pack/counting';
import type { Permit } from '../elevator/on-demand-permission';
import { shortestDays } from './limit';
import { baseDay, NO_DAY, serviceDaysOf, type PackedHistory } from './packed-history';

/** The shorter of two intervals counted from the same day. */
export function stricterOf(anchor: number, one: Interval, other: Interval): Interval {
  return addInterval(anchor, other) < addInterval(anchor, one) ? other : one;
}

/** `before`, or `after` once the thing that ages is `atYears` old on the anchor's day; of unknown age = `before`. */
export function ageSwitched(
  anchor: number,
  since: number,
  atYears: number,
  before: Interval,
  after: Interval,
): Interval {
  if (since === NO_DAY) return before;
  return anchor >= addInterval(since, { count: atYears, unit: 'year' }) ? after : before;
}

/**
 * An interval that runs over the day on which the thing comes of age ends one of the shorter intervals after that day,
 * if not before: a reading, for the text says nothing of the interval that runs. Null where nothing says so.
 */
export function ageCeiling(
  { ageSwitch }: LimitTerms,
  history: PackedHistory,
): { readonly before: number; readonly on: number; readonly then: Interval } | null {
  if (ageSwitch?.runningToo === undefined) return null;
  const since = ageingSince(ageSwitch, history);
  if (since === NO_DAY) return null;
  const before = addInterval(since, { count: ageSwitch.atYears, unit: 'year' });
  return { before, on: addInterval(before, ageSwitch.interval), then: ageSwitch.interval };
}

function ageingSince({ of }: NonNullable<LimitTerms['ageSwitch']>, history: PackedHistory): number {
  const governor = of === 'governor' ? history.governorDay : NO_DAY;
  return governor === NO_DAY ? baseDay(history) : governor;
}

export function hasTerms({ ageSwitch, strictlyMaker, onDemand }: LimitTerms): boolean {
  return ageSwitch !== undefined || strictlyMaker !== undefined || onDemand !== undefined;
}

/** `shortestDays` of every limit that these terms may make of the nominal one; 0 where the maker may name any. */
export function shortestLimit(nominal: Interval, { ageSwitch, strictlyMaker }: LimitTerms): number {
  if (strictlyMaker === true) return 0;
  return Math.min(...[nominal, ageSwitch?.interval ?? nominal].map(shortestDays)); // a permission only lengthens
}

/**
 * The limit of an interval that starts on `anchor`: the nominal one, changed by age, lengthened by a permission for
 * on-demand maintenance that holds on the anchor's day (never beyond the cap), shortened by the maker's own interval.
 */
export function limitFor(nominal: Interval, terms: LimitTerms, history: PackedHistory, anchor: number): Interval {
  let limit = nominal;
  const { ageSwitch, strictlyMaker, onDemand } = terms;
  if (ageSwitch !== undefined) {
    const since = ageingSince(ageSwitch, history);
    limit = ageSwitched(anchor, since, ageSwitch.atYears, limit, ageSwitch.interval);
  }
  const { permit, makerDays } = history;
  if (onDemand !== undefined && permit !== null) limit = permittedLimit(limit, onDemand.cap, permit, history, anchor);
  if (strictlyMaker === true && makerDays > 0) limit = stricterOf(anchor, limit, { count: makerDays, unit: 'day' });
  return limit;
}

/**
 * The permitted limit on a day on which the permission holds, if it is longer. An interval that runs over its end has
 * the nominal limit from there: days of the service clock up to the end, and the nominal ones behind it.
 */
function permittedLimit(
  nominal: Interval,
  cap: Interval,
  { days, fromDay, toDay }: Permit,
  history: PackedHistory,
  anchor: number,
): Interval {
  if (anchor < fromDay || anchor > toDay) return nominal;
  const permitted = stricterOf(anchor, { count: days, unit: 'day' }, cap);
  if (addInterval(anchor, permitted) <= addInterval(anchor, nominal)) return nominal;
  const afterEnd = serviceDaysOf(history, anchor, toDay) + addInterval(toDay, nominal) - toDay;
  return stricterOf(anchor, permitted, { count: afterEnd, unit: 'day' });
}
