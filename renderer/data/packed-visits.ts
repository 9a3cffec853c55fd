import type { Recorded } from '../../domain/record/dossier';
import type { Visit } from '../../domain/visit/visit';
import { keysOf, Values, type PackedTable } from './packed-table';

const OF_VISIT = 'value.';

const membersOf = (value: object): Readonly<Record<string, unknown>> => value as Readonly<Record<string, unknown>>;

/** Records of visits as one table: most of what they say, they say alike. A ledger has hundreds of thousands, so none is copied on the way. */
export function packVisits(visits: readonly Recorded<Visit>[]): PackedTable {
  const ofRecord = keysOf(visits).filter((key) => key !== 'value');
  const ofVisit = keysOf(visits.map(({ value }) => value));
  const values = new Values();
  const codes = new Int32Array(visits.length * (ofRecord.length + ofVisit.length));
  let at = 0;
  for (const record of visits) {
    const [marks, visit] = [membersOf(record), membersOf(record.value)];
    for (const key of ofRecord) codes[at++] = values.codeOf(marks[key]);
    for (const key of ofVisit) codes[at++] = values.codeOf(visit[key]);
  }
  return { keys: [...ofRecord, ...ofVisit.map((key) => `${OF_VISIT}${key}`)], values: values.all, codes };
}

/** What `packVisits` was given, in its order. */
export function unpackVisits({ keys, values, codes }: PackedTable): Recorded<Visit>[] {
  const ofVisit = keys.map((key) => (key.startsWith(OF_VISIT) ? key.slice(OF_VISIT.length) : null));
  const records: Recorded<Visit>[] = [];
  for (let at = 0; at < codes.length;) {
    const [record, value]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
    for (const [place, key] of keys.entries()) {
      const code = codes[at++]!;
      if (code === 0) continue;
      const named = ofVisit[place] ?? null;
      if (named === null) record[key] = values[code - 1];
      else value[named] = values[code - 1];
    }
    records.push(Object.assign(record, { value }) as unknown as Recorded<Visit>); // its keys and values are those that were packed
  }
  return records;
}
