import { DEFAULT_LATE_DAYS, type EntryOfRecord } from '../../headline/entry';
import { entryOfRecord } from '../../headline/entry-of-record';
import type { EnteredList } from '../../headline/saving-effect';
import { termsOf } from '../../terms/terms-of';
import type { Evidence } from '../evidence';

/** How a record of an evidence was entered, by the day that it named when it was entered. */
export type EntryReader = <L extends EnteredList>(
  list: L,
  record: Parameters<typeof entryOfRecord<L>>[1],
) => EntryOfRecord;

export function entriesOf({ dossier, chain, lateDays }: Evidence): EntryReader {
  const terms = { lateDays: lateDays ?? DEFAULT_LATE_DAYS, origin: chain.origin };
  return (list, record) => entryOfRecord(list, record, dossier, terms);
}

/** `补录，迟 52 天`, and by whose claim; '' where it is not late. */
export function lateWords({ kind, days, bySourceTable }: EntryOfRecord, locale: Evidence['locale']): string {
  if (kind !== 'late') return '';
  const { entry, bySourceTable: claimed } = termsOf(locale);
  if (!bySourceTable) return entry.late(days);
  return `${entry.late(days)}${locale === 'en' ? `, ${claimed}` : `，${claimed}`}`;
}
