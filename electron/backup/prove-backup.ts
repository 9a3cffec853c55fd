import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadFeedKey } from '../journal/feed-key';
import { openJournal } from '../journal/open-journal';
import type { Journal } from '../journal/journal';
import { Ledger } from '../journal/ledger';
import { BackupFault } from './backup-fault';
import type { BackupContent } from './manifest';
import { restoreAny } from './restore-backup';
import type { SealKey } from './seal-key';

export interface BackupProved {
  /** Photos that records name; each is there and is the one named. */
  readonly photos: number;
  readonly feed: string;
  readonly seq: number;
  readonly hash: string;
  readonly elevators: number;
  /** Entries that nobody can read, over which somebody decided to go on. */
  readonly damaged: number;
  readonly files: number;
  readonly madeAt: string;
}

/**
 * Restores a backup into a scratch folder below `scratch`, opens its journal there, folds every elevator's history and looks
 * up every photo that it names: what is proved is what somebody would get. A sealed backup is opened by `by`. Throws
 * BackupFault; the scratch folder is gone in any case.
 */
export async function proveBackup(
  backup: string,
  scratch: string,
  now: () => string,
  by?: string | SealKey,
): Promise<BackupProved> {
  const place = await mkdtemp(join(scratch, 'elevator-audit-proof-'));
  try {
    const profile = join(place, 'profile');
    const content = await restoreAny(backup, profile, by);
    const folder = join(profile, 'journal');
    const key = await loadFeedKey(folder);
    if (key.feed !== content.feed) throw new BackupFault('journal-differs', 'feed.key.pem');
    const journal = await openJournal({ folder, headsFolder: join(profile, 'heads'), key, now });
    try {
      const { elevators, photos } = await readThrough(journal, content);
      const missing = [...photos].find((sha256) => !content.files.some(({ path }) => path.endsWith(`/${sha256}`)));
      if (missing !== undefined) throw new BackupFault('photo-missing', missing);
      const { feed, head, files, madeAt } = content;
      const damaged = journal.entries.damaged(0, head.seq).length;
      return { feed, ...head, elevators, damaged, photos: photos.size, files: files.length, madeAt };
    } finally {
      await journal.close();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function readThrough(
  journal: Journal,
  { head: { seq, hash } }: BackupContent,
): Promise<{ readonly elevators: number; readonly photos: ReadonlySet<string> }> {
  const { head, condition } = journal;
  if (condition.state !== 'whole' && condition.state !== 'closed')
    throw new BackupFault('journal-differs', condition.state);
  if (head.seq !== seq || head.hash !== hash) throw new BackupFault('journal-differs', String(head.seq));
  const photos = new Set<string>();
  let elevators = 0;
  for await (const dossier of new Ledger(journal).all()) {
    elevators++;
    for (const sha256 of photosIn(dossier)) photos.add(sha256);
  }
  return { elevators, photos };
}

/** Photos stand under one name wherever a record has some. */
function photosIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(photosIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    name === 'photos' && Array.isArray(member) ? member.filter((one) => typeof one === 'string') : photosIn(member),
  );
}
