import type { RecordId } from '../record/record-id';

export const SHEET_SIZES = ['A4', 'A5'] as const;
export type SheetSize = (typeof SHEET_SIZES)[number];

/** What a paper says beside the records, as whoever made it chose. */
export interface PaperParticulars {
  /** The hazards it is about, by their records; of a form to be filled in by hand none. */
  readonly hazards?: readonly RecordId[];
  /** The record that it is the paper of. */
  readonly record?: RecordId;
  /** To whom it goes; absent = the user unit on record, or a line to write on. */
  readonly addressee?: string;
  /** Number of the paper that a reply answers. */
  readonly answers?: string;
  /** Telephone of who signs. */
  readonly phone?: string;
  readonly note?: string;
  readonly size?: SheetSize;
  /** The signed summary behind the QR code of a public sheet. */
  readonly summary?: string;
}
