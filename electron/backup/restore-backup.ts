import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { flushFolder } from '../fs/files';
import { BackupFault } from './backup-fault';
import { copyFile } from './copy-file';
import { filesBelow } from './files-below';
import { MANIFEST_FILE, readManifest, type BackupContent } from './manifest';
import type { SealKey } from './seal-key';
import { openSealedBackup, SEALED_ENDING } from './sealed-backup';

/**
 * Copies a backup into a folder that is not there or empty, every file held against the manifest; the folder appears when
 * all of it is there and `settle` has done with it. Throws BackupFault, and what the disk says; the backup is not touched.
 */
export async function restoreBackup(
  backup: string,
  profile: string,
  settle: Settle = () => Promise.resolve(),
): Promise<BackupContent> {
  const content = await readManifest(backup);
  const held = await readdir(profile).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (held !== null && held.length > 0) throw new BackupFault('target-in-use', profile);
  await requireNoMore(backup, content);
  const partial = join(dirname(profile), `.${basename(profile)}.restoring`);
  await rm(partial, { recursive: true, force: true });
  try {
    await copyAll(backup, partial, content);
    await settle(partial, content);
    if (held !== null) await rmdir(profile);
    await rename(partial, profile);
    await flushFolder(dirname(profile));
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  return content;
}

/** What is done with the files before they appear under their name. */
export type Settle = (folder: string, content: BackupContent) => Promise<void>;

/** The same of a backup that may be sealed, which is unpacked beside the profile first. Throws as both. */
export async function restoreAny(
  backup: string,
  profile: string,
  by?: string | SealKey,
  settle?: Settle,
): Promise<BackupContent> {
  if (!backup.endsWith(SEALED_ENDING)) return restoreBackup(backup, profile, settle);
  if (by === undefined) throw new BackupFault('wrong-passphrase', '');
  const opened = join(dirname(profile), `.${basename(profile)}.opened`);
  await rm(opened, { recursive: true, force: true });
  try {
    await openSealedBackup(backup, opened, by);
    return await restoreBackup(opened, profile, settle);
  } finally {
    await rm(opened, { recursive: true, force: true });
  }
}

async function copyAll(from: string, to: string, { files }: BackupContent): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    const copied = await copyFile(join(from, path), join(to, path)).catch((error: unknown) => {
      throw isMissing(error) ? new BackupFault('file-missing', path) : error;
    });
    if (copied.bytes !== bytes || copied.sha256 !== sha256) throw new BackupFault('file-differs', path);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A file that nobody signed for is not passed over in silence. */
async function requireNoMore(backup: string, { files }: BackupContent): Promise<void> {
  const known = new Set([MANIFEST_FILE, ...files.map(({ path }) => path)]);
  const unexpected = (await filesBelow(backup)).find((path) => !known.has(path));
  if (unexpected !== undefined) throw new BackupFault('file-unexpected', unexpected);
}
