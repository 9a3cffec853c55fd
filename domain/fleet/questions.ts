import type { CivilDate } from '../calendar/civil-date';
import type { JoinedSigns } from '../doubts/join-signs';
import type { CheckDone } from '../doubts/look';
import type { LedgerDoubt } from '../doubts/answered';
import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { Related } from '../elevator/related';
import type { Policy } from '../insurance/policy';
import type { StripModel } from '../report/strip';
import type { Visit } from '../visit/visit';
import type { PlanRow, PlanSummary } from '../plan/plan-rows';
import type { PlanSettings } from '../plan/plan-settings';
import type { WorkCalendar } from '../plan/work-calendar';
import type { CallOutsQuestion, FleetCallOuts } from './callouts';
import type { ComparedFleet, CompareQuestion, DifferingRow } from './compare-fleet';
import type { DueRow } from './dues';
import type { DoubtsQuestion } from './fleet-doubts';
import type { Neighbours, SearchQuestion } from './elevator-search';
import type { AuditQuestion, FleetRow } from './fleet-row';
import type { FindQuestion, FoundCounts, FoundThing } from './find';
import type { HazardCard, HazardsQuestion, HazardsRest } from './hazard-card';
import type { ClaimRow, CoverRow, InsuranceQuestion, PolicyGroup, PolicyRecord } from './insurance-rows';
import type { RoutineQuestion, RoutineRest, RoutineRow } from './routine';
import type { StockQuestion, StockRow } from './stock-rows';
import type { UnconfirmedQuestion, UnconfirmedRest, UnconfirmedVisit } from './unconfirmed';

interface Asked<Question, Row, Rest> {
  readonly question: Question;
  /** What there is one of for each elevator, or for some; handed over in parts. */
  readonly row: Row;
  /** What comes with the last part. */
  readonly rest: Rest;
}

export interface StripsQuestion extends AuditQuestion {
  /** Of which elevators; one that is not on record gets none. */
  readonly numbers: readonly RegistrationNo[];
}

export interface DoubtsRest {
  /** How many visits there are, where they are more than are looked at here. */
  readonly tooMany: number | null;
  /** Of the elevators that the doubts name. */
  readonly addresses: readonly (readonly [RegistrationNo, string | undefined])[];
}

export interface DoubtsOfElevator extends DoubtsRest {
  readonly checks: readonly CheckDone[];
}

/** The day of judgement is the first day of the plan. */
export interface PlanQuestion extends AuditQuestion {
  readonly settings: PlanSettings;
  readonly calendar: WorkCalendar | null;
}

/** What can be asked of the whole fleet by name, and what is answered. */
export interface FleetQuestions {
  /** In the order of the numbers. */
  readonly rows: Asked<AuditQuestion, FleetRow, null>;
  /** Particulars of every elevator, in the order of the numbers. */
  readonly elevators: Asked<'all', Elevator, null>;
  /** Those that a text finds. */
  readonly found: Asked<SearchQuestion, Elevator, null>;
  /** What of the fleet a text finds: elevators with their rows, firms, hazards. */
  readonly find: Asked<FindQuestion, FoundThing, FoundCounts>;
  /** Which of them all a text finds: 1 in the place of the elevator, in the order of the numbers. */
  readonly matching: Asked<string, never, Uint8Array>;
  /** Who stands before and after an elevator in the order of the numbers. */
  readonly neighbours: Asked<RegistrationNo, never, Neighbours>;
  readonly compare: Asked<CompareQuestion, DifferingRow, Omit<ComparedFleet, 'differing'>>;
  readonly callouts: Asked<CallOutsQuestion, never, FleetCallOuts>;
  readonly strips: Asked<StripsQuestion, readonly [RegistrationNo, StripModel], null>;
  /** The visits of one day that stand, and the addresses of their elevators. */
  readonly 'visits-on': Asked<CivilDate, Visit, readonly (readonly [RegistrationNo, string | undefined])[]>;
  /** Of each elevator that has any: how many doubts ask for an answer. Null where the fleet has more visits than are looked at here. */
  readonly 'open-doubts': Asked<DoubtsQuestion, readonly [RegistrationNo, number], { readonly tooMany: number | null }>;
  /** The doubts that name records of one elevator. */
  readonly 'doubts-of': Asked<
    DoubtsQuestion & { readonly registrationNo: RegistrationNo },
    LedgerDoubt,
    DoubtsOfElevator
  >;
  /** All doubts of the fleet, with those about habits of people and firms. */
  readonly doubts: Asked<DoubtsQuestion, LedgerDoubt, DoubtsRest>;
  /** Elevators, crews and firms worth a look for several weak signs together, the strongest first. */
  readonly 'joined-signs': Asked<DoubtsQuestion, JoinedSigns, DoubtsRest>;
  /** Visits that wait for the confirmation of the user unit, the newest first. */
  readonly unconfirmed: Asked<UnconfirmedQuestion, UnconfirmedVisit, UnconfirmedRest>;
  /** The days of the elevators of one site, as their daily checks say. */
  readonly routine: Asked<RoutineQuestion, RoutineRow, RoutineRest>;
  readonly insurance: Asked<
    InsuranceQuestion,
    CoverRow,
    { readonly policies: readonly PolicyGroup[]; readonly claims: readonly ClaimRow[] }
  >;
  readonly stock: Asked<StockQuestion, StockRow, null>;
  /** What is due that no visit answers, the earliest first. */
  readonly dues: Asked<AuditQuestion, DueRow, null>;
  /** The next visits, in the order of their sites. */
  readonly plan: Asked<PlanQuestion, PlanRow, PlanSummary>;
  readonly hazards: Asked<HazardsQuestion, HazardCard, HazardsRest>;
  /** What else of the register is about one elevator. */
  readonly related: Asked<RegistrationNo, never, Related>;
  /** How many hazards are open on a day. */
  readonly 'open-hazards': Asked<CivilDate, never, number>;
  readonly 'policy-records': Asked<Pick<Policy, 'insurer' | 'policyNo'>, PolicyRecord, null>;
}

export type QuestionName = keyof FleetQuestions;
export type QuestionOf<K extends QuestionName> = FleetQuestions[K]['question'];
export type RowOf<K extends QuestionName> = FleetQuestions[K]['row'];
export type RestOf<K extends QuestionName> = FleetQuestions[K]['rest'];

export interface FleetAnswer<K extends QuestionName> {
  readonly rows: readonly RowOf<K>[];
  readonly rest: RestOf<K>;
}
