import type { CivilDate } from '../calendar/civil-date';
import type { Elevator } from '../elevator/elevator';
import type { Hazard } from '../hazard/hazard';
import type { HazardLife } from '../hazard/hazard-life';
import type { HazardCriteria } from '../pack/hazard-criteria';
import type { HazardClock } from '../risk/hazard-clock';
import type { HazardDays } from '../risk/hazard-days';
import type { JudgedHazard } from '../risk/judge-hazards';

export interface HazardsQuestion {
  readonly asOf: CivilDate;
  readonly criteria: Pick<HazardCriteria, 'matrix' | 'duties' | 'deadlines'>;
  readonly days: HazardDays;
  /** Those closed or refused on this day or later are told one by one; null = all of them. */
  readonly closedFrom: CivilDate | null;
}

/** A hazard as the board shows it. */
export interface HazardCard
  extends
    Pick<Hazard, 'registrationNo' | 'what' | 'component' | 'location' | 'itemId' | 'foundOn' | 'foundBy'>,
    Pick<JudgedHazard, 'id' | 'no' | 'classes' | 'group' | 'stopped' | 'open' | 'breached'>,
    Pick<HazardLife, 'state' | 'severe' | 'major' | 'risk' | 'responsible' | 'since' | 'rectifiedBy'> {
  readonly place: Pick<Elevator, 'address' | 'internalNo' | 'district'>;
  readonly pressing: HazardClock | null;
  readonly mustStop: boolean;
  /** Some clock ran out, the house's own included. */
  readonly late: boolean;
  /** Days until the next deadline that has not passed. */
  readonly nextDays: number | null;
  /** Who took the last step. */
  readonly lastBy: readonly string[];
}

/** What the head of the board says of the whole fleet. */
export interface BoardSum {
  /** Hazards. */
  readonly open: number;
  /** Elevators out of use on account of a hazard, and those to be taken out of use. */
  readonly stopped: number;
  readonly mustStop: number;
  /** Hazards of which some clock ran out. */
  readonly overdue: number;
}

export interface HazardsRest {
  readonly sum: BoardSum;
  /** Hazards closed or refused before `closedFrom`. */
  readonly earlier: number;
  /** Open ones of elevators whose life has ended: on no card. */
  readonly retired: number;
}
