import type { EntryType, RecordBodies } from './entry';
import { DOSSIER_LISTS, kindOf, type DossierList } from './kinds';

const OTHERS: Readonly<Record<Exclude<EntryType, keyof RecordBodies>, true>> = {
  'elevator-registered': true,
  'elevator-corrected': true,
  'hazard-advanced': true,
  'identity-renewed': true,
  'identity-withdrawn': true,
  'inspections-kept': true,
  'roster-recorded': true,
  'roster-corrected': true,
  'roster-withdrawn': true,
  'journal-mended': true,
  'feed-closed': true,
  'details-erased': true,
  'records-imported': true,
  'import-taken-back': true,
  'report-signed': true,
  'paper-countersigned': true,
};

/** By what each kind of record is put on record, corrected and withdrawn; a kind that never is has no such entry. */
export function entryTypesOf(
  list: DossierList,
): Readonly<Partial<Record<'recorded' | 'corrected' | 'withdrawn', string>>> {
  const { name, recorded, fields, withdrawn } = kindOf(list);
  return {
    recorded,
    ...(fields === null ? {} : { corrected: `${name}-corrected` }),
    ...(withdrawn ? { withdrawn: `${name}-withdrawn` } : {}),
  };
}

/** Every type of entry that this program knows; a journal may have others, which are kept and not judged. */
export const ENTRY_TYPES: readonly string[] = [
  ...Object.keys(OTHERS),
  ...DOSSIER_LISTS.flatMap((list) => Object.values(entryTypesOf(list))),
];

const KNOWN: ReadonlySet<string> = new Set(ENTRY_TYPES);

export function isKnownType(type: string): boolean {
  return KNOWN.has(type);
}
