import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { RecordUpdate } from '../../domain/bridge/import-replies';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { Recorded } from '../../domain/record/dossier';
import type { Change, Json } from '../../domain/record/entry';
import { kindOf, type DossierList } from '../../domain/record/kinds';
import { schemaOfKind } from '../../domain/record/record-schemas';
import { samenessOf } from '../../domain/record/same-record';

/** The lists whose rows may correct a record that was there before. */
export const UPDATABLE = [
  'visits',
  'outages',
  'inspections',
  'callouts',
  'contracts',
] as const satisfies readonly DossierList[];
export type UpdatableList = (typeof UPDATABLE)[number];

/** Fields by which a rule may judge: a correction of one may change a verdict. */
const OF_RULES: Readonly<Record<UpdatableList, readonly string[]>> = {
  visits: ['date', 'task'],
  outages: ['from', 'to'],
  inspections: ['date', 'kind', 'result', 'validUntil'],
  callouts: ['kind', 'reportedAt', 'dispatchedAt', 'arrivedAt', 'freedAt'],
  contracts: [],
};

type Row = { readonly registrationNo: RegistrationNo };

/**
 * What a row says otherwise than the record of the same happening: only what it states. A column that the table does not
 * have, or an empty cell, changes nothing; of columns without a field those that differ.
 */
export function changesOfRow(list: UpdatableList, recorded: object, row: Row): readonly Change[] {
  const { fields } = kindOf(list);
  const before = recorded as Record<string, Json | undefined>;
  const next = row as unknown as Record<string, Json | undefined>;
  const changes = (fields ?? []).flatMap((field): Change[] => {
    const to = next[field];
    const isSilent = to === undefined || (Array.isArray(to) && to.length === 0);
    return isSilent || canonicalJson(to) === canonicalJson(before[field] ?? null)
      ? []
      : [{ field, from: before[field] ?? null, to }];
  });
  const known = (before['extra'] ?? {}) as Record<string, Json>;
  const said = (next['extra'] ?? {}) as Record<string, Json>;
  const differs = Object.entries(said).some(([column, value]) => known[column] !== value);
  return differs ? [...changes, { field: 'extra', from: before['extra'] ?? null, to: { ...known, ...said } }] : changes;
}

/** The record with the changes made, or null where it would not be sound: two of its values contradict each other. */
export function corrected<T extends object>(list: UpdatableList, value: T, changes: readonly Change[]): T | null {
  const next = { ...value, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
  return schemaOfKind(list).safeParse(asRecorded(list, next)).success ? next : null;
}

/** An outage is kept with its elevator and does not name it; rows of every table do. */
function asRecorded(list: UpdatableList, record: object): object {
  if (list !== 'outages') return record;
  const { registrationNo: _, ...outage } = record as Row;
  return outage;
}

export function updateOf(
  list: UpdatableList,
  { id, value }: Recorded<object>,
  registrationNo: RegistrationNo,
  place: Pick<RecordUpdate, 'file' | 'row'>,
  changes: readonly Change[],
): RecordUpdate {
  const on = samenessOf(list).dayOf(value as never); // of its own list
  const ofRules = changes.some(({ field }) => OF_RULES[list].includes(field));
  return { list, registrationNo, corrects: id, on, ...place, changes, ofRules };
}
