import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { PackedLate } from '../headline/packed-late';
import type { Inspection } from '../inspection/inspection';
import { recordsIn, standing, type Records } from '../record/dossier';
import { DOSSIER_LISTS, kindOf, type RecordOf, type RecordsInRow, type StandingInRow } from '../record/kinds';
import type { PackedHistory } from '../service-clock/packed-history';

/** The lists of records in a row, as the kinds say; what of a kind is in no list is packed, or nobody asks for it. */
export type RowLists = { readonly [L in StandingInRow]: readonly RecordOf<L>[] } & Pick<Records, RecordsInRow>;
export type RowList = keyof RowLists;
export const ROW_LISTS = DOSSIER_LISTS.filter((list) =>
  ['standing', 'records'].includes(kindOf(list).inRow ?? ''),
) as readonly RowList[];

/** What questions about the whole fleet read of an elevator: particulars, packed history and lists of records. */
export interface HistoryRow extends PackedHistory, RowLists {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  /** Of the call-outs, by their place, what was entered late by the house's terms: by how many days. */
  readonly lateCallouts: readonly (readonly [index: number, days: number])[];
  /** Who made the last visit that stands. */
  readonly lastTeam: readonly string[];
  /** Packed histories keep no results. */
  readonly failedInspections: readonly Inspection[];
  /** Visits that nobody of the user unit confirmed as they stand, by `packUnconfirmed`, ascending. */
  readonly unconfirmed: Int32Array;
  /** What was entered late by the house's terms; null = nothing. */
  readonly late: PackedLate | null;
}

/** The fleet in memory, in the order of the numbers. */
export type Fleet = ReadonlyMap<RegistrationNo, HistoryRow>;

/** The lists of an elevator's row. */
export function rowListsOf(dossier: Records): RowLists {
  return rowLists((list) => (kindOf(list).inRow === 'standing' ? standing(recordsIn(dossier, list)) : dossier[list]));
}

/** Those of one without records. */
export function noRowLists(): RowLists {
  return rowLists(() => []);
}

function rowLists(listed: (list: RowList) => readonly unknown[]): RowLists {
  return Object.fromEntries(ROW_LISTS.map((list) => [list, listed(list)])) as unknown as RowLists; // each list of them
}
