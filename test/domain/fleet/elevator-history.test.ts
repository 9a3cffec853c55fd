import { describe, expect, it } from 'vitest';
import { noRowLists, ROW_LISTS, rowListsOf } from '../../../domain/fleet/elevator-history';
import { noRecords, type Recorded, type Records } from '../../../domain/record/dossier';
import { DOSSIER_LISTS, kindOf, type DossierList } from '../../../domain/record/kinds';
import type { RecordId } from '../../../domain/record/record-id';

const recorded = (list: DossierList, no: number): Recorded<object> => ({
  id: `${list}/${no}` as RecordId,
  at: '',
  author: '',
  value: { list, no },
});
const stands = (list: DossierList) => recorded(list, 1);
const withdrawn = (list: DossierList) => ({ ...recorded(list, 2), withdrawn: true as const });

const dossier = {
  ...noRecords(),
  ...Object.fromEntries(DOSSIER_LISTS.map((list) => [list, [stands(list), withdrawn(list)]])),
} as Records;

describe("an elevator's row of the fleet", () => {
  const rows: Partial<Record<DossierList, readonly unknown[]>> = rowListsOf(dossier);

  it.each(DOSSIER_LISTS)('has of %s what the line of the kind says', (list) => {
    const expected = {
      standing: [stands(list).value],
      records: [stands(list), withdrawn(list)],
      packed: undefined,
      none: undefined,
    };
    expect(rows[list]).toEqual(expected[kindOf(list).inRow ?? 'none']);
  });

  it('has the same lists where nothing is on record, in the order of the kinds', () => {
    expect(Object.keys(rows)).toEqual(ROW_LISTS);
    expect(noRowLists()).toEqual(Object.fromEntries(ROW_LISTS.map((list) => [list, []])));
    expect(noRowLists()).toEqual(rowListsOf(noRecords()));
  });
});
