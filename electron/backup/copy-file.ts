import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ensureFolder } from '../fs/files';

export interface CopiedFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** Copies a file, or its first `most` bytes (at least one) with `end` behind them, flushed; answers what was written. */
export function copyFile(
  from: string,
  to: string,
  { most, end = '' }: { readonly most?: number; readonly end?: string } = {},
): Promise<CopiedFile> {
  return write(to, () => createReadStream(from, most === undefined ? {} : { end: most - 1 }), end);
}

/** Writes a new file, flushed. */
export function writeText(to: string, text: string): Promise<CopiedFile> {
  return write(to, () => Readable.from([]), text);
}

/** The source is opened where its failure is heard. */
async function write(to: string, source: () => Readable, end: string): Promise<CopiedFile> {
  await ensureFolder(dirname(to));
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = (chunk: Buffer): Buffer => {
    hash.update(chunk);
    bytes += chunk.length;
    return chunk;
  };
  await pipeline(
    source(),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) yield counted(chunk);
      yield counted(Buffer.from(end));
    },
    createWriteStream(to, { mode: 0o600, flush: true, flags: 'wx' }),
  );
  return { bytes, sha256: hash.digest('hex') };
}
