import type { Certificate } from '../doubts/certificate';
import type { Beside, Doubt } from '../doubts/doubt';
import type { CheckDone } from '../doubts/look';
import type { Way } from '../doubts/ways';
import type { Elevator } from '../elevator/elevator';
import type { DoubtThreshold } from '../pack/doubt-threshold';
import type { RecordId } from '../record/record-id';
import type { Visit } from '../visit/visit';

/** A visit of another elevator, pared to what doubts rest on, with the entry that brought it. */
export interface CarriedVisit {
  readonly id: RecordId;
  /** Hash of the entry; '' where it is that of the whole evidence (no journal was kept). */
  readonly entry: string;
  readonly visit: Visit;
}

/** A doubt with its records by their names; weight and source are those of the threshold of its kind. */
export interface StatedDoubt extends Pick<
  Doubt,
  'kind' | 'level' | 'people' | 'what' | 'measure' | 'threshold' | 'unit'
> {
  /** Its visits, then the call-outs beside them. */
  readonly records: readonly RecordId[];
  readonly beside: readonly Beside[];
}

/** What doubts are computed from, beside the elevator's own records. */
export interface DoubtBasis {
  readonly version: 1;
  /** Elevators of the ledger that were gone through, the own one with them, and its entries up to the stated head. */
  readonly searched: { readonly elevators: number; readonly entries: number };
  /** Visits of others that were found and could not all be carried. */
  readonly left: number;
  readonly thresholds: readonly DoubtThreshold[];
  /** Checklist items among the own results that ask for a value or an answer of their own. */
  readonly askedItems: readonly string[];
  /** Null = no such table was there. */
  readonly ways: readonly Way[] | null;
  readonly certificates: readonly Certificate[] | null;
  readonly places: readonly Pick<Elevator, 'registrationNo' | 'address'>[];
  readonly visits: readonly CarriedVisit[];
}

/** The doubts that a paper tells, with all that they rest on; a verifier computes `stated` and `checks` again. */
export interface ToldDoubts extends DoubtBasis {
  readonly stated: readonly StatedDoubt[];
  /** Of the own visits of the period. */
  readonly checks: readonly CheckDone[];
}
