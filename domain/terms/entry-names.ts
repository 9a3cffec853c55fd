import type { EntryType, RecordBodies } from '../record/entry';
import { DOSSIER_LISTS, kindOf } from '../record/kinds';
import type { Terms } from './terms';

type Verbs = Readonly<Record<'recorded' | 'corrected' | 'withdrawn', string>>;

/** The names of the entries that record, correct and withdraw: of each kind the same word with the same verbs. */
export function entryNamesOf(
  kinds: Terms['recordKind'],
  verbs: Verbs,
): Record<Extract<EntryType, keyof RecordBodies>, string> {
  const names = DOSSIER_LISTS.flatMap((list) => {
    const { name, recorded } = kindOf(list);
    return [
      [recorded, kinds[list] + verbs.recorded],
      [`${name}-corrected`, kinds[list] + verbs.corrected],
      [`${name}-withdrawn`, kinds[list] + verbs.withdrawn],
    ] as const;
  });
  return Object.fromEntries(names) as Record<Extract<EntryType, keyof RecordBodies>, string>; // as the table of kinds says
}
