import type { ServiceRecords, Recorded } from '../record/dossier';
import { entryOf, type EntryOfRecord, type EntryTerms } from './entry';
import { DONE_ON, firstEntryDay } from './late-entries';
import type { EnteredList } from './saving-effect';

/** How one record of a dossier was entered, as every list tells it; by the day that it named when it was entered. */
export function entryOfRecord<L extends EnteredList>(
  list: L,
  record: Recorded<Parameters<(typeof DONE_ON)[L]>[0]>,
  dossier: Pick<ServiceRecords, 'elevator'>,
  terms: EntryTerms,
): EntryOfRecord {
  const dayOf = DONE_ON[list] as (value: typeof record.value) => ReturnType<(typeof DONE_ON)[L]>;
  return entryOf(record, dayOf(record.original ?? record.value), firstEntryDay(dossier, terms), terms);
}
