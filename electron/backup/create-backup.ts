import { constants } from 'node:fs';
import { mkdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { JournalBreak } from '../../domain/record/entry';
import { flushFolder, realDisk, writeFileAtomic } from '../fs/files';
import { undecidedBreaks } from '../journal/break-decisions';
import { Entries } from '../journal/entries';
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
  /^(journal\/feed\.key\.pem|journal\/journal\.(torn|broken)-\d+|settings\.json|mappings\.json|plan\.json|verified\.ndjson|(heads|attachments|identities|trust|certificates-seen|reports|packs)\/.+)$/;
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
  const stamp = madeAt.replaceAll(/[^0-9]/g, '').slice(0, 14);
  const isNew = (await mkdir(into, { recursive: true, mode: 0o700 })) !== undefined;
  const partial = join(into, `elevator-audit-${key.feed.slice(0, 8)}-${stamp}.partial`);
  await rm(partial, { recursive: true, force: true });
  try {
    // Heads first: one that is given away meanwhile is of an entry that the copy of the journal may not have.
    const heads = await copyKept(profile, partial, (path) => path.startsWith('heads/'));
    const { scan, journal } = await copyJournal(profile, partial, key);
    const others = await copyKept(profile, partial, (path) => !path.startsWith('heads/'));
    const files = [...heads, ...journal, ...others].sort((a, b) => (a.path < b.path ? -1 : 1));
    const seq = scan.index.length;
    const folder = join(into, `elevator-audit-${key.feed.slice(0, 8)}-${seq}-${stamp}`);
    const head = { seq, hash: scan.index.lastHash };
    await writeFileAtomic(
      join(partial, MANIFEST_FILE),
      manifestText({ madeAt, program, feed: key.feed, head, files }, key),
    );
    await rename(partial, folder);
    await flushFolder(into);
    return { folder, entries: seq, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (isNew) await rmdir(into).catch(() => undefined);
    throw error;
  }
}

/** Whole, or gone on with over breaks by decisions that are entries: then the breaks are copied as they are. */
async function wholeScan(path: string, { feed }: FeedKey): Promise<Scan> {
  const scan = await scanJournal(path);
  const broken = (await undecidedIn(path, scan))[0] ?? scan.open?.found;
  if (broken !== undefined) throw new BackupFault('journal-broken', String(broken.line));
  if ((scan.feeds.at(-1)?.feed ?? feed) !== feed) throw new BackupFault('journal-broken', '1');
  if (scan.ending.kind === 'newer') throw new BackupFault('journal-newer', String(scan.ending.version));
  return scan;
}

async function undecidedIn(path: string, { breaks, index, open }: Scan): Promise<JournalBreak[]> {
  if (breaks.length === 0) return [];
  const handle = await realDisk.open(path, constants.O_RDONLY);
  try {
    return undecidedBreaks(breaks, await new Entries(handle, index, open?.lines).ofType('journal-mended'));
  } finally {
    await handle.close();
  }
}

interface CopiedJournal {
  readonly scan: Scan;
  readonly journal: readonly BackedUpFile[];
}

/** What was whole when it was walked. */
async function copyJournal(profile: string, to: string, key: FeedKey): Promise<CopiedJournal> {
  const path = join(profile, JOURNAL);
  const scan = await wholeScan(path, key);
  const head = { feed: key.feed, seq: scan.index.length, hash: scan.index.lastHash };
  const journal =
    scan.index.length === 0
      ? await writeText(join(to, JOURNAL), '')
      : await copyFile(path, join(to, JOURNAL), { most: scan.index.bytes - 1, end: '\n' });
  const headText = canonicalJson({ ...head, signature: key.signHead(head) });
  const headFile = { path: HEAD, ...(await writeText(join(to, HEAD), headText)) };
  return { scan, journal: [{ path: JOURNAL, ...journal }, headFile] };
}

async function copyKept(profile: string, to: string, which: (path: string) => boolean): Promise<BackedUpFile[]> {
  const files: BackedUpFile[] = [];
  for (const path of await filesBelow(profile)) {
    if (!KEPT.test(path) || UNFINISHED.test(path) || !which(path)) continue;
    files.push({ path, ...(await copyFile(join(profile, path), join(to, path))) });
  }
  return files;
}
