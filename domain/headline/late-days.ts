import { toEpochDay } from '../calendar/civil-date';
import type { Dossier, ServiceRecords } from '../record/dossier';
import type { EntryTerms } from './entry';
import { entryOfRecord } from './entry-of-record';
import { DONE_ON } from './late-entries';

/** Epoch days on which a visit was done that was entered late, each with how many days late; the latest of a day. */
export function lateVisitDays(
  dossier: Pick<ServiceRecords, 'elevator' | 'visits'>,
  terms: EntryTerms,
): ReadonlyMap<number, number> {
  const late = new Map<number, number>();
  for (const record of dossier.visits) {
    if (record.withdrawn === true) continue;
    const { kind, days } = entryOfRecord('visits', record, dossier, terms);
    const day = toEpochDay(DONE_ON.visits(record.value));
    if (kind === 'late') late.set(day, Math.max(days, late.get(day) ?? 0));
  }
  return late;
}

/** Of the call-outs that stand, by their place among them, those that were entered late, each with how many days late. */
export function lateCallOuts(
  dossier: Pick<ServiceRecords, 'elevator'> & Pick<Dossier, 'callouts'>,
  terms: EntryTerms,
): readonly (readonly [index: number, days: number])[] {
  return dossier.callouts
    .filter(({ withdrawn }) => withdrawn !== true)
    .flatMap((record, index) => {
      const { kind, days } = entryOfRecord('callouts', record, dossier, terms);
      return kind === 'late' ? [[index, days] as const] : [];
    });
}
