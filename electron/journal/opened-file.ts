import type { FileHandle } from 'node:fs/promises';
import type { Access } from '../../domain/bridge/journal-condition';
import type { Disk } from '../fs/files';
import type { FeedKey, NoKey } from './feed-key';
import type { IndexStore } from './index-store';
import type { KnownHeads } from './known-heads';
import type { Lock } from './lock';
import type { Scan } from './scan';

export interface JournalOptions {
  readonly folder: string;
  /** Where heads that were given away are kept; apart from the journal, so that one does not go with the other. */
  readonly headsFolder?: string;
  /** Where there is none that can be read, the journal is opened for reading alone. */
  readonly key: FeedKey | NoKey;
  /** Instant of an entry, ISO 8601 with offset. */
  readonly now: () => string;
  readonly disk?: Disk;
  /** For reading alone, because somebody asked for it or it is itself a backup: no lock is taken, nothing is written. */
  readonly readOnly?: Extract<Access, 'asked' | 'backup'> | false;
}

export interface OpenedFile {
  readonly path: string;
  readonly handle: FileHandle;
  /** Null where it is opened for reading alone. */
  readonly lock: Lock | null;
  readonly access: Access;
  readonly heads: KnownHeads;
  /** Null without a key to sign it by. */
  readonly store: IndexStore | null;
  /** As the journal was walked; or as its index tells, where `store` has one that fits. */
  readonly scan: Scan;
  readonly walked: boolean;
}
