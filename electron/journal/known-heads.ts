import { constants } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { HeadSource, JournalHead } from '../../domain/bridge/replies';
import { canonicalJson } from '../../domain/record/canonical-json';
import { diskError, ensureFolder, flushFolder, realDisk } from '../fs/files';
import { isSignedByFeed, type FeedKey } from './feed-key';

/** A head of a feed, and how it became known. */
export interface KnownHead extends JournalHead {
  readonly from: HeadSource;
  /** How many papers were signed by then; told of heads that stand on one. */
  readonly papers?: number;
}

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const headMembers = { feed: hex64, seq: z.int().min(0), hash: hex64 };
const lastSchema = z.strictObject({ ...headMembers, signature: z.string().regex(/^[0-9a-f]{128}$/) });
const keptSchema = z.strictObject({
  ...headMembers,
  from: z.enum(['paper', 'window']),
  papers: z.int().min(0).optional(),
});

/** Beside the journal: the head after the last write, signed by the feed. */
const LAST_FILE = 'head.json';
/** Apart from the journal: a line a head that was given away or remembered elsewhere. */
const KEPT_FILE = 'heads.ndjson';

/**
 * What is known of a journal outside of it. The last head is not flushed: after a power cut it may be older than the
 * journal, never newer. A file that cannot be read says nothing and hides nothing.
 */
export class KnownHeads {
  readonly #last: string;
  readonly #kept: string;
  readonly #known: KnownHead[];

  private constructor(last: string, kept: string, known: KnownHead[]) {
    this.#last = last;
    this.#kept = kept;
    this.#known = known;
  }

  static async open(journalFolder: string, keptFolder: string): Promise<KnownHeads> {
    const last = join(journalFolder, LAST_FILE);
    const kept = join(keptFolder, KEPT_FILE);
    const known = [...(await readLast(last)), ...(await readKept(kept))];
    return new KnownHeads(last, kept, known);
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
    await ensureFolder(dirname(this.#kept));
    try {
      const handle = await realDisk.open(
        this.#kept,
        constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT,
        0o600,
      );
      try {
        await handle.writeFile(`${canonicalJson(head)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await flushFolder(dirname(this.#kept));
    } catch (error) {
      throw diskError(error);
    }
    this.#known.push(head);
  }
}

async function replaceUnflushed(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  const handle = await realDisk.open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
  await realDisk.rename(temporary, path);
}

async function readLast(path: string): Promise<KnownHead[]> {
  const read = lastSchema.safeParse(jsonOf(await textOf(path)));
  if (!read.success) return [];
  const { signature, ...head } = read.data;
  return isSignedByFeed(head.feed, canonicalJson(head), signature) ? [{ ...head, from: 'write' }] : [];
}

async function readKept(path: string): Promise<KnownHead[]> {
  const lines = (await textOf(path)).split('\n');
  return lines.flatMap((line) => {
    const read = keptSchema.safeParse(jsonOf(line));
    if (!read.success) return [];
    const { papers, ...head } = read.data;
    return [papers === undefined ? head : { ...head, papers }];
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
