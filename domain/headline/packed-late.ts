import type { TallySubject } from '../audit/tally-elevator';
import type { ServiceRecords } from '../record/dossier';
import type { EntryTerms } from './entry';
import { historyOf } from './history';
import { lateVisitDays } from './late-days';
import { lateEntriesOf, type LateEntry } from './late-entries';

/** What of an elevator came late, as the read model keeps it. */
export interface PackedLate {
  /** Late visits and outages. */
  readonly entries: readonly LateEntry[];
  readonly changes: readonly LateEntry[];
  /** Epoch days of late visits, each with by how many days; absent in rows made before they were marked. */
  readonly visitDays?: readonly (readonly [day: number, lateBy: number])[];
  /** Without late visits and outages; null = as it stands. */
  readonly withoutEntries: TallySubject | null;
  /** Without anything late; null = as without late visits and outages. */
  readonly without: TallySubject | null;
}

/** Null where nothing came late, as of most elevators. */
export function packLate(dossier: ServiceRecords, terms: EntryTerms): PackedLate | null {
  const late = lateEntriesOf(dossier, terms);
  const entries = late.entries.filter(({ kind }) => kind === 'late').map(({ on, days }) => ({ on, days }));
  if (entries.length + late.changes.length === 0) return null;
  return {
    entries,
    changes: late.changes,
    visitDays: [...lateVisitDays(dossier, terms)],
    withoutEntries: late.withoutEntries === dossier ? null : packed(late.withoutEntries),
    without: late.without === late.withoutEntries ? null : packed(late.without),
  };
}

function packed(dossier: ServiceRecords): TallySubject {
  const { kind, place } = dossier.elevator.value;
  return { kind, ...(place !== undefined && { place }), history: historyOf(dossier) };
}
