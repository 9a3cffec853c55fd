import type { CivilDate } from '../calendar/civil-date';
import type { RegistrationNo } from '../elevator/elevator';

/** One elevator's cover under an insurance policy (保险+服务); a policy over many elevators is one such record each. */
export interface Policy {
  readonly registrationNo: RegistrationNo;
  readonly insurer: string;
  readonly policyNo: string;
  /** What is covered, as the policy names it: liability, property, main parts. */
  readonly cover: string;
  /** First and last day of cover, both included. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Yuan. */
  readonly sumInsured?: number;
  readonly premium?: number;
  readonly paidBy?: string;
  /** Services the policy includes: maintenance, tests, monitoring. */
  readonly services: readonly string[];
  readonly note?: string;
}

export const POLICY_FIELDS = [
  'insurer',
  'policyNo',
  'cover',
  'from',
  'to',
  'sumInsured',
  'premium',
  'paidBy',
  'services',
  'note',
] as const satisfies readonly (keyof Policy)[];
export type PolicyField = (typeof POLICY_FIELDS)[number];

export const CLAIM_STATES = ['reported', 'accepted', 'paid', 'refused', 'withdrawn'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export interface Claim {
  readonly registrationNo: RegistrationNo;
  readonly policyNo: string;
  readonly occurredOn: CivilDate;
  readonly reportedOn?: CivilDate;
  readonly what: string;
  readonly state: ClaimState;
  readonly claimed?: number;
  readonly paid?: number;
  readonly settledOn?: CivilDate;
  readonly note?: string;
}

export const CLAIM_FIELDS = [
  'policyNo',
  'occurredOn',
  'reportedOn',
  'what',
  'state',
  'claimed',
  'paid',
  'settledOn',
  'note',
] as const satisfies readonly (keyof Claim)[];
export type ClaimField = (typeof CLAIM_FIELDS)[number];
