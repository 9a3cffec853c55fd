import type { CivilDate } from '../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Related } from '../../domain/elevator/related';
import type { Policy } from '../../domain/insurance/policy';
import type { StockQuestion, StockRow } from './stock-protocol';
import type { HazardCard, HazardsQuestion, HazardsRest } from './hazards-protocol';
import type { ClaimRow, CoverRow, InsuranceQuestion, PolicyGroup, PolicyRecord } from './insurance-protocol';

interface Asked<Question, Row, Rest> {
  readonly question: Question;
  /** What there is one of for each elevator, or for some; sent in parts. */
  readonly row: Row;
  /** What comes with the last part. */
  readonly rest: Rest;
}

/** What can be asked of the whole fleet by name, and what is answered. */
export interface FleetQuestions {
  readonly insurance: Asked<
    InsuranceQuestion,
    CoverRow,
    { readonly policies: readonly PolicyGroup[]; readonly claims: readonly ClaimRow[] }
  >;
  readonly stock: Asked<StockQuestion, StockRow, null>;
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

export interface FleetAnswer<K extends QuestionName> {
  readonly rows: readonly RowOf<K>[];
  readonly rest: FleetQuestions[K]['rest'];
}
