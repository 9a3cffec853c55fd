import { allRecords, type Dossier, type Recorded } from './dossier';
import { recordNoOf, type RecordId } from './record-id';

/** Whether a record, or a correction of it, was made by an entry dated before the one before it. */
export function hasClockMark({ clock, amendments = [] }: Pick<Recorded<unknown>, 'clock' | 'amendments'>): boolean {
  return clock !== undefined || amendments.some((amendment) => amendment.clock !== undefined);
}

/** The numbers of the entries about an elevator that are dated before the entry before them, ascending. */
export function clockMarkedEntries(dossier: Dossier): readonly number[] {
  const records = [dossier.elevator, ...allRecords(dossier)];
  const made = [
    ...records.flatMap((record) => [record, ...(record.amendments ?? [])]),
    ...dossier.hazards.flatMap(({ steps }) => steps),
  ];
  const marked = made.filter(({ clock }) => clock !== undefined).map(({ id }) => entryNoOf(id));
  return [...new Set(marked)].sort((a, b) => a - b);
}

/** One entry may have made many records. */
function entryNoOf(id: RecordId): number {
  return Number(recordNoOf(id).split('.')[0]);
}
