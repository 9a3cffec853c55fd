import { constants, createReadStream, createWriteStream } from 'node:fs';
import { stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BridgeError } from '../../domain/bridge/errors';
import { READ_ONLY_STATES, type JournalCondition, type JournalHead } from '../../domain/bridge/replies';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { abandonedParts } from '../../domain/record/batch';
import { NO_HASH, type Entry, type EntryDraft, type EntryType, type JournalMended } from '../../domain/record/entry';
import { clockDoubtsOf, type ClockDoubts } from '../../domain/record/entry-clock';
import { diskError, ensureFolder, flushFolder, realDisk, type Disk } from '../fs/files';
import { contradictionIn, contradictionsIn } from './contradiction';
import type { FeedKey } from './feed-key';
import { KnownHeads } from './known-heads';
import { takeLock, type Lock } from './lock';
import { scanJournal, scannedLine, type LinePlace, type Scan, type ScannedLine } from './scan';
import { sealLine } from './seal-entry';

const JOURNAL_FILE = 'journal.ndjson';
const NEWLINE = Buffer.from('\n');

export interface JournalOptions {
  readonly folder: string;
  /** Where heads that were given away are kept; apart from the journal, so that one does not go with the other. */
  readonly headsFolder?: string;
  readonly key: FeedKey;
  /** Instant of an entry, ISO 8601 with offset. */
  readonly now: () => string;
  readonly disk?: Disk;
}

interface OpenedFile {
  readonly path: string;
  readonly handle: FileHandle;
  readonly lock: Lock;
  readonly heads: KnownHeads;
  readonly scan: Scan;
}

/**
 * The append-only record: one canonical JSON line an entry, each chained to the one before.
 * `append` answers only after the line is flushed to disk; a write that fails leaves the file as it was.
 */
export class Journal {
  readonly key: FeedKey;
  readonly #file: OpenedFile;
  readonly #now: () => string;
  readonly #places: ScannedLine[];
  readonly #abandoned: ReadonlySet<number>;
  #condition: JournalCondition = { state: 'whole' };
  /** Heads that the journal does not have and somebody decided to go on without. */
  #decided: readonly JournalHead[] = [];
  #lastHash: string;
  #bytes: number;
  #damaged = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(file: OpenedFile, { key, now }: JournalOptions) {
    const { places, lastHash, goodBytes } = file.scan;
    this.#file = file;
    this.#now = now;
    this.key = key;
    this.#places = [...places];
    this.#abandoned = new Set(abandonedParts(places.map(({ batch }) => batch)).map((index) => index + 1));
    this.#lastHash = lastHash;
    this.#bytes = goodBytes;
  }

  /** Holds what was read against the heads known elsewhere, and mends a last line that an interruption left; for `openJournal`. */
  async settle(): Promise<void> {
    this.#decided = await this.#decisions();
    const found = this.#found();
    this.#condition = found.state === 'open-end' ? { state: 'whole' } : found;
    if (found.state !== 'open-end') return;
    const mended = await this.#mendEnd();
    await this.append({ type: 'journal-mended', subject: '', author: '', body: mended.entry });
    this.#condition = mended.condition;
  }

  #found(): JournalCondition | { readonly state: 'open-end' } {
    const { ending } = this.#file.scan;
    if (ending.kind === 'newer') return { state: 'newer', version: ending.version };
    if (ending.kind === 'broken') return { state: 'broken', seq: ending.seq, line: ending.line, reason: ending.reason };
    const contradicted = this.#contradicted();
    if (contradicted !== null) return contradicted;
    return ending.kind === 'clean' ? { state: 'whole' } : { state: 'open-end' };
  }

  #contradicted(): JournalCondition | null {
    const { heads } = this.#file;
    const found = contradictionIn(heads.all, this.head, (seq) => this.hashOf(seq), this.#decided);
    if (found === null) return null;
    const { feed, seq, hash, from } = found.known;
    return { state: 'contradicted', known: { feed, seq, hash, from }, has: found.hash };
  }

  async #decisions(): Promise<JournalHead[]> {
    const mended = this.#places.filter(({ type }) => type === 'journal-mended');
    const entries = await Promise.all(mended.map((place) => this.#readAt(place)));
    return entries.flatMap((entry) => (entry.type === 'journal-mended' ? (entry.body.known ?? []) : []));
  }

  /** A whole last line gets its newline; a torn one is kept beside the journal and cut off. */
  async #mendEnd(): Promise<{ entry: JournalMended; condition: JournalCondition }> {
    const { handle, scan, heads } = this.#file;
    if (scan.ending.kind !== 'torn') {
      await writeFully(handle, NEWLINE, this.#bytes - 1);
      await handle.sync();
      return { entry: { found: 'unended' }, condition: { state: 'completed' } };
    }
    const cutBytes = scan.ending.bytes;
    const keptAs = await this.#keepTail('torn');
    await this.#cutBack();
    const confirmed = heads.all.some(({ feed, from }) => feed === this.key.feed && from === 'write');
    return { entry: { found: 'torn', cutBytes, keptAs }, condition: { state: 'healed', cutBytes, keptAs, confirmed } };
  }

  /** Copies what stands behind the last good entry to a file of its own, flushed; answers its name. */
  async #keepTail(why: 'torn' | 'broken'): Promise<string> {
    const { path } = this.#file;
    const keptAs = `journal.${why}-${this.#now()
      .replaceAll(/[^0-9]/g, '')
      .slice(0, 14)}`;
    const kept = join(dirname(path), keptAs);
    await pipeline(
      createReadStream(path, { start: this.#bytes }),
      createWriteStream(kept, { mode: 0o600, flush: true }),
    );
    await flushFolder(dirname(path));
    return keptAs;
  }

  /**
   * Goes on where a broken or contradicted journal ends, by somebody's decision, which becomes an entry. What stands
   * behind a break is kept in a file beside the journal. Throws BridgeError bad-request where nothing is to be decided.
   */
  resume(author: string, reason: string): Promise<Entry> {
    return this.#inTurn(async () => {
      const { state } = this.#condition;
      if (state !== 'broken' && state !== 'contradicted') throw new BridgeError('bad-request', { what: 'condition' });
      const cutBytes = (await this.#file.handle.stat()).size - this.#bytes;
      const cut = cutBytes > 0 ? { cutBytes, keptAs: await this.#keepTail('broken') } : {};
      const missing = contradictionsIn(this.#file.heads.all, this.head, (seq) => this.hashOf(seq), this.#decided);
      const known = missing.map(({ known: { feed, seq, hash } }) => ({ feed, seq, hash }));
      const body: JournalMended = { found: state, ...cut, known, reason };
      // Written over what was kept, then cut: a kill in between leaves a break behind the decision, not a silent gap.
      const [entry] = await this.#put([{ type: 'journal-mended', subject: '', author, body }]);
      await this.#cutBack();
      this.#decided = [...this.#decided, ...known];
      this.#condition = { state: 'whole' };
      return entry!; // an entry a draft
    });
  }

  /** A head that somebody remembers of this feed. Where the journal contradicts it, it is kept, and nothing is written before a decision. */
  async claim({ seq, hash }: Pick<JournalHead, 'seq' | 'hash'>): Promise<JournalCondition> {
    if (this.readOnly || this.hashOf(seq) === hash) return this.#condition;
    await this.#file.heads.keep({ feed: this.key.feed, seq, hash, from: 'window' });
    return (this.#condition = this.#contradicted() ?? this.#condition);
  }

  /** Keeps the head as it is given away on a paper, with the number of papers signed then. Throws disk-full or io-failed. */
  async keepHead(papers: number): Promise<void> {
    await this.#file.heads.keep({ ...this.head, from: 'paper', papers });
  }

  /** How many papers of this feed are known to have been signed, whatever the journal has. */
  get papersKnown(): number {
    return this.#file.heads.papersOf(this.key.feed);
  }

  get condition(): JournalCondition {
    return this.#condition;
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
    return (READ_ONLY_STATES as readonly string[]).includes(this.#condition.state);
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
    return this.#inTurn(async () => {
      if (this.readOnly) throw new BridgeError('read-only', { state: this.#condition.state });
      if (this.#damaged) await this.#cutBack();
      await this.#requireSameFile();
      return this.#put(drafts);
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Whoever else wrote into the file or put another in its place: nothing is written over it. */
  async #requireSameFile(): Promise<void> {
    const { handle, path } = this.#file;
    const held = await handle.stat();
    const named = await stat(path).catch(() => null);
    const same = named !== null && named.ino === held.ino && named.dev === held.dev && held.size === this.#bytes;
    if (!same) throw new BridgeError('journal-changed');
  }

  async #put(drafts: readonly EntryDraft[]): Promise<Entry[]> {
    const entries: Entry[] = [];
    const places: ScannedLine[] = [];
    const lines: Buffer[] = [];
    let bytes = this.#bytes;
    const at = this.#now();
    const { handle, heads } = this.#file;
    try {
      for (const [index, draft] of drafts.entries()) {
        const batch = drafts.length === 1 ? undefined : { part: index + 1, of: drafts.length };
        const { feed, seq } = this.head;
        const prev = entries.at(-1)?.hash ?? this.#lastHash;
        const { entry, line } = sealLine(draft, { feed, seq: seq + index + 1, at, prev, batch });
        await writeFully(handle, Buffer.concat([line, NEWLINE]), bytes);
        places.push(scannedLine({ start: bytes, length: line.length }, { ...entry, batch: batch ?? null }));
        lines.push(line);
        entries.push(entry);
        bytes += line.length + 1;
      }
      await handle.sync();
    } catch (error) {
      this.#damaged = true; // part of the lines may be on disk
      await this.#cutBack().catch(() => undefined);
      throw diskError(error);
    }
    for (const place of places) this.#places.push(place);
    for (const [index, entry] of entries.entries()) this.#file.scan.index.add(entry.seq, entry, lines[index]!);
    this.#bytes = bytes;
    this.#lastHash = entries.at(-1)?.hash ?? this.#lastHash;
    await heads.wrote(this.head, this.key);
    return entries;
  }

  async #cutBack(): Promise<void> {
    await this.#file.handle.truncate(this.#bytes);
    await this.#file.handle.sync();
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

  /** The entries of these numbers, in this order; each is there. */
  read(seqs: readonly number[]): Promise<Entry[]> {
    return Promise.all(seqs.map((seq) => this.#readAt(this.#places[seq - 1]!)));
  }

  /** All entries of a type that count, in order. */
  async entriesOf<T extends EntryType>(type: T): Promise<Entry<T>[]> {
    const seqs = this.#places.flatMap((place, index) => (place.type === type ? [index + 1] : []));
    return (await this.read(seqs.filter((seq) => this.#counts(seq)))) as Entry<T>[]; // as their places say
  }

  /** Elevators that entries are about, in the order of the first one. */
  elevators(): RegistrationNo[] {
    return [...this.#file.scan.index.elevators].filter((no) => this.entriesAbout(no).length > 0);
  }

  /** Numbers of the entries about an elevator that count, ascending. */
  entriesAbout(registrationNo: RegistrationNo): number[] {
    return this.#file.scan.index.of(registrationNo).filter((seq) => this.#counts(seq));
  }

  /** The elevators that an entry is about. */
  elevatorsOf(seq: number): readonly RegistrationNo[] {
    const subject = this.#places[seq - 1]?.subject ?? '';
    return subject === '' ? this.#file.scan.index.namedIn(seq) : [subject as RegistrationNo];
  }

  /** Numbers of the entries that may give an elevator that device code, and count. */
  namingCode(deviceCode: string): number[] {
    return this.#file.scan.index.naming(deviceCode).filter((seq) => this.#counts(seq));
  }

  /** When the entry was made that counts before one; null = none does. */
  timeBefore(seq: number): string | null {
    for (let before = seq - 1; before >= 1; before--) if (this.#counts(before)) return this.#places[before - 1]!.at;
    return null;
  }

  /** The first entry of the import that an entry is part of; the entry itself where it stands alone. */
  firstOfBatch(seq: number): number {
    const part = this.#places[seq - 1]?.batch?.part ?? 1;
    return seq - part + 1;
  }

  #counts(seq: number): boolean {
    return !this.#abandoned.has(seq);
  }

  async #readAt({ start, length }: LinePlace): Promise<Entry> {
    const buffer = Buffer.alloc(length);
    await this.#file.handle.read(buffer, 0, length, start);
    return JSON.parse(buffer.toString('utf8')) as Entry; // hash-checked when scanned, written by `append`
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#file.handle.close();
    await this.#file.lock.release();
  }

  /** For a host that ends with this turn: whatever was answered is on disk, an entry half written is cut off next time. */
  closeAtOnce(): void {
    this.#file.lock.releaseAtOnce();
  }
}

/**
 * Opens the journal of a profile, making it on the first run. A whole last line gets its newline, a torn one is cut off
 * and kept beside, both put on record; a break anywhere else, a head known elsewhere that is not in it, or entries of a
 * newer program open it read-only and change nothing. Throws ProfileLocked while another process has the profile.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, headsFolder = join(folder, 'heads'), key, disk = realDisk } = options;
  await ensureFolder(folder);
  const lock = await takeLock(folder, options.now());
  try {
    const path = join(folder, JOURNAL_FILE);
    const handle = await disk.open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    await flushFolder(dirname(path));
    const heads = await KnownHeads.open(folder, headsFolder);
    const journal = new Journal({ path, handle, lock, heads, scan: await scanJournal(path, key.feed) }, options);
    await journal.settle();
    return journal;
  } catch (error) {
    await lock.release();
    throw diskError(error);
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
