import type { Interval } from '../../../domain/calendar/interval';
import type { Counting } from '../../../domain/pack/counting';

/** A text of `counting.terms` with its figures; intervals and rule ids are put into words where the text is shown. */
export interface CountingTerm {
  readonly key: string;
  readonly numbers?: Readonly<Record<string, number | string>>;
  readonly interval?: Interval;
  readonly rule?: string;
}

/** What a counting says beyond its mode, in the order in which a reader needs it. */
export function countingTerms(counting: Counting, interval: Interval): CountingTerm[] {
  return [...modeTerms(counting, interval), ...limitTerms(counting)];
}

function modeTerms(counting: Counting, interval: Interval): CountingTerm[] {
  switch (counting.mode) {
    case 'due-month-chain':
      return [
        ...(counting.first === undefined ? [] : [{ key: 'first', interval: counting.first }]),
        ...grace(counting.graceMonths),
        ...(counting.earlyResets ? [{ key: 'earlyResets' }] : []),
        ...(counting.outageResets ? [{ key: 'outageResets' }] : []),
      ];
    case 'service-year-list':
      return [
        { key: 'years', numbers: { years: counting.years.join(', ') } },
        counting.thenEvery ? { key: 'thenEvery', interval } : { key: 'thenNever' },
        ...(counting.earlyMonths === 0 ? [] : [{ key: 'early', numbers: { count: counting.earlyMonths } }]),
        ...(counting.beforeReturnAfter === undefined
          ? []
          : [{ key: 'beforeReturn', interval: counting.beforeReturnAfter }]),
        ...(counting.alterationsFrom === undefined
          ? []
          : [{ key: 'alterationsFrom', numbers: { date: counting.alterationsFrom } }]),
        ...(counting.alternatesWith === undefined ? [] : [{ key: 'alternatesWith', rule: counting.alternatesWith }]),
      ];
    case 'midpoint':
      return [{ key: 'of', rule: counting.of }, ...grace(counting.graceMonths)];
    case 'certificate-expiry':
      return counting.earlyWindow === null ? [] : [{ key: 'earlyWindow', interval: counting.earlyWindow }];
    case 'calendar-year':
    case 'anniversary-month': {
      const { filing } = counting;
      if (filing === undefined) return [];
      const { withinDays: count, latestDayOfNextMonth: day, from } = filing;
      return [
        day === undefined ? { key: 'filing', numbers: { count } } : { key: 'filingLatest', numbers: { count, day } },
        ...(from === undefined ? [] : [{ key: 'filingFrom', numbers: { date: from } }]),
      ];
    }
    case 'service-clock':
    case 'rolling':
    case 'calendar-month':
      return [];
  }
}

function limitTerms({ ageSwitch, strictlyMaker, onDemand }: Counting): CountingTerm[] {
  return [
    ...(ageSwitch === undefined
      ? []
      : [
          {
            key: ageSwitch.of === 'governor' ? 'ageGovernor' : 'ageElevator',
            numbers: { years: ageSwitch.atYears },
            interval: ageSwitch.interval,
          },
          ...(ageSwitch.runningToo === undefined ? [] : [{ key: 'runningToo', interval: ageSwitch.interval }]),
        ]),
    ...(strictlyMaker === true ? [{ key: 'strictlyMaker' }] : []),
    ...(onDemand === undefined ? [] : [{ key: 'onDemand', interval: onDemand.cap }]),
  ];
}

function grace(count: number): CountingTerm[] {
  return count === 0 ? [] : [{ key: 'grace', numbers: { count } }];
}
