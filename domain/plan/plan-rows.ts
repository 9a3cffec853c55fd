import type { CivilDate } from '../calendar/civil-date';
import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { UseReason, UseState } from '../headline/use';
import type { Task } from '../visit/visit';
import type { Placing } from './propose';
import type { RuleWindow } from './visit-window';
import type { DayKind } from './work-calendar';

/** The next visit of one elevator. Days are epoch days; null = there is none. */
export interface PlanRow {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  /** As `siteOf` names it; '' where the register gives no address. */
  readonly site: string;
  /** Who goes there by the plan; '' where nobody is known. */
  readonly crew: string;
  /** Who made the last visit. */
  readonly team: readonly string[];
  readonly use: { readonly state: UseState; readonly reason: Pick<UseReason, 'kind' | 'on'> | null };
  readonly lastVisit: number | null;
  /** The first day on which a visit serves. */
  readonly opens: number;
  /** The first day that makes sense to the house. */
  readonly sensible: number;
  /** The last lawful day. */
  readonly last: number | null;
  readonly daysOverdue: number;
  readonly rules: readonly RuleWindow[];
  /** Proposed for the day planned, else for the first one that makes sense. */
  readonly task: Task;
  /** Places in the pack of the rules that it answers and that cannot wait. */
  readonly answers: readonly number[];
  readonly on: number | null;
  readonly how: Placing | null;
}

interface PlanDay extends DayKind {
  readonly on: CivilDate;
  /** Elevators whose last lawful day it is. */
  readonly lastDays: number;
}

/** One crew over the days of the plan. */
export interface CrewDays {
  readonly name: string;
  /** Of a crew that the house named. */
  readonly members: readonly string[];
  /** Elevators planned, a number a day. */
  readonly planned: readonly number[];
  /** Null = no limit. */
  readonly limits: readonly (number | null)[];
}

export interface PlanSummary {
  readonly days: readonly PlanDay[];
  readonly crews: readonly CrewDays[];
  /** Sites gone to, and the fewest that any plan with the same windows, open days and limits has. */
  readonly journeys: number;
  readonly bound: number;
}
