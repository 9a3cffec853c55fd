/** Why a record came late, and what proves the day on which it was done. */
export interface LateReason {
  readonly reason: string;
  /** Number or name of a document. */
  readonly document?: string;
  /** SHA-256 (hex) of attached photos. */
  readonly photos?: readonly string[];
}
