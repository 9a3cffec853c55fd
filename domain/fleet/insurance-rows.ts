import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { Claim, Policy, PolicyField } from '../insurance/policy';
import type { Recorded } from '../record/dossier';

export interface InsuranceQuestion {
  readonly asOf: CivilDate;
  /** Days without cover are looked for within it. */
  readonly period: Period;
}

/** One policy over the elevators it covers, told apart by insurer and number. */
export interface PolicyGroup {
  readonly insurer: string;
  readonly policyNo: string;
  /** As recorded for the first elevator; what is not the same for all is named in `differing`. */
  readonly first: Policy;
  readonly differing: readonly PolicyField[];
  /** First and last day over all its elevators. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly elevators: number;
  /** Sum of the premiums that are recorded, and of how many elevators none is. */
  readonly premium: number;
  readonly premiumMissing: number;
  readonly claims: number;
}

/** `ended` = had cover and has none; `gap` = covered, but not on all days of the period since the first policy. */
export const COVER_STATES = ['ended', 'ends-soon', 'gap', 'covered', 'none'] as const;
export type CoverState = (typeof COVER_STATES)[number];

/** How one elevator stands. */
export interface CoverRow {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  readonly state: CoverState;
  /** Last day of the cover that runs; of the last cover where none does. */
  readonly until: CivilDate | null;
  /** Days without cover within the period, since its first policy. */
  readonly gaps: readonly Period[];
}

export interface ClaimRow {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  readonly record: Recorded<Claim>;
}

export interface FleetInsurance {
  readonly elevators: number;
  readonly policies: readonly PolicyGroup[];
  readonly covers: readonly CoverRow[];
  /** Newest first. */
  readonly claims: readonly ClaimRow[];
}

/** The record that stands for one elevator of a policy. */
export interface PolicyRecord {
  readonly elevator: Elevator;
  readonly record: Recorded<Policy>;
}
