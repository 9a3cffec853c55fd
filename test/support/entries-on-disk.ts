import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry, EntryType } from '../../domain/record/entry';

/** The entries of a type that stand in the journal's file of a profile. */
export function entriesOnDisk<T extends EntryType>(profileDir: string, type: T): Entry<T>[] {
  const lines = readFileSync(join(profileDir, 'journal', 'journal.ndjson'), 'utf8').split('\n');
  const entries = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Entry);
  return entries.filter((entry) => entry.type === type) as Entry<T>[]; // by its type
}
