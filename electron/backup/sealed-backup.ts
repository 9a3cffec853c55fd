import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { canonicalJson } from '../../domain/record/canonical-json';
import { ensureFolder, flushFolder } from '../fs/files';
import { BackupFault } from './backup-fault';
import { filesBelow } from './files-below';
import { pathInBackup } from './manifest';
import { fileKeyOf, kdfSchema, sealKeyOf, type SealKey } from './seal-key';
import { openedFrames, sealedFrames } from './sealed-frames';

/** `elevator-audit-….eab`: one file, a line of JSON in clear, then frames. */
export const SEALED_ENDING = '.eab';
const FORMAT = 'elevator-audit-sealed-backup';
const MOST_HEAD_BYTES = 4_096;

const headSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  feed: z.string().regex(/^[0-9a-f]{64}$/),
  seq: z.int().min(0),
  madeAt: z.string().max(40),
  kdf: kdfSchema,
  fileSalt: z.string().regex(/^[0-9a-f]{32}$/),
});
/** What can be read without the passphrase; it is proved only when the file is opened. */
export type SealedHead = z.infer<typeof headSchema>;

/** Packs a backup's folder into one sealed file, which appears when it is complete and flushed. */
export async function sealBackup(
  folder: string,
  to: string,
  about: Pick<SealedHead, 'feed' | 'seq' | 'madeAt'>,
  key: SealKey,
): Promise<number> {
  const fileSalt = randomBytes(16);
  const head: SealedHead = {
    format: FORMAT,
    version: 1,
    ...about,
    kdf: key.kdf,
    fileSalt: fileSalt.toString('hex'),
  };
  const line = Buffer.from(`${canonicalJson(head)}\n`);
  const partial = `${to}.partial`;
  await rm(partial, { force: true });
  try {
    await pipeline(
      Readable.from(packed(folder)),
      async function* (plain: AsyncIterable<Buffer>) {
        yield line;
        yield* sealedFrames(plain, fileKeyOf(key, fileSalt), line);
      },
      createWriteStream(partial, { mode: 0o600, flush: true, flags: 'wx' }),
    );
    await rename(partial, to);
    await flushFolder(dirname(to));
    return (await stat(to)).size;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Each file: length of its path (2 bytes), path, length (8 bytes), bytes; at the end a path of no length. */
async function* packed(folder: string): AsyncGenerator<Buffer, void> {
  for (const path of await filesBelow(folder)) {
    const name = Buffer.from(path, 'utf8');
    const { size } = await stat(join(folder, path));
    const head = Buffer.alloc(10);
    head.writeUInt16BE(name.length, 0);
    head.writeBigUInt64BE(BigInt(size), 2);
    yield Buffer.concat([head.subarray(0, 2), name, head.subarray(2)]);
    if (size > 0) yield* createReadStream(join(folder, path), { end: size - 1 }) as AsyncIterable<Buffer>;
  }
  yield Buffer.alloc(2);
}

/** Throws BackupFault not-a-backup. */
export async function readSealedHead(file: string): Promise<SealedHead> {
  return (await headOf(file)).head;
}

async function headOf(file: string): Promise<{ readonly head: SealedHead; readonly line: Buffer }> {
  const handle = await open(file, 'r').catch(() => {
    throw new BackupFault('not-a-backup', basename(file));
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_HEAD_BYTES), 0, MOST_HEAD_BYTES, 0);
    const end = buffer.subarray(0, bytesRead).indexOf('\n');
    const line = buffer.subarray(0, end + 1);
    const read = headSchema.safeParse(jsonOf(line.toString('utf8')));
    if (end < 0 || !read.success) throw new BackupFault('not-a-backup', basename(file));
    return { head: read.data, line };
  } finally {
    await handle.close();
  }
}

/**
 * Unpacks a sealed backup into a folder that is not there. Throws BackupFault not-a-backup, wrong-passphrase or sealed-damaged,
 * and what the disk says; of what failed nothing is left.
 */
export async function openSealedBackup(file: string, folder: string, by: string | SealKey): Promise<SealedHead> {
  const { head, line } = await headOf(file);
  const key = typeof by === 'string' ? await sealKeyOf(by, head.kdf) : by;
  const fileKey = fileKeyOf(key, Buffer.from(head.fileSalt, 'hex'));
  try {
    const sealed = createReadStream(file, { start: line.length }) as AsyncIterable<Buffer>;
    await unpack(openedFrames(sealed, fileKey, line), folder);
    return head;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function unpack(plain: AsyncGenerator<Buffer, void>, folder: string): Promise<void> {
  const bytes = new ByteReader(plain);
  for (;;) {
    const nameLength = (await bytes.take(2)).readUInt16BE(0);
    if (nameLength === 0) break;
    const path = pathInBackup.safeParse((await bytes.take(nameLength)).toString('utf8'));
    if (!path.success) throw new BackupFault('sealed-damaged', '0');
    const size = Number((await bytes.take(8)).readBigUInt64BE(0));
    const to = join(folder, path.data);
    await ensureFolder(dirname(to));
    await pipeline(Readable.from(bytes.parts(size)), createWriteStream(to, { mode: 0o600, flags: 'wx' }));
  }
  await bytes.end();
}

/** Takes bytes by count from a stream of buffers. */
class ByteReader {
  #held = Buffer.alloc(0);
  readonly #source: AsyncGenerator<Buffer, void>;

  constructor(source: AsyncGenerator<Buffer, void>) {
    this.#source = source;
  }

  async #more(): Promise<void> {
    const next = await this.#source.next();
    if (next.done === true) throw new BackupFault('sealed-damaged', '0');
    this.#held = Buffer.concat([this.#held, next.value]);
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held.length < count) await this.#more();
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  async *parts(count: number): AsyncGenerator<Buffer, void> {
    for (let left = count; left > 0;) {
      if (this.#held.length === 0) await this.#more();
      const part = await this.take(Math.min(left, this.#held.length));
      left -= part.length;
      yield part;
    }
  }

  /** Reads on to the end, so that the last frame is seen to be the last. */
  async end(): Promise<void> {
    while ((await this.#source.next()).done !== true);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
