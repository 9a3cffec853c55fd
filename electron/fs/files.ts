import { constants } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';

/** The disk as the journal and the stores use it; the one point where tests inject faults. */
export interface Disk {
  open(path: string, flags: string | number, mode?: number): Promise<FileHandle>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export const realDisk: Disk = {
  open: (path, flags, mode) => open(path, flags, mode),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
};

/** Whether a disk, or the rights of a folder, forbid writing; what is there may be read all the same. */
export function isProtected(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EROFS', 'EACCES', 'EPERM'].includes(String(error.code));
}

/** Says a failure of the disk in the bridge's words; anything else passes unchanged. */
export function diskError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BridgeError('disk-full', {}, { cause: error });
  if (['EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE'].includes(code))
    return new BridgeError('io-failed', { cause: code }, { cause: error });
  return error;
}

export async function ensureFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** Makes a rename or a new file in `folder` survive a power cut; where folders cannot be flushed (Windows) it does nothing. */
export async function flushFolder(folder: string, disk: Disk = realDisk): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whole or not at all: temporary name, write, flush, rename, flush the folder. Leaves no temporary file behind a failure. */
export async function writeFileAtomic(
  path: string,
  data: Uint8Array | string | AsyncIterable<string>,
  mode = 0o600,
  disk: Disk = realDisk,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  try {
    const handle = await disk.open(temporary, 'w', mode);
    try {
      if (typeof data === 'string' || data instanceof Uint8Array) await handle.writeFile(data);
      else for await (const part of data) await handle.appendFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await disk.rename(temporary, path);
    await flushFolder(folder, disk);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw diskError(error);
  }
}

/** Whole or not at all where the machine goes on; after a power cut the file may be the older one, or none. */
export async function replaceUnflushed(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  const handle = await realDisk.open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
  await realDisk.rename(temporary, path);
}
