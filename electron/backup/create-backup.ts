import { stat, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../domain/record/canonical-json';
import { ensureFolder, flushFolder, writeFileAtomic } from '../fs/files';
import { readFeedKey, type FeedKey } from '../journal/feed-key';
import { scanJournal, type Scan } from '../journal/scan';
import { BackupFault } from './backup-fault';
import { copyFile, writeText } from './copy-file';
import { filesBelow } from './files-below';
import { MANIFEST_FILE, manifestText, type BackedUpFile } from './manifest';

export interface BackupWish {
  readonly profile: string;
  /** The folder in which the backup becomes a folder of its own. */
  readonly into: string;
  /** Instant, ISO 8601 with offset. */
  readonly madeAt: string;
  readonly program: string;
}

export interface BackupMade {
  readonly folder: string;
  readonly entries: number;
  readonly files: number;
  readonly bytes: number;
}

const JOURNAL = 'journal/journal.ndjson';
const HEAD = 'journal/head.json';
/** What a profile keeps; logs, locks and half-written files are no part of the record. */
const KEPT =
  /^(journal\/feed\.key\.pem|journal\/journal\.(torn|broken)-\d+|settings\.json|verified\.ndjson|(heads|attachments|identities|trust|certificates-seen|reports|packs)\/.+)$/;
const UNFINISHED = /(^|\/)\.[^/]*\.tmp$|\.tmp$/;

/**
 * Copies a profile into a folder of its own, with every file's hash in a signed manifest; also while the program runs, for
 * the journal only grows: what was whole when the copy began is copied. The folder appears when it is complete.
 * Throws BackupFault no-ledger, journal-broken or journal-newer, and what the disk says.
 */
export async function createBackup({ profile, into, madeAt, program }: BackupWish): Promise<BackupMade> {
  const key = await readFeedKey(join(profile, 'journal'));
  const isThere = await stat(join(profile, JOURNAL)).then(
    () => true,
    () => false,
  );
  if (key === null || !isThere) throw new BackupFault('no-ledger', profile);
  const scan = await wholeScan(join(profile, JOURNAL), key);
  const seq = scan.places.length;
  const stamp = madeAt.replaceAll(/[^0-9]/g, '').slice(0, 14);
  const folder = join(into, `elevator-audit-${key.feed.slice(0, 8)}-${seq}-${stamp}`);
  const partial = `${folder}.partial`;
  await ensureFolder(into);
  await rm(partial, { recursive: true, force: true });
  try {
    const files = await copyAll(profile, partial, scan, key);
    const head = { seq, hash: scan.lastHash };
    await writeFileAtomic(
      join(partial, MANIFEST_FILE),
      manifestText({ madeAt, program, feed: key.feed, head, files }, key),
    );
    await rename(partial, folder);
    await flushFolder(into);
    return { folder, entries: seq, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function wholeScan(path: string, { feed }: FeedKey): Promise<Scan> {
  const scan = await scanJournal(path, feed);
  if (scan.ending.kind === 'broken') throw new BackupFault('journal-broken', String(scan.ending.line));
  if (scan.ending.kind === 'newer') throw new BackupFault('journal-newer', String(scan.ending.version));
  return scan;
}

async function copyAll(profile: string, to: string, scan: Scan, key: FeedKey): Promise<BackedUpFile[]> {
  const files: BackedUpFile[] = [];
  const last = scan.places.at(-1);
  const head = { feed: key.feed, seq: scan.places.length, hash: scan.lastHash };
  const headText = canonicalJson({ ...head, signature: key.signHead(head) });
  const journal =
    last === undefined
      ? await writeText(join(to, JOURNAL), '')
      : await copyFile(join(profile, JOURNAL), join(to, JOURNAL), { most: last.start + last.length, end: '\n' });
  files.push({ path: JOURNAL, ...journal }, { path: HEAD, ...(await writeText(join(to, HEAD), headText)) });
  for (const path of await filesBelow(profile)) {
    if (!KEPT.test(path) || UNFINISHED.test(path)) continue;
    files.push({ path, ...(await copyFile(join(profile, path), join(to, path))) });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
