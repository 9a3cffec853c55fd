import type { ReasonCode } from './reasons';

/**
 * What became of the section of doubts: `same` as the evidence gives it; one is `missing`, or it is `different`; `left-out`
 * of a report whose program tells doubts; made `before` doubts were told; `absent`, and which of the two cannot be told.
 */
export type DoubtsState = 'same' | 'missing' | 'different' | 'left-out' | 'before' | 'absent';

export interface DoubtsFound {
  readonly state: DoubtsState;
  /** Doubts that the section tells. */
  readonly told: number;
}

/** What the judge of the evidence says of it; null = could not be told. */
export interface EvidenceFindings {
  /** The bytes are evidence: readable, of a known form. */
  readonly present: boolean;
  readonly verdictReproduced: boolean | null;
  readonly failures: readonly { readonly code: string; readonly detail: string }[];
  /** Null of a paper that has no such section. */
  readonly doubts: DoubtsFound | null;
}

export const NONE: EvidenceFindings = { present: false, verdictReproduced: null, failures: [], doubts: null };
export const UNJUDGED: EvidenceFindings = { ...NONE, present: true };
/** Evidence that is too large to be judged within the limits. */
export const BEYOND: EvidenceFindings = { ...UNJUDGED, failures: [{ code: 'too-large', detail: '' }] };

/** What laying the pages out again says of them. */
export interface PageFindings {
  /** Null = could not be told. */
  readonly match: boolean | null;
  /** Why, where it is not true. */
  readonly reason: { readonly code: ReasonCode; readonly detail: string } | null;
}
