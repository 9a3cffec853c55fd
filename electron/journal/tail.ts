import { createReadStream, createWriteStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flushFolder } from '../fs/files';

/** An instant as it stands in the names of files: its 14 digits to the second. */
export function stampOf(instant: string): string {
  return instant.replaceAll(/[^0-9]/g, '').slice(0, 14);
}

/** Copies what stands from a byte of a file on to one of its own beside it, flushed; answers its name. */
export async function keepTail(path: string, from: number, why: 'torn' | 'broken', at: string): Promise<string> {
  const keptAs = `journal.${why}-${stampOf(at)}`;
  const kept = join(dirname(path), keptAs);
  await pipeline(createReadStream(path, { start: from }), createWriteStream(kept, { mode: 0o600, flush: true }));
  await flushFolder(dirname(path));
  return keptAs;
}

export async function writeFully(handle: FileHandle, data: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < data.length) {
    const { bytesWritten } = await handle.write(data, written, data.length - written, position + written);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
    written += bytesWritten;
  }
}
