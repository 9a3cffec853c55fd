import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { Age } from '../elevator/age';
import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { RiskGroup } from '../hazard/hazard';
import type { RulePack } from '../pack/rule-pack';
import type { UseState } from '../headline/use';
import type { InspectionsKept } from '../record/inspections-kept';
import type { AssessmentStatus } from '../risk/assessment-due';
import type { HazardDays } from '../risk/hazard-days';
import type { Priority } from '../headline/priority';

export interface StockQuestion {
  readonly asOf: CivilDate;
  readonly period: Period;
  /** Without criteria for hazards none is judged. */
  readonly pack: Pick<RulePack, 'rules' | 'requirements' | 'hazards'>;
  readonly days: HazardDays;
  /** For which elevators the house keeps inspections here. */
  readonly kept: InspectionsKept | null;
}

/** One elevator as the stock lists it. */
export interface StockRow {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  readonly use: UseState;
  readonly age: Age | null;
  /** The rule by which it counts as old, and since when. */
  readonly old: { readonly ruleId: string; readonly on: CivilDate; readonly reached: boolean } | null;
  readonly priority: Priority;
  /** Open hazards by group; `none` = nobody has estimated the risk. */
  readonly open: Readonly<Record<RiskGroup | 'none', number>>;
  /** Open hazards of which a legal or written date was not kept. */
  readonly overdue: number;
  /** Open hazards of which only the house's own days ran out. */
  readonly late: number;
  /** The most pressing assessment that is asked for. */
  readonly assessment: AssessmentStatus | null;
  /** Sum of what the open hazards are estimated to cost, and how many of them have no estimate. */
  readonly cost: number;
  readonly costMissing: number;
}
