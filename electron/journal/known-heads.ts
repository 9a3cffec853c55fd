import { constants } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { HEAD_SOURCES, type HeadSource, type JournalHead } from '../../domain/bridge/journal-condition';
import { canonicalJson } from '../../domain/record/canonical-json';
import { withoutUndefined } from '../../domain/record/without-undefined';
import { diskError, ensureFolder, flushFolder, realDisk, replaceUnflushed } from '../fs/files';
import { isSignedByFeed, type FeedKey } from './feed-key';

/** A head of a feed, and how it became known. */
export interface KnownHead extends JournalHead {
  readonly from: HeadSource;
  /** How many papers were signed by then; told of heads that stand on one. */
  readonly papers?: number;
  /** Which paper or backup it was met in. */
  readonly where?: string;
}

/** A paper in a file that was read for the head that it states; it is read again where size or time differ. */
export interface ReadFile {
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Of this ledger, and proved; null where there is none. */
  readonly head: KnownHead | null;
}

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const headMembers = { feed: hex64, seq: z.int().min(0), hash: hex64 };
const lastSchema = z.strictObject({ ...headMembers, signature: z.string().regex(/^[0-9a-f]{128}$/) });
const keptSchema: z.ZodType<KnownHead> = z
  .strictObject({
    ...headMembers,
    from: z.enum(HEAD_SOURCES).exclude(['write']),
    papers: z.int().min(0).optional(),
    where: z.string().max(300).optional(),
  })
  .transform((head) => withoutUndefined(head));
const readSchema: z.ZodType<ReadFile> = z.strictObject({
  name: z.string().max(300),
  size: z.int().min(0),
  mtimeMs: z.number(),
  head: keptSchema.nullable(),
});

/** Beside the journal: the head after the last write, signed by the feed. */
const LAST_FILE = 'head.json';
/** Apart from the journal: a line a head that was given away or remembered elsewhere. */
const KEPT_FILE = 'heads.ndjson';
/** Beside it: a line a file of a paper that was read for its head. */
const READ_FILE = 'read.ndjson';

/**
 * What is known of a journal outside of it. The last head is not flushed: after a power cut it may be older than the
 * journal, never newer. A file that cannot be read says nothing and hides nothing.
 */
export class KnownHeads {
  readonly #last: string;
  readonly #kept: string;
  readonly #known: KnownHead[];
  readonly #read: Map<string, ReadFile>;

  private constructor(last: string, kept: string, known: KnownHead[], read: readonly ReadFile[]) {
    this.#last = last;
    this.#kept = kept;
    this.#known = known;
    this.#read = new Map(read.map((file) => [file.name, file]));
    for (const { head } of read) if (head !== null) this.learn(head);
  }

  static async open(journalFolder: string, keptFolder: string): Promise<KnownHeads> {
    const last = join(journalFolder, LAST_FILE);
    const kept = join(keptFolder, KEPT_FILE);
    const known = [...(await readLast(last)), ...(await readLines(kept, keptSchema))];
    return new KnownHeads(last, kept, known, await readLines(join(keptFolder, READ_FILE), readSchema));
  }

  get all(): readonly KnownHead[] {
    return this.#known;
  }

  /** How many papers of a feed are known to have been signed. */
  papersOf(feed: string): number {
    return this.#known.reduce((most, one) => (one.feed === feed ? Math.max(most, one.papers ?? 0) : most), 0);
  }

  /** Tells the head after a write; a disk that refuses it costs nothing but this knowledge. */
  async wrote(head: JournalHead, key: FeedKey): Promise<void> {
    const text = canonicalJson({ ...head, signature: key.signHead(head) });
    await replaceUnflushed(this.#last, text).catch(() => undefined);
  }

  /** Keeps a head for good. Throws BridgeError disk-full or io-failed. */
  async keep(head: KnownHead): Promise<void> {
    await appendLines(this.#kept, [head]);
    this.#known.push(head);
  }

  /** Keeps a head that was met, where it was not known as well as this. Throws as `keep`. */
  async meet(head: KnownHead): Promise<void> {
    if (!this.#knows(head)) await this.keep(head);
  }

  /** For this run alone. */
  learn(head: KnownHead): void {
    if (!this.#knows(head)) this.#known.push(head);
  }

  /** What was read of files of papers. */
  get read(): readonly ReadFile[] {
    return [...this.#read.values()];
  }

  /** Keeps what was read of files, and the heads in them. Throws as `keep`. */
  async keepRead(files: readonly ReadFile[]): Promise<void> {
    if (files.length === 0) return;
    await appendLines(join(dirname(this.#kept), READ_FILE), files);
    for (const file of files) {
      this.#read.set(file.name, file);
      if (file.head !== null) this.learn(file.head);
    }
  }

  /** The last head beside the journal goes with the next write, so that it stands for nothing here. */
  #knows({ feed, seq, hash, papers = 0 }: KnownHead): boolean {
    return this.#known.some(
      (one) =>
        one.from !== 'write' &&
        one.seq === seq &&
        one.hash === hash &&
        one.feed === feed &&
        (one.papers ?? 0) >= papers,
    );
  }
}

/** Lines of canonical JSON, flushed; what a power cut left of a line before them stays a line of its own. */
async function appendLines(path: string, values: readonly object[]): Promise<void> {
  await ensureFolder(dirname(path));
  try {
    const handle = await realDisk.open(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o600);
    try {
      const { size } = await handle.stat();
      const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
      const start = size === 0 || buffer[0] === NEWLINE ? '' : '\n';
      await handle.writeFile(`${start}${values.map((value) => `${canonicalJson(value)}\n`).join('')}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await flushFolder(dirname(path));
  } catch (error) {
    throw diskError(error);
  }
}

const NEWLINE = 0x0a;

async function readLast(path: string): Promise<KnownHead[]> {
  const read = lastSchema.safeParse(jsonOf(await textOf(path)));
  if (!read.success) return [];
  const { signature, ...head } = read.data;
  return isSignedByFeed(head.feed, canonicalJson(head), signature) ? [{ ...head, from: 'write' }] : [];
}

async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await textOf(path)).split('\n');
  return lines.flatMap((line) => {
    const read = line === '' ? null : schema.safeParse(jsonOf(line));
    return read?.success === true ? [read.data] : [];
  });
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return ''; // never written, or not to be read: nothing is known
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
