import { NO_HASH, type Entry, type ImportBody } from '../../domain/record/entry';
import { RecordState } from '../journal/record-state';
import { NO_SALT, sealEntry } from '../journal/seal-entry';

/**
 * The records of a run, folded. No journal was kept: they are the one entry of a chain that this run alone makes, and its
 * hash fixes what was read.
 */
export function recordsOfRun(body: ImportBody, at = ''): { readonly entry: Entry; readonly state: RecordState } {
  const entry = sealEntry(
    { type: 'records-imported', subject: '', author: '', body },
    { feed: NO_HASH, seq: 1, at, prev: NO_HASH, salt: NO_SALT },
  );
  const state = new RecordState();
  state.apply(entry);
  return { entry, state };
}
