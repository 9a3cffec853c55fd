import { constants } from 'node:fs';
import { type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import type { JournalCondition, JournalHead } from '../../domain/bridge/replies';
import { abandonedParts } from '../../domain/record/batch';
import { NO_HASH, type Entry, type EntryDraft } from '../../domain/record/entry';
import { clockDoubtsOf, type ClockDoubts } from '../../domain/record/entry-clock';
import { diskError, ensureFolder, flushFolder, realDisk, writeFileAtomic, type Disk } from '../fs/files';
import type { FeedKey } from './feed-key';
import { takeLock, type Lock } from './lock';
import { scanJournal, scannedLine, type LinePlace, type Scan, type ScannedLine } from './scan';
import { sealLine } from './seal-entry';

const JOURNAL_FILE = 'journal.ndjson';
const NEWLINE = Buffer.from('\n');

export interface JournalOptions {
  readonly folder: string;
  readonly key: FeedKey;
  /** Instant of an entry, ISO 8601 with offset. */
  readonly now: () => string;
  readonly disk?: Disk;
}

/**
 * The append-only record: one canonical JSON line an entry, each chained to the one before.
 * `append` answers only after the line is flushed to disk; a write that fails leaves the file as it was.
 */
export class Journal {
  readonly condition: JournalCondition;
  readonly key: FeedKey;
  readonly #handle: FileHandle;
  readonly #lock: Lock;
  readonly #now: () => string;
  readonly #places: ScannedLine[];
  readonly #abandoned: ReadonlySet<number>;
  #lastHash: string;
  #bytes: number;
  #damaged = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(handle: FileHandle, lock: Lock, options: JournalOptions, scan: Scan, condition: JournalCondition) {
    this.#handle = handle;
    this.#lock = lock;
    this.#now = options.now;
    this.key = options.key;
    this.#places = [...scan.places];
    this.#abandoned = new Set(abandonedParts(scan.places.map(({ batch }) => batch)).map((index) => index + 1));
    this.#lastHash = scan.lastHash;
    this.#bytes = scan.goodBytes;
    this.condition = condition;
  }

  get head(): JournalHead {
    return { feed: this.key.feed, seq: this.#places.length, hash: this.#lastHash };
  }

  /** Numbers of entries that do not count: parts of an import that was not written whole. */
  get abandoned(): ReadonlySet<number> {
    return this.#abandoned;
  }

  /** The hash of the entry of a number; NO_HASH of 0, null where there is no such entry. */
  hashOf(seq: number): string | null {
    return seq === 0 ? NO_HASH : (this.#places[seq - 1]?.hash ?? null);
  }

  /** Entries whose time is in doubt, by the clock as it stands now. */
  get clock(): ClockDoubts {
    return clockDoubtsOf(this.#places, this.#now());
  }

  get readOnly(): boolean {
    return this.condition.state === 'broken' || this.condition.state === 'newer';
  }

  /** Writes one entry after all that were asked for before it. Throws BridgeError read-only, disk-full or io-failed. */
  async append(draft: EntryDraft): Promise<Entry> {
    return (await this.appendBatch([draft]))[0]!; // an entry a draft
  }

  /**
   * Writes the entries of one import, flushed together: all of them count or none. Throws as `append`. What a kill leaves
   * of them is told by `abandoned`.
   */
  appendBatch(drafts: readonly EntryDraft[]): Promise<Entry[]> {
    const turn = this.#queue.then(() => this.#write(drafts));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #write(drafts: readonly EntryDraft[]): Promise<Entry[]> {
    if (this.readOnly) throw new BridgeError('read-only', { state: this.condition.state });
    if (this.#damaged) await this.#cutBack();
    const entries: Entry[] = [];
    const places: ScannedLine[] = [];
    let bytes = this.#bytes;
    const at = this.#now();
    try {
      for (const [index, draft] of drafts.entries()) {
        const batch = drafts.length === 1 ? undefined : { part: index + 1, of: drafts.length };
        const { feed, seq } = this.head;
        const prev = entries.at(-1)?.hash ?? this.#lastHash;
        const { entry, line } = sealLine(draft, { feed, seq: seq + index + 1, at, prev, batch });
        await writeFully(this.#handle, Buffer.concat([line, NEWLINE]), bytes);
        places.push(scannedLine({ start: bytes, length: line.length }, { ...entry, batch: batch ?? null }));
        entries.push(entry);
        bytes += line.length + 1;
      }
      await this.#handle.sync();
    } catch (error) {
      this.#damaged = true; // part of the lines may be on disk
      await this.#cutBack().catch(() => undefined);
      throw diskError(error);
    }
    for (const place of places) this.#places.push(place);
    this.#bytes = bytes;
    this.#lastHash = entries.at(-1)?.hash ?? this.#lastHash;
    return entries;
  }

  async #cutBack(): Promise<void> {
    await this.#handle.truncate(this.#bytes);
    await this.#handle.sync();
    this.#damaged = false;
  }

  /** Entries after `afterSeq`, in order, until about `maxBytes` of journal text are read; at least one if there is one. */
  async readAfter(afterSeq: number, maxBytes: number): Promise<Entry[]> {
    const entries: Entry[] = [];
    let budget = maxBytes;
    for (const place of this.#places.slice(afterSeq)) {
      if (entries.length > 0 && place.length > budget) break;
      entries.push(await this.#readAt(place));
      budget -= place.length;
    }
    return entries;
  }

  /** All entries that count, in order. */
  async *entries(): AsyncGenerator<Entry> {
    for (const [index, place] of [...this.#places].entries())
      if (!this.#abandoned.has(index + 1)) yield await this.#readAt(place);
  }

  async #readAt({ start, length }: LinePlace): Promise<Entry> {
    const buffer = Buffer.alloc(length);
    await this.#handle.read(buffer, 0, length, start);
    return JSON.parse(buffer.toString('utf8')) as Entry; // hash-checked when scanned, written by `append`
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#handle.close();
    await this.#lock.release();
  }

  /** For a host that ends with this turn: whatever was answered is on disk, an entry half written is cut off next time. */
  closeAtOnce(): void {
    this.#lock.releaseAtOnce();
  }
}

/**
 * Opens the journal of a profile, making it on the first run. A whole last line gets its newline; a torn one is cut off and kept beside the journal;
 * a break anywhere else, or entries of a newer program, open it read-only and change nothing.
 * Throws ProfileLocked while another process has the profile.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, key, disk = realDisk } = options;
  await ensureFolder(folder);
  const lock = await takeLock(folder, options.now());
  try {
    const path = join(folder, JOURNAL_FILE);
    const handle = await disk.open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    await flushFolder(dirname(path));
    const scan = await scanJournal(path, key.feed);
    return new Journal(handle, lock, options, scan, await conditionOf(scan, handle, folder, options.now()));
  } catch (error) {
    await lock.release();
    throw diskError(error);
  }
}

async function conditionOf(scan: Scan, handle: FileHandle, folder: string, at: string): Promise<JournalCondition> {
  const { ending, goodBytes } = scan;
  switch (ending.kind) {
    case 'clean':
      return { state: 'whole' };
    case 'unended':
      await writeFully(handle, NEWLINE, goodBytes - 1);
      await handle.sync();
      return { state: 'completed' };
    case 'newer':
      return { state: 'newer', version: ending.version };
    case 'broken':
      return { state: 'broken', seq: ending.seq, line: ending.line, reason: ending.reason };
    case 'torn': {
      const torn = Buffer.alloc(ending.bytes);
      await handle.read(torn, 0, ending.bytes, goodBytes);
      const keptAs = `journal.torn-${at.replaceAll(/[^0-9]/g, '').slice(0, 14)}`;
      await writeFileAtomic(join(folder, keptAs), torn);
      await handle.truncate(goodBytes);
      await handle.sync();
      return { state: 'healed', cutBytes: ending.bytes, keptAs };
    }
  }
}

async function writeFully(handle: FileHandle, data: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < data.length) {
    const { bytesWritten } = await handle.write(data, written, data.length - written, position + written);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
    written += bytesWritten;
  }
}
