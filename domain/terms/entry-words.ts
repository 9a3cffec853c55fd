import type { EntryOfRecord } from '../headline/entry';
import type { Locale } from '../pack/legal-basis';
import { termsOf } from './terms-of';

/** What is said beside a record of how it was entered; null where it came in time and the ledger knows it itself. */
export function entryWords({ kind, days, bySourceTable }: EntryOfRecord, locale: Locale): string | null {
  const { entry, bySourceTable: claim } = termsOf(locale);
  if (kind === 'direct') return bySourceTable ? claim : null;
  const words = kind === 'late' ? entry.late(days) : entry.imported;
  if (!bySourceTable) return words;
  return locale === 'en' ? `${words} (${claim})` : `${words}（${claim}）`;
}
