import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Period } from '../../domain/calendar/period';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { ErrorCode, ErrorDetails } from '../../domain/bridge/errors';
import type { JournalHead } from '../../domain/bridge/replies';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { DifferingElevator, FleetComparison } from '../../domain/audit/compare-fleet';
import type { Sides } from '../../domain/audit/compare-audits';
import type { Measure } from '../../domain/audit/judge-by';
import type { RuleStatus, Scope, Verdict, Weight } from '../../domain/audit/verdict';
import type { UseReason, UseState } from '../../domain/headline/use';
import type { InspectionsKept } from '../../domain/record/inspections-kept';
import type { HazardDays } from '../../domain/risk/hazard-days';
import type { StripModel } from '../../domain/report/strip';
import type { CallOutFigures, JudgedCallOut, MonthFigures } from '../../domain/response/monthly-figures';
import type { Visit } from '../../domain/visit/visit';
import type { QuestionName } from './fleet-questions';
import type { PackedRows } from './fleet-rows';
import type { Followed } from './follow-journal';

/** A deadline that runs or has passed, or an act that failed. */
export interface Pressing {
  /** Its place in the pack. */
  readonly rule: number;
  readonly status: RuleStatus;
  /** The deadline, or the day of the failed act. */
  readonly due: number;
  /** Negative = past. */
  readonly daysLeft: number;
}

/** One elevator as the fleet page lists it. Days are epoch days; null = there is none. */
export interface FleetRow {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  readonly verdict: Verdict;
  readonly weight: Weight | null;
  readonly verdictByLaw: Verdict;
  readonly scope: Scope;
  readonly use: {
    readonly state: UseState;
    /** The first of the reasons. */
    readonly reason: Pick<UseReason, 'kind' | 'on'> | null;
  };
  /** What was entered late; null = nothing that is told. */
  readonly late: {
    readonly count: number;
    readonly worstDays: number;
    readonly verdictWithoutLate: Verdict;
  } | null;
  /** Late and overdue intervals of the period, all rules. */
  readonly gaps: number;
  readonly lastVisit: number | null;
  /** The rule that presses most: one that failed, else the longest overdue, else the next due. */
  readonly pressing: Pressing | null;
  /** Likewise of the rules that a visit answers. */
  readonly visitPressing: Pressing | null;
}

export interface AuditQuestion {
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly pack: Pick<RulePack, 'id' | 'version' | 'rules' | 'requirements' | 'hazards'>;
  readonly hazardDays: HazardDays;
  /** For which elevators the house keeps inspections here. */
  readonly kept: InspectionsKept | null;
}

/** An elevator that two measures judge differently, with its particulars. */
export interface DifferingRow extends DifferingElevator {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
}

export interface ComparedFleet extends FleetComparison {
  readonly differing: readonly DifferingRow[];
}

export interface CallOutsQuestion {
  readonly asOf: CivilDate;
  /** How many months, ending with that of `asOf`; null = all. */
  readonly months: number | null;
  readonly pack: Pick<RulePack, 'requirements'>;
}

/** A call with the elevator it was about. */
export interface FleetCall extends JudgedCallOut {
  readonly elevator: Elevator;
  /** Days by which it was entered late; null where it came in time. */
  readonly lateBy: number | null;
}

export interface FleetCallOuts {
  /** Calls on record up to the day of judgement, whatever their month. */
  readonly recorded: number;
  readonly months: readonly MonthFigures[];
  readonly total: CallOutFigures;
  /** Of the calls counted, those entered late. */
  readonly enteredLate: number;
  /** Entrapments that are late, undecided or without an arrival, newest first; and how many more there are. */
  readonly attention: readonly FleetCall[];
  readonly attentionLeft: number;
}

/** A refusal of the bridge on its way between page and worker. */
export interface WireFailure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** To the worker. `page` answers its `read`. */
export type ToFleetWorker =
  /** With the house's days by which lateness is told. */
  | { readonly kind: 'follow'; readonly id: number; readonly lateDays: number }
  /** `frame`: the reply of `journal.read` as it came; without it the call failed. */
  | {
      readonly kind: 'page';
      readonly id: number;
      readonly frame: Uint8Array | null;
      readonly failure: WireFailure | null;
    }
  | { readonly kind: 'audit'; readonly id: number; readonly question: AuditQuestion }
  | {
      readonly kind: 'compare';
      readonly id: number;
      readonly measures: Sides<Measure>;
      readonly kept: InspectionsKept | null;
    }
  | { readonly kind: 'visits-on'; readonly id: number; readonly date: CivilDate }
  | { readonly kind: 'callouts'; readonly id: number; readonly question: CallOutsQuestion }
  /** A question of `fleet-questions.ts`. */
  | { readonly kind: 'ask'; readonly id: number; readonly name: QuestionName; readonly question: unknown }
  | {
      readonly kind: 'strips';
      readonly id: number;
      readonly question: AuditQuestion;
      readonly numbers: readonly RegistrationNo[];
    };

/** From the worker. `read` asks the page for journal entries, since only the page has the bridge. */
export type FromFleetWorker =
  | { readonly kind: 'read'; readonly id: number; readonly afterSeq: number }
  /** How far the read model has followed the journal. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** How much of the fleet is in memory; all of it when `done` is `total`. */
  | { readonly kind: 'loading'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'followed';
      readonly id: number;
      readonly head: JournalHead;
      readonly touched: Followed['touched'];
      readonly lost: Followed['lost'];
    }
  /** In parts, in the order of the keys; the answer is whole with the `last`. */
  | {
      readonly kind: 'rows';
      readonly id: number;
      readonly rows: PackedRows;
      readonly last: boolean;
      readonly tookMs: number;
    }
  | { readonly kind: 'compared'; readonly id: number; readonly fleet: ComparedFleet }
  | {
      readonly kind: 'strips';
      readonly id: number;
      readonly strips: readonly (readonly [RegistrationNo, StripModel])[];
    }
  | { readonly kind: 'visits'; readonly id: number; readonly visits: readonly Visit[] }
  /** Some rows of an answer, and how many elevators have been looked at for it. */
  | {
      readonly kind: 'part';
      readonly id: number;
      readonly rows: readonly unknown[];
      readonly done: number;
      readonly total: number;
    }
  /** The end of an answer whose rows came in parts. */
  | { readonly kind: 'answered'; readonly id: number; readonly rest: unknown }
  | { readonly kind: 'called-out'; readonly id: number; readonly fleet: FleetCallOuts }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly refusal: WireFailure | null };
