import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadFeedKey } from '../journal/feed-key';
import { openJournal, type Journal } from '../journal/journal';
import { Ledger } from '../journal/ledger';
import { BackupFault } from './backup-fault';
import type { BackupContent } from './manifest';
import { restoreBackup } from './restore-backup';

export interface BackupProved {
  readonly feed: string;
  readonly seq: number;
  readonly hash: string;
  readonly elevators: number;
  readonly files: number;
  readonly madeAt: string;
}

/**
 * Restores a backup into a scratch folder below `scratch`, opens its journal there and folds every elevator's history: what
 * is proved is what somebody would get. Throws BackupFault; the scratch folder is gone in any case.
 */
export async function proveBackup(backup: string, scratch: string, now: () => string): Promise<BackupProved> {
  const place = await mkdtemp(join(scratch, 'elevator-audit-proof-'));
  try {
    const profile = join(place, 'profile');
    const content = await restoreBackup(backup, profile);
    const folder = join(profile, 'journal');
    const key = await loadFeedKey(folder);
    if (key.feed !== content.feed) throw new BackupFault('journal-differs', 'feed.key.pem');
    const journal = await openJournal({ folder, headsFolder: join(profile, 'heads'), key, now });
    try {
      const elevators = await countElevators(journal, content);
      const { feed, head, files, madeAt } = content;
      return { feed, ...head, elevators, files: files.length, madeAt };
    } finally {
      await journal.close();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function countElevators(journal: Journal, { head: { seq, hash } }: BackupContent): Promise<number> {
  const { head, condition } = journal;
  if (condition.state !== 'whole') throw new BackupFault('journal-differs', condition.state);
  if (head.seq !== seq || head.hash !== hash) throw new BackupFault('journal-differs', String(head.seq));
  const seen = new Set<string>();
  for await (const { registrationNo } of new Ledger(journal).all()) seen.add(registrationNo);
  return seen.size;
}
