import type { EntryOfRecord } from '../../../domain/headline/entry';
import { entryOfRecord } from '../../../domain/headline/entry-of-record';
import type { Dossier } from '../../../domain/record/dossier';
import { useAppState } from '../../session/app-state';

/** How a record of the dossier was entered, in the house's terms. */
export function useEntryOf(
  dossier: Dossier,
): <L extends 'visits' | 'outages' | 'inspections' | 'callouts'>(list: L, record: Dossier[L][number]) => EntryOfRecord {
  const { settings } = useAppState();
  const terms = { lateDays: settings.lateDays, origin: 'journal' } as const;
  return (list, record) => entryOfRecord(list, record as never, dossier, terms);
}
