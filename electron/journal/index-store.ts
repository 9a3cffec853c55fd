import { createHash, type Hash } from 'node:crypto';
import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../domain/record/canonical-json';
import { CHAIN_BREAKS } from '../../domain/record/entry';
import { replaceUnflushed } from '../fs/files';
import { EntryIndex } from './entry-index';
import { isSignedByFeed, type FeedKey } from './feed-key';
import type { Scan } from './scan';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const digits = z.string().regex(/^\d{1,20}$/);
const checkpointSchema = z.strictObject({
  feed: hex64,
  seq: z.int().min(0),
  hash: hex64,
  /** Bytes of the journal. */
  size: z.int().min(0),
  index: z.strictObject({ bytes: z.int().min(0), sha256: hex64 }),
  /** Which feeds it was written in, and where it breaks, by decisions to go on. */
  feeds: z.array(z.strictObject({ feed: hex64, from: z.int().min(1) })),
  breaks: z.array(
    z.strictObject({
      seq: z.int().min(1),
      line: z.int().min(1),
      reason: z.enum(CHAIN_BREAKS),
      start: z.int().min(0),
      bytes: z.int().min(0),
      sha256: hex64,
      after: hex64,
      next: hex64.nullable(),
      missing: z.int().min(0),
    }),
  ),
  /** The journal's file as it was left. */
  file: z.strictObject({ ino: digits, mtimeNs: digits }),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
type Checkpoint = Omit<z.infer<typeof checkpointSchema>, 'signature'>;

/** What is kept of a journal that is gone on with: its feeds, its breaks, its entries. */
export type Indexed = Pick<Scan, 'index' | 'feeds' | 'breaks'>;

/** Of which part of the journal an index told what: its bytes, the hash of its last entry, the digest of all that it told. */
export interface ToldByIndex {
  readonly size: number;
  readonly hash: string;
  readonly sha256: string;
}

const INDEX_FILE = 'index.bin';
const CHECKPOINT_FILE = 'index.json';
/** Raised when a record of the index is written or made otherwise: an index of another form is made again. */
const FORM = 'elevator-audit index 2';
/** What is read of the journal itself at an opening, at most. */
const TAIL_BYTES = 8_192;

/**
 * The index as it lies beside the journal, with a checkpoint (number, hash, size, digest of the index, the journal's file)
 * that the feed signs after each write. It is taken only where all of that is still so; else it is made from the journal.
 * Nothing of it is flushed: what a power cut leaves of it does not fit and is thrown away.
 */
export class IndexStore {
  readonly #folder: string;
  readonly #key: FeedKey;
  /** Over what lies in the file; null = nothing of it is of use, the next save writes it whole. */
  #digest: Hash | null = null;
  #bytes = 0;
  /** Of the journal's file after the last write; null = not known. */
  #mtimeNs: string | null = null;
  #opened: ToldByIndex | null = null;

  constructor(folder: string, key: FeedKey) {
    this.#folder = folder;
    this.#key = key;
  }

  /** What is kept of a journal, where it is the very file that was left; else null. */
  async open(journal: FileHandle): Promise<Indexed | null> {
    const checkpoint = await this.#checkpoint();
    if (checkpoint === null || !(await isAsLeft(journal, checkpoint))) return null;
    const bytes = await readFile(this.#path(INDEX_FILE)).catch(() => null);
    if (bytes?.length !== checkpoint.index.bytes) return null;
    const digest = freshDigest().update(bytes);
    if (digest.copy().digest('hex') !== checkpoint.index.sha256) return null;
    const index = indexIn(bytes);
    const { seq, hash, size } = checkpoint;
    if (index === null || index.length !== seq || index.lastHash !== hash || index.bytes !== size) return null;
    this.#digest = digest;
    this.#bytes = bytes.length;
    this.#mtimeNs = checkpoint.file.mtimeNs;
    const { feeds, breaks } = checkpoint;
    this.#opened = { size, hash, sha256: toldDigest(digest, { feeds, breaks }) };
    return { index, feeds, breaks };
  }

  /** What the index told that was opened; null = none was. */
  get opened(): ToldByIndex | null {
    return this.#opened;
  }

  /**
   * Keeps what the index has noted since it was last kept, and how the journal's file is left. `whole` = the index was made
   * anew. A disk that refuses costs the next opening its time and nothing else.
   */
  async save(indexed: Indexed, journal: FileHandle, whole = false): Promise<void> {
    try {
      if (whole) await this.drop();
      else if (this.#digest === null) return; // an earlier save failed: there is nothing to go on from
      await this.#append(indexed.index.takeUnsaved());
      await this.#sign(indexed, journal);
    } catch {
      await this.forget().catch(() => undefined);
    }
  }

  /** Nothing more is kept before the next opening, which makes it anew. */
  async forget(): Promise<void> {
    await this.drop();
    this.#digest = null;
  }

  /** Before a write: where somebody else has touched the file, what was known of it is not signed anew. */
  async beforeWrite(journal: FileHandle): Promise<void> {
    if (this.#digest === null || this.#mtimeNs === null) return;
    if (String((await journal.stat({ bigint: true })).mtimeNs) === this.#mtimeNs) return;
    await this.forget();
  }

  async drop(): Promise<void> {
    this.#digest = freshDigest();
    this.#bytes = 0;
    await Promise.all([INDEX_FILE, CHECKPOINT_FILE].map((name) => rm(this.#path(name), { force: true })));
  }

  async #append(bytes: Buffer): Promise<void> {
    if (bytes.length === 0 && this.#bytes > 0) return;
    const handle = await open(this.#path(INDEX_FILE), 'a', 0o600);
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
    this.#digest?.update(bytes);
    this.#bytes += bytes.length;
  }

  async #sign({ index, feeds, breaks }: Indexed, journal: FileHandle): Promise<void> {
    if (this.#digest === null) return;
    const { ino, mtimeNs } = await journal.stat({ bigint: true });
    const checkpoint: Checkpoint = {
      feed: this.#key.feed,
      seq: index.length,
      hash: index.lastHash,
      size: index.bytes,
      index: { bytes: this.#bytes, sha256: this.#digest.copy().digest('hex') },
      feeds: [...feeds],
      breaks: [...breaks],
      file: { ino: String(ino), mtimeNs: String(mtimeNs) },
    };
    this.#mtimeNs = checkpoint.file.mtimeNs;
    const signature = this.#key.sign(canonicalJson(checkpoint));
    await replaceUnflushed(this.#path(CHECKPOINT_FILE), canonicalJson({ ...checkpoint, signature }));
  }

  async #checkpoint(): Promise<Checkpoint | null> {
    const text = await readFile(this.#path(CHECKPOINT_FILE), 'utf8').catch(() => '');
    const read = checkpointSchema.safeParse(jsonOf(text));
    if (!read.success || read.data.feed !== this.#key.feed) return null;
    const { signature, ...checkpoint } = read.data;
    return isSignedByFeed(checkpoint.feed, canonicalJson(checkpoint), signature) ? checkpoint : null;
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

/** The digest of what an index tells, of one that was made anew. */
export function indexDigest({ index, feeds, breaks }: Indexed): string {
  return toldDigest(freshDigest().update(index.takeUnsaved()), { feeds, breaks });
}

function toldDigest(index: Hash, { feeds, breaks }: Omit<Indexed, 'index'>): string {
  return index.copy().update(canonicalJson({ feeds, breaks })).digest('hex');
}

function freshDigest(): Hash {
  return createHash('sha256').update(FORM);
}

function indexIn(bytes: Buffer): EntryIndex | null {
  try {
    return EntryIndex.from(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether the file is the same one, as long and as old as it was left, and still ends with the line of that hash. */
async function isAsLeft(journal: FileHandle, { size, hash, seq, file }: Checkpoint): Promise<boolean> {
  const found = await journal.stat({ bigint: true });
  const same = found.size === BigInt(size) && String(found.ino) === file.ino && String(found.mtimeNs) === file.mtimeNs;
  if (!same || seq === 0) return same;
  const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
  await journal.read(tail, 0, tail.length, size - tail.length);
  return tail.at(-1) === 0x0a && tail.lastIndexOf(`"hash":"${hash}"`) >= 0;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
