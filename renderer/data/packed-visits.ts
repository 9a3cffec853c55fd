import type { Recorded } from '../../domain/record/dossier';
import type { Visit } from '../../domain/visit/visit';
import { packTable, unpackTable, type PackedTable } from './packed-table';

const OF_VISIT = 'value.';

/** Records of visits as one table: most of what they say, they say alike. */
export function packVisits(visits: readonly Recorded<Visit>[]): PackedTable {
  return packTable(visits.map(({ value, ...record }) => ({ ...record, ...renamed(value) })));
}

function renamed(value: Visit): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [`${OF_VISIT}${key}`, one as unknown]));
}

/** What `packVisits` was given, in its order. */
export function unpackVisits(packed: PackedTable): Recorded<Visit>[] {
  return unpackTable<Record<string, unknown>>(packed).map((flat) => {
    const [record, value]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
    for (const [key, one] of Object.entries(flat))
      if (key.startsWith(OF_VISIT)) value[key.slice(OF_VISIT.length)] = one;
      else record[key] = one;
    return { ...record, value } as unknown as Recorded<Visit>; // its keys and values are those that were packed
  });
}
