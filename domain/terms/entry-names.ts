import type { EntryType, RecordBodies } from '../record/entry';
import { entryTypesOf } from '../record/entry-types';
import { DOSSIER_LISTS } from '../record/kinds';
import type { Terms } from './terms';

type Verbs = Readonly<Record<'recorded' | 'corrected' | 'withdrawn', string>>;

/** The names of the entries that record, correct and withdraw: of each kind the same word with the same verbs. */
export function entryNamesOf(
  kinds: Terms['recordKind'],
  verbs: Verbs,
): Record<Extract<EntryType, keyof RecordBodies>, string> {
  const names = DOSSIER_LISTS.flatMap((list) =>
    Object.entries(entryTypesOf(list)).map(([act, type]) => [type, kinds[list] + verbs[act as keyof Verbs]] as const),
  );
  return Object.fromEntries(names) as Record<Extract<EntryType, keyof RecordBodies>, string>; // as the table of kinds says
}
