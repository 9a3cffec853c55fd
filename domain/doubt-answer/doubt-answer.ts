import type { CivilDate } from '../calendar/civil-date';
import type { RegistrationNo } from '../elevator/elevator';
import type { DoubtKind } from '../pack/doubt-threshold';
import type { RecordId } from '../record/record-id';

/** `explained`: by what `says` tells. `wrong`: the records are confirmed as wrong. `open`: an earlier answer is taken back. */
export const DOUBT_ANSWERS = ['explained', 'wrong', 'open'] as const;
export type AnswerToDoubt = (typeof DOUBT_ANSWERS)[number];

/**
 * What somebody answered to a doubt, at one of the elevators whose records it is about: each of them holds the answer.
 * No verdict looks at it. It is never changed: the next answer (`turn`) takes its place.
 */
export interface DoubtAnswer {
  readonly registrationNo: RegistrationNo;
  readonly kind: DoubtKind;
  /** By `doubtKey`: SHA-256 (hex) of the kind and of all its records. */
  readonly doubt: string;
  /** Those of its records that are of this elevator; the answer names them when they are corrected or withdrawn. */
  readonly records: readonly RecordId[];
  /** How many records it has, those of other elevators too. */
  readonly of: number;
  /** From 1. */
  readonly turn: number;
  readonly answer: AnswerToDoubt;
  /** Day of the answer. */
  readonly on: CivilDate;
  /** Who gave it; whose entry it is stands beside the record. */
  readonly by: string;
  /** By what it is explained, what was wrong, or why it is open again. */
  readonly says: string;
  /** Number or name of a document that shows it. */
  readonly document?: string;
}
