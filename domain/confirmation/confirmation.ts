import type { CivilDate } from '../calendar/civil-date';
import type { RegistrationNo } from '../elevator/elevator';
import type { RecordId } from '../record/record-id';

/** `asked`: the user unit was asked for it. The other two are its answers; a later turn takes the place of an earlier one. */
export const CONFIRMATION_ACTS = ['asked', 'given', 'refused'] as const;
export type ConfirmationAct = (typeof CONFIRMATION_ACTS)[number];

/** Given there and then, later in this program, or on a sheet of paper of which this is the note. */
export const CONFIRMATION_WAYS = ['on-the-spot', 'later', 'on-paper'] as const;
export type ConfirmationWay = (typeof CONFIRMATION_WAYS)[number];

/**
 * What the user unit's safety manager said of a visit (TSG T5002-2017 art. 7): a fact of its own beside the name that the
 * visit itself may carry. It is bound to the visit as it stood then; what is corrected afterwards was not confirmed by it.
 * Never changed: the next one (`turn`) takes its place.
 */
export interface Confirmation {
  readonly registrationNo: RegistrationNo;
  readonly visit: RecordId;
  /** The visit as it stood: its last correction, or itself where it had none. */
  readonly version: RecordId;
  /** Hash (hex) of the entry that wrote that version. */
  readonly hash: string;
  /** From 1. */
  readonly turn: number;
  readonly act: ConfirmationAct;
  readonly on: CivilDate;
  /** `HH:MM` in the pack's zone. */
  readonly at?: string;
  /** Who asked, confirmed or refused, as typed by that person or by who noted it. */
  readonly by: string;
  /** Of one that was given. */
  readonly how?: ConfirmationWay;
  /** Why it was refused. */
  readonly reason?: string;
  /** Number or name of the sheet that was signed. */
  readonly document?: string;
  /** The signature as it was drawn, by `domain/confirmation/strokes`. */
  readonly drawn?: string;
}
