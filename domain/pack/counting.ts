import type { CivilDate } from '../calendar/civil-date';
import type { Interval } from '../calendar/interval';

/**
 * How a limit depends on the elevator: a second interval from an age on, the maker's interval where it is shorter,
 * a longer one where an authority permitted on-demand maintenance (never beyond `cap`).
 */
export interface LimitTerms {
  readonly ageSwitch?: {
    readonly of: 'elevator' | 'governor';
    readonly atYears: number;
    readonly interval: Interval;
    /** An interval that runs over that day ends `interval` after it at the latest: a reading, shown as one. */
    readonly runningToo?: 'reading';
  };
  readonly strictlyMaker?: true;
  readonly onDemand?: { readonly cap: Interval };
}

/** When the result must be filed: within days of the act, and never after that day of the month following the due month. */
export interface Filing {
  readonly withinDays: number;
  readonly latestDayOfNextMonth?: number;
  /** The limits hold for acts of this day or later; absent = for all. */
  readonly from?: CivilDate;
}

export type Counting = LimitTerms &
  (
    | { readonly mode: 'service-clock' }
    /** From the last act, calendar days, whether in service or not. */
    | { readonly mode: 'rolling' }
    | { readonly mode: 'calendar-month' }
    | { readonly mode: 'calendar-year'; readonly filing?: Filing }
    | { readonly mode: 'anniversary-month'; readonly filing?: Filing }
    | {
        readonly mode: 'due-month-chain';
        readonly graceMonths: number;
        /** An early act moves the chain to its own month. */
        readonly earlyResets: boolean;
        /** Out of service on the due date: the chain starts again at the inspection before return. */
        readonly outageResets: boolean;
        /** Length of the first period after acceptance, where it differs. */
        readonly first?: Interval;
      }
    | {
        readonly mode: 'service-year-list';
        /** Whole years after acceptance in which the act is due. */
        readonly years: readonly number[];
        /** After the last listed year: every `interval`; false = never again. */
        readonly thenEvery: boolean;
        /** Months by which the act may come early without moving the chain. */
        readonly earlyMonths: number;
        /** An outage of at least this length asks for the act before return. */
        readonly beforeReturnAfter?: Interval;
        /** The years are counted from an alteration only if it was inspected on this day or later; absent = from any. */
        readonly alterationsFrom?: CivilDate;
        /** The rule in whose off years this one asks: its act of the year takes the place, its restarts set the month. */
        readonly alternatesWith?: string;
      }
    | {
        readonly mode: 'midpoint';
        /** The rule between whose acts the midpoint lies. */
        readonly of: string;
        readonly roundTo: 'day' | 'month';
        readonly graceMonths: number;
      }
    | {
        readonly mode: 'certificate-expiry';
        /** An act this long before expiry adds to the old expiry; an earlier one starts a new term from its own day. */
        readonly earlyWindow: Interval | null;
      }
  );

export type CountingMode = Counting['mode'];

export const COUNTING_MODES = [
  'service-clock',
  'rolling',
  'calendar-month',
  'calendar-year',
  'anniversary-month',
  'due-month-chain',
  'service-year-list',
  'midpoint',
  'certificate-expiry',
] as const satisfies readonly CountingMode[];
