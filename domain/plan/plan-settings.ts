import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { RegistrationNo } from '../elevator/elevator';
import type { WorkCalendar } from './work-calendar';

/** People who go together. */
export interface Crew {
  readonly name: string;
  readonly members: readonly string[];
  /** Elevators a day; null = the house's own number. */
  readonly perDay: number | null;
}

/** Days on which a crew takes fewer elevators, such as when one of them is away; 0 = none. */
export interface CrewAway extends Period {
  readonly crew: string;
  readonly perDay: number;
}

export interface SiteTerms {
  readonly site: string;
  /** Who goes there; null = who went last. */
  readonly crew: string | null;
  /** Days on which it gives no access. */
  readonly closed: readonly Period[];
  /** Likewise days of the week, 1 = Monday to 7 = Sunday. */
  readonly closedWeekdays: readonly number[];
  /** What whoever goes there has to know. */
  readonly note: string;
}

/** A visit put on a day by hand; it holds until the elevator is visited. */
export interface PlanMove {
  readonly registrationNo: RegistrationNo;
  /** The last visit when it was moved; null = there was none. */
  readonly after: CivilDate | null;
  readonly on: CivilDate;
  /** Null = that of the site. */
  readonly crew: string | null;
}

/** What the house says of its plan. No evidence: nothing that is judged rests on it. */
export interface PlanSettings {
  /** A visit sooner after the last one makes no sense to the house. */
  readonly sensibleDays: number;
  /** Elevators that a crew takes a day where nothing else is said; null = no limit. */
  readonly perDay: number | null;
  readonly crews: readonly Crew[];
  readonly away: readonly CrewAway[];
  readonly sites: readonly SiteTerms[];
  readonly moves: readonly PlanMove[];
  /** In place of the calendar of the pack's zone. */
  readonly calendar: WorkCalendar | null;
}

/** Some of it anew; what is absent stays. */
export type PlanChange = { readonly [K in keyof PlanSettings]?: PlanSettings[K] | undefined };

export const DEFAULT_SENSIBLE_DAYS = 9;
export const MOST_SENSIBLE_DAYS = 60;
export const MOST_PER_DAY = 200;
export const MOST_CREWS = 500;
export const MOST_CREW_MEMBERS = 20;
export const MOST_PLAN_SITES = 20_000;
export const MOST_MOVES = 20_000;

export const NO_PLAN_SETTINGS: PlanSettings = {
  sensibleDays: DEFAULT_SENSIBLE_DAYS,
  perDay: null,
  crews: [],
  away: [],
  sites: [],
  moves: [],
  calendar: null,
};

/** The calendar that holds: the house's own, else that of the zone whose days the pack counts. */
export function calendarFor(
  { calendar }: Pick<PlanSettings, 'calendar'>,
  zone: string,
  shipped: readonly WorkCalendar[],
): WorkCalendar | null {
  return calendar ?? shipped.find((one) => one.zone === zone) ?? null;
}
