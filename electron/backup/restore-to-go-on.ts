import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { JournalHead } from '../../domain/bridge/journal-condition';
import { KEY_FILE } from '../journal/feed-key';
import { hasEntries, openJournal } from '../journal/open-journal';
import { restoreAny } from './restore-backup';
import type { SealKey } from './seal-key';

export interface GoingOn {
  /** Of a sealed backup. */
  readonly by?: string | SealKey | undefined;
  /** Who restores it. */
  readonly author: string;
  /** Instant of the entry, ISO 8601 with offset. */
  readonly now: () => string;
}

export interface Restored {
  /** As the backup has it. */
  readonly head: JournalHead;
  /** The feed that goes on; null where somebody has to decide about the journal first, or nothing is in it. */
  readonly feed: string | null;
}

/**
 * Restores a backup as records that are written on. The key of its feed stays behind, since whatever it was made of may
 * still go on with it: two ledgers never write under the same numbers of one feed. The first entry of the new feed names
 * the head of the old one. Throws as `restoreAny`.
 */
export async function restoreToGoOn(backup: string, profile: string, { by, author, now }: GoingOn): Promise<Restored> {
  let feed: string | null = null;
  const { head, ...content } = await restoreAny(backup, profile, by, async (partial, { madeAt }) => {
    const folder = join(partial, 'journal');
    await rm(join(folder, KEY_FILE), { force: true });
    if (!(await hasEntries(folder))) return; // the first opening makes a key
    const journal = await openJournal({ folder, headsFolder: join(partial, 'heads'), key: { none: 'missing' }, now });
    try {
      feed = (await journal.succeed(author, { name: basename(backup), madeAt }))?.feed ?? null;
    } finally {
      await journal.close();
    }
  });
  return { head: { feed: content.feed, ...head }, feed };
}
