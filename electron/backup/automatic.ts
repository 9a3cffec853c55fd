import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BackupFault } from './backup-fault';
import { createBackup } from './create-backup';
import { readManifest } from './manifest';
import { proveBackup, type BackupProved } from './prove-backup';
import { keptBackups, type DatedBackup } from './rotation';
import type { SealKey } from './seal-key';
import { readSealedHead, sealBackup, SEALED_ENDING } from './sealed-backup';

/** Plain data: the job runs in a worker. */
export interface BackupJob {
  readonly profile: string;
  /** The folder of the backups; it is there already, for a disk that is missing is not made up for by a new folder. */
  readonly into: string;
  /** Below the profile: sealed backups are packed there, and every proof restores there. */
  readonly scratch: string;
  /** Null = not sealed. */
  readonly key: SealKey | null;
  readonly madeAt: string;
  readonly program: string;
}

export interface BackupDone {
  readonly name: string;
  readonly bytes: number;
  readonly proved: BackupProved;
  /** Names of those that the rotation took away. */
  readonly removed: readonly string[];
}

export interface FoundBackup extends DatedBackup {
  readonly feed: string;
  readonly seq: number;
  /** Of the last entry; null of a sealed one, which does not say. */
  readonly hash: string | null;
  readonly sealed: boolean;
}

/**
 * Makes a backup, proves it, and only then takes away those beyond the rotation. Throws BackupFault; what could not be proved
 * is not kept.
 */
export async function runBackup(job: BackupJob): Promise<BackupDone> {
  try {
    await requireFolder(job.into);
    await mkdir(job.scratch, { recursive: true, mode: 0o700 });
    const done = await makeBackup(job);
    return { ...done, removed: await rotate(job.into, done.proved.feed) };
  } catch (error) {
    throw faultOf(error, job.into);
  } finally {
    await rm(job.scratch, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Makes a backup and proves it. Throws BackupFault and what the disk says; what could not be proved is not kept. */
export async function makeBackup(job: BackupJob): Promise<Omit<BackupDone, 'removed'>> {
  const made = job.key === null ? await makePlain(job) : await makeSealed(job, job.key);
  const path = join(job.into, made.name);
  try {
    return { ...made, proved: await proveBackup(path, job.scratch, () => job.madeAt, job.key ?? undefined) };
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    throw error;
  }
}

async function makePlain({ into, ...job }: BackupJob): Promise<{ name: string; bytes: number }> {
  const { folder, bytes } = await createBackup({ ...job, into });
  return { name: basename(folder), bytes };
}

/** The readable copy never leaves the machine's own folder. */
async function makeSealed(job: BackupJob, key: SealKey): Promise<{ name: string; bytes: number }> {
  const { folder } = await createBackup({ ...job, into: join(job.scratch, 'plain') });
  const { feed, head, madeAt } = await readManifest(folder);
  const name = `${basename(folder)}${SEALED_ENDING}`;
  const bytes = await sealBackup(folder, join(job.into, name), { feed, seq: head.seq, madeAt }, key);
  await rm(folder, { recursive: true });
  return { name, bytes };
}

async function requireFolder(folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new BackupFault('folder-missing', folder);
}

async function rotate(into: string, feed: string): Promise<string[]> {
  const own = (await listBackups(into)).filter((backup) => backup.feed === feed);
  const kept = new Set(keptBackups(own));
  const beyond = own.filter((backup) => !kept.has(backup));
  for (const { name } of beyond) await rm(join(into, name), { recursive: true, force: true });
  return beyond.map(({ name }) => name);
}

const NAME = /^elevator-audit-[0-9a-f]{8}-\d+-\d{14}(\.eab)?$/;

/** The backups of a folder, newest first; what cannot be read is left out, and left alone. */
export async function listBackups(folder: string): Promise<FoundBackup[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => NAME.test(name)).map((name) => describeBackup(join(folder, name)).catch(() => null)),
  );
  return found.filter((one) => one !== null).sort((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt));
}

/** Throws BackupFault not-a-backup or not-signed. */
export async function describeBackup(path: string): Promise<FoundBackup> {
  const name = basename(path);
  if (name.endsWith(SEALED_ENDING)) {
    const { feed, seq, madeAt } = await readSealedHead(path);
    return { name, feed, seq, madeAt, hash: null, sealed: true };
  }
  const { feed, head, madeAt } = await readManifest(path);
  return { name, feed, ...head, madeAt, sealed: false };
}

/** What the disk says, as a fault that has words. */
function faultOf(error: unknown, folder: string): unknown {
  if (error instanceof BackupFault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'disk-full') return new BackupFault('disk-full', folder);
  if (/^E[A-Z]+$/.test(code) || code === 'io-failed') return new BackupFault('io-failed', code);
  return error;
}
