/**
 * Names one record for ever: `<first 8 hex of the feed>/<seq>` for an entry with one record,
 * `<first 8 hex of the feed>/<seq>.<n>` for the n-th record (from 1) of an entry that carries many.
 */
export type RecordId = string & { readonly __brand: 'RecordId' };

/** The number of the entry that a record came by. */
export function entryNoOf(id: RecordId): number {
  return Number.parseInt(recordNoOf(id), 10);
}

/** The record number people read, `4019` or `3.17`: the id without its feed. */
export function recordNoOf(id: RecordId): string {
  return id.slice(id.indexOf('/') + 1);
}
