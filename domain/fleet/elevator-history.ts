import type { Assessment } from '../assessment/assessment';
import type { CallOut } from '../callout/callout';
import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { PackedLate } from '../headline/packed-late';
import type { Inspection } from '../inspection/inspection';
import type { Claim, Policy } from '../insurance/policy';
import type { Dossier } from '../record/dossier';
import type { PackedHistory } from '../service-clock/packed-history';

/** What questions about the whole fleet read of an elevator: particulars, packed history and the call-outs that stand. */
export interface HistoryRow extends PackedHistory {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  readonly callouts: readonly CallOut[];
  /** Of these, by their place, what was entered late by the house's terms: by how many days. */
  readonly lateCallouts: readonly (readonly [index: number, days: number])[];
  /** Hazards with their lives, for the board, the stock and the matrix. */
  readonly hazards: Dossier['hazards'];
  readonly assessments: readonly Assessment[];
  readonly policies: readonly Policy[];
  readonly claims: readonly Claim[];
  /** All of them, oldest first. */
  readonly doubtAnswers: Dossier['doubtAnswers'];
  /** Who made the last visit that stands. */
  readonly lastTeam: readonly string[];
  /** Packed histories keep no results. */
  readonly failedInspections: readonly Inspection[];
  /** What was entered late by the house's terms; null = nothing. */
  readonly late: PackedLate | null;
}

/** The fleet in memory, in the order of the numbers. */
export type Fleet = ReadonlyMap<RegistrationNo, HistoryRow>;
