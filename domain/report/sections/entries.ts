import { toCivilDate, toEpochDay, type CivilDate } from '../../calendar/civil-date';
import { dayWritten } from '../../calendar/entered-at';
import { DEFAULT_LATE_DAYS, entryOf, type EntryOfRecord } from '../../headline/entry';
import type { Recorded } from '../../record/dossier';
import { termsOf } from '../../terms/terms-of';
import type { Evidence } from '../evidence';

/** Later than any day: a file that knows no ledger has no first entry. */
const NEVER = toCivilDate(toEpochDay('9999-12-31' as CivilDate));

type Written = Recorded<object>;

/** How a record of an evidence was entered, against the day it was done. */
export type EntryReader = (record: Written, doneOn: CivilDate) => EntryOfRecord;

export function entriesOf({ dossier, chain, lateDays }: Evidence): EntryReader {
  const firstEntryOn = chain.origin === 'files' ? NEVER : dayWritten(dossier.elevator.at);
  const terms = { lateDays: lateDays ?? DEFAULT_LATE_DAYS, origin: chain.origin };
  return (record, doneOn) => entryOf(record, doneOn, firstEntryOn, terms);
}

/** `补录，迟 52 天`, and by whose claim; '' where it is not late. */
export function lateWords({ kind, days, bySourceTable }: EntryOfRecord, locale: Evidence['locale']): string {
  if (kind !== 'late') return '';
  const { entry, bySourceTable: claimed } = termsOf(locale);
  if (!bySourceTable) return entry.late(days);
  return `${entry.late(days)}${locale === 'en' ? `, ${claimed}` : `，${claimed}`}`;
}
