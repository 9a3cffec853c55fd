import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import { dayWritten, type EnteredAt } from '../calendar/entered-at';
import type { Recorded } from '../record/dossier';

/** When a record was written down, against when it was done (`formats.md` section 1, Entry). */
export const ENTRY_KINDS = ['direct', 'late', 'imported'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** By what lateness is told. */
export interface EntryTerms {
  /** Calendar days that are still `direct`; the house may change them. */
  readonly lateDays: number;
  /** `files`: no ledger was kept, so that only a table's own claim can tell when a row was written down. */
  readonly origin: 'journal' | 'files';
}

export const DEFAULT_LATE_DAYS = 3;
export const MOST_LATE_DAYS = 365;

export interface EntryOfRecord {
  readonly kind: EntryKind;
  /** Calendar days from the day it was done to the day it was written down, at least 0. */
  readonly days: number;
  /** The day of entry is a claim of the table that it came from (据来表). */
  readonly bySourceTable: boolean;
}

type Written = Pick<Recorded<{ readonly enteredAt?: EnteredAt }>, 'at' | 'imported' | 'value'>;

/** `firstEntryOn` = the day of the ledger's first entry about the elevator. */
export function entryOf(
  { at, imported, value: { enteredAt } }: Written,
  doneOn: CivilDate,
  firstEntryOn: CivilDate,
  { lateDays, origin }: EntryTerms,
): EntryOfRecord {
  if (enteredAt !== undefined) return counted(dayWritten(enteredAt), doneOn, lateDays, true);
  if (origin === 'files' || (imported === true && doneOn < firstEntryOn))
    return { kind: 'imported', days: 0, bySourceTable: false };
  return counted(dayWritten(at), doneOn, lateDays, false);
}

function counted(writtenOn: CivilDate, doneOn: CivilDate, lateDays: number, bySourceTable: boolean): EntryOfRecord {
  const days = Math.max(0, toEpochDay(writtenOn) - toEpochDay(doneOn));
  return { kind: days > lateDays ? 'late' : 'direct', days, bySourceTable };
}
