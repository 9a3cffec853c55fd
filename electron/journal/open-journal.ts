import { constants } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Access } from '../../domain/bridge/journal-condition';
import { diskError, ensureFolder, flushFolder, isProtected, realDisk } from '../fs/files';
import { IndexStore, type Indexed } from './index-store';
import { Journal } from './journal';
import type { JournalOptions, OpenedFile } from './opened-file';
import { KnownHeads } from './known-heads';
import { takeLock, type Lock } from './lock';
import { scanJournal, type Scan } from './scan';

const JOURNAL_FILE = 'journal.ndjson';

/**
 * Opens the journal of a profile, making it on the first run. A whole last line gets its newline, a torn one is cut off
 * and kept beside, both put on record; a break anywhere else, a head known elsewhere that is not in it, a key that is not
 * that of its feed, or entries of a newer program open it read-only and change nothing. Where it may not be written, or
 * `readOnly` asks for it, it is opened for reading alone. Throws ProfileLocked while another process has the profile.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { readOnly = false } = options;
  if (readOnly !== false) return openToRead(options, readOnly);
  const { folder, key, disk = realDisk } = options;
  let lock: Lock;
  try {
    await ensureFolder(folder);
    lock = await takeLock(folder, options.now());
  } catch (error) {
    if (isProtected(error)) return openToRead(options, 'protected');
    throw diskError(error);
  }
  try {
    const path = join(folder, JOURNAL_FILE);
    const handle = await disk.open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    await flushFolder(dirname(path));
    const store = 'none' in key ? null : new IndexStore(folder, key);
    const told = (await store?.open(handle)) ?? null;
    const scan = told === null ? await scanJournal(path) : toldScan(told);
    return await settled({ path, handle, lock, access: 'write', store, scan, walked: told === null }, options);
  } catch (error) {
    await lock.release();
    if (isProtected(error)) return openToRead(options, 'protected');
    throw diskError(error);
  }
}

/** Whether a journal in `folder` has anything in it. */
export async function hasEntries(folder: string): Promise<boolean> {
  return ((await stat(join(folder, JOURNAL_FILE)).catch(() => null))?.size ?? 0) > 0;
}

async function openToRead(options: JournalOptions, access: Exclude<Access, 'write'>): Promise<Journal> {
  const { folder, disk = realDisk } = options;
  const path = join(folder, JOURNAL_FILE);
  try {
    const handle = await disk.open(path, constants.O_RDONLY);
    const scan = await scanJournal(path);
    return await settled({ path, handle, lock: null, access, store: null, scan, walked: true }, options);
  } catch (error) {
    throw diskError(error);
  }
}

async function settled(file: Omit<OpenedFile, 'heads'>, options: JournalOptions): Promise<Journal> {
  const { folder, headsFolder = join(folder, 'heads') } = options;
  const journal = new Journal({ ...file, heads: await KnownHeads.open(folder, headsFolder) }, options);
  await journal.settle();
  return journal;
}

/** What is kept beside the journal is of one that ends whole. */
function toldScan(indexed: Indexed): Scan {
  return { ...indexed, open: null, ending: { kind: 'clean' } };
}
