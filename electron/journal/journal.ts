import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import {
  READ_ONLY_STATES,
  type Access,
  type JournalCondition,
  type JournalHead,
} from '../../domain/bridge/journal-condition';
import { NO_HASH, type Entry, type EntryDraft, type JournalMended } from '../../domain/record/entry';
import { ENTRY_TYPES } from '../../domain/record/entry-types';
import type { ClockDoubts } from '../../domain/record/entry-clock';
import type { ErasedForm, ErasureReason } from '../../domain/record/erasure';
import { diskError, realDisk, type Disk } from '../fs/files';
import { undecidedBreaks } from './break-decisions';
import { conditionOf, contradictedBy, contradictionsOf, type KnownOfJournal } from './condition-of';
import { carryOut, dueIn } from './carry-out';
import { Entries } from './entries';
import { Erasures, signedText } from './erasures';
import { replaceFeedKey, type FeedKey, type NoKey } from './feed-key';
import { recordOf, type IndexRecord } from './index-record';
import type { KnownHead, ReadFile } from './known-heads';
import type { ToldByIndex } from './index-store';
import type { JournalOptions, OpenedFile } from './opened-file';
import { scanJournal, type Scan } from './scan';
import { sealLine } from './seal-entry';
import { keepTail, stampOf, writeFully } from './tail';
import type { WalkedChain, WalkChain } from './walk-chain';

const NEWLINE = Buffer.from('\n');
/** Of a walk that failed: what it would have found is found anew. */
const DIFFERS: WalkedChain = { whole: false, hash: '', indexSha256: '' };

/**
 * The append-only record: one canonical JSON line an entry, each chained to the one before.
 * `append` answers only after the line is flushed to disk; a write that fails leaves the file as it was.
 */
export class Journal {
  #file: OpenedFile;
  readonly #disk: Disk;
  readonly #now: () => string;
  #scan: Scan;
  #key: FeedKey | NoKey;
  #entries: Entries;
  #walked: boolean;
  #condition: JournalCondition = { state: 'whole' };
  /** What somebody decided to go on without or over. */
  #decisions: KnownOfJournal['decisions'] = [];
  #bytes: number;
  #damaged = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(file: OpenedFile, { key, now, disk = realDisk }: JournalOptions) {
    this.#file = file;
    this.#disk = disk;
    this.#now = now;
    this.#key = key;
    this.#scan = file.scan;
    this.#entries = new Entries(file.handle, file.scan.index, file.scan.open?.lines);
    this.#walked = file.walked;
    this.#bytes = file.scan.index.bytes;
  }

  /** The key of the feed that is written. Throws where there is none. */
  get key(): FeedKey {
    if ('none' in this.#key) throw new Error('the journal has no key');
    return this.#key;
  }

  /** Holds what was read against the heads known elsewhere, and mends a last line that an interruption left; for `openJournal`. */
  async settle(): Promise<void> {
    await this.#heedErasures();
    this.#decisions = await this.#entries.ofType('journal-mended');
    this.#condition = this.#found();
    const mended = this.readOnly || this.#scan.ending.kind === 'clean' ? null : await this.#mendEnd();
    if (this.#file.walked && !this.readOnly) await this.#saveIndex(true);
    if (!this.readOnly) await this.#finishErasures().catch(() => undefined); // counts all the same; the next opening tries again
    if (mended === null) return;
    await this.append({ type: 'journal-mended', subject: '', author: '', body: mended.entry });
    this.#condition = mended.condition;
  }

  /** What was erased is gone from all that is read from now on. */
  async #heedErasures(): Promise<void> {
    const { index } = this.#entries;
    const erasures = new Erasures(await this.#entries.ofType('details-erased'));
    this.#entries = new Entries(this.#file.handle, index, this.#scan.open?.lines, erasures);
  }

  /** Writes the journal anew where something that was erased still stands in it. A kill leaves the older file or the newer one. */
  async #finishErasures(): Promise<void> {
    const due = await dueIn(this.#entries, this.#walked);
    const { handle, done } = await carryOut(this.#file, { entries: this.#entries, due, size: this.#bytes }, this.#disk);
    if (handle === this.#file.handle) return;
    this.#file = { ...this.#file, handle };
    await this.#openAnew();
    await done;
  }

  /**
   * Erases personal details, on record by one entry for each of the lists of forms, then from the file itself. `isFinished`
   * = false where the disk refused that: from then on nobody reads them all the same, and the next opening finishes it.
   * Throws as `append`.
   */
  erase(
    author: string,
    reason: ErasureReason,
    lists: readonly (readonly ErasedForm[])[],
  ): Promise<{ readonly entry: Entry; readonly isFinished: boolean }> {
    return this.#inTurn(async () => {
      await this.#requireReady();
      let entry: Entry | undefined;
      for (const forms of lists) {
        const body = { reason, forms, signature: this.key.sign(signedText({ reason, forms })) };
        [entry] = await this.#put([{ type: 'details-erased', subject: '', author, body }]);
      }
      if (entry === undefined) throw new BridgeError('bad-request', { what: 'values' });
      await this.#heedErasures();
      return { entry, isFinished: await this.#finishErasures().then(isTrue, () => false) };
    });
  }

  #found(): JournalCondition {
    return conditionOf(this.#known);
  }

  get #known(): KnownOfJournal {
    const { heads } = this.#file;
    return { scan: this.#scan, entries: this.#entries, key: this.#key, heads: heads.all, decisions: this.#decisions };
  }

  /** A whole last line gets its newline; what stands behind it and is no entry is kept beside the journal and cut off. */
  async #mendEnd(): Promise<{ entry: JournalMended; condition: JournalCondition }> {
    const { heads } = this.#file;
    const { ending } = this.#scan;
    if (ending.kind === 'unended' && ending.surplus === 0) {
      await this.#endLine();
      return { entry: { found: 'unended' }, condition: { state: 'completed' } };
    }
    const { cutBytes, keptAs } = await this.#keepTail('torn');
    await this.#endLine();
    await this.#cutBack();
    const confirmed = heads.all.some(({ feed, from }) => feed === this.key.feed && from === 'write');
    return { entry: { found: 'torn', cutBytes, keptAs }, condition: { state: 'healed', cutBytes, keptAs, confirmed } };
  }

  /** The newline that the last line lacks. */
  async #endLine(): Promise<void> {
    if (this.#scan.ending.kind !== 'unended') return;
    await writeFully(this.#file.handle, NEWLINE, this.#bytes - 1);
    await this.#file.handle.sync();
  }

  /** Keeps what stands behind the last line in a file of its own. */
  async #keepTail(why: 'torn' | 'broken'): Promise<{ cutBytes: number; keptAs: string }> {
    const from = this.#scan.ending.kind === 'unended' ? this.#bytes - 1 : this.#bytes;
    const { size } = await this.#file.handle.stat();
    return { cutBytes: size - from, keptAs: await keepTail(this.#file.path, from, why, this.#now()) };
  }

  /**
   * Goes on with a journal that is broken, contradicted or without its key, by somebody's decision, which becomes an entry.
   * A break stays where it is, and so does what stands behind it; a tail that is no line is kept in a file beside the
   * journal. Without its key the feed is closed, and the entry opens the next one. Throws BridgeError bad-request where
   * nothing is to be decided, read-only where nothing is written.
   */
  resume(author: string, reason: string): Promise<Entry> {
    return this.#inTurn(async () => {
      const { state } = this.#condition;
      if (state !== 'broken' && state !== 'contradicted' && state !== 'keyless')
        throw new BridgeError('bad-request', { what: 'condition' });
      const { access, path, handle } = this.#file;
      if (access !== 'write') throw new BridgeError('read-only', { state: access });
      const { open, breaks } = this.#scan;
      const size = (await handle.stat()).size;
      const cut = size > this.#bytes ? await this.#keepTail('broken') : {};
      const known = contradictionsOf(this.#known).map(({ known: { feed, seq, hash } }) => ({ feed, seq, hash }));
      const undecided = undecidedBreaks(open === null ? breaks : [...breaks, open.found], this.#decisions);
      await this.#endLine();
      const closes = state === 'keyless' ? { closes: this.head } : {};
      if (state === 'keyless') this.#key = await replaceFeedKey(dirname(path), stampOf(this.#now()));
      if (open !== null) this.#entries.index.skip(open.lines, NO_HASH);
      const some = undecided.length === 0 ? {} : { breaks: undecided };
      const body: JournalMended = { found: state, ...cut, known, ...some, ...closes, reason };
      // Written over what was kept, then cut: a kill in between leaves a break behind the decision, not a silent gap.
      const [entry] = await this.#put([{ type: 'journal-mended', subject: '', author, body }]);
      await this.#cutBack();
      const { feed, seq, hash } = entry!; // an entry a draft
      const feeds = state === 'keyless' ? [...this.#scan.feeds, { feed, from: seq }] : this.#scan.feeds;
      this.#scan = { ...this.#scan, feeds, open: null, ending: CLEAN };
      this.#decisions = [...this.#decisions, { feed, hash, body }];
      this.#condition = { state: 'whole' };
      return entry!;
    });
  }

  /** A head that somebody remembers of this feed. Where the journal contradicts it, it is kept, and nothing is written before a decision. */
  async claim({ seq, hash }: Pick<JournalHead, 'seq' | 'hash'>): Promise<JournalCondition> {
    if (this.readOnly || this.hashOf(seq) === hash) return this.#condition;
    await this.#file.heads.keep({ feed: this.head.feed, seq, hash, from: 'window' });
    return (this.#condition = contradictedBy(this.#known) ?? this.#condition);
  }

  /** Whether a feed is one that this journal was written in, or is known to have been. */
  isOwn(feed: string): boolean {
    const { heads } = this.#file;
    return (
      this.head.feed === feed ||
      this.#scan.feeds.some((one) => one.feed === feed) ||
      heads.all.some((one) => one.feed === feed)
    );
  }

  /**
   * A head of this ledger that was met in a paper or a backup, proved by its signature. It is kept; where the journal contradicts
   * it, nothing is written before a decision. Throws disk-full or io-failed.
   */
  meet(head: KnownHead): Promise<JournalCondition> {
    return this.#inTurn(async () => {
      const { access, heads } = this.#file;
      if (access === 'write') await heads.meet(head);
      else heads.learn(head);
      return this.#heedHeads();
    });
  }

  /** The same of what was read of files of papers, whose heads are proved. */
  meetRead(files: readonly ReadFile[]): Promise<JournalCondition> {
    return this.#inTurn(async () => {
      const { access, heads } = this.#file;
      if (access === 'write') await heads.keepRead(files);
      else for (const { head } of files) if (head !== null) heads.learn(head);
      return this.#heedHeads();
    });
  }

  /** Files of papers that were read for their heads. */
  get filesRead(): readonly ReadFile[] {
    return this.#file.heads.read;
  }

  /** Heads that are kept, and where they were met. */
  get knownHeads(): readonly KnownHead[] {
    return this.#file.heads.all;
  }

  /** The head, and what the journal has under its number, where the two differ and nobody decided about it; else null. */
  contradicts(head: JournalHead): { readonly head: JournalHead; readonly has: string | null } | null {
    const { feed, seq, hash } = head;
    const found = contradictionsOf(this.#known).find(
      ({ known }) => known.feed === feed && known.seq === seq && known.hash === hash,
    );
    return found === undefined ? null : { head: { feed, seq, hash }, has: found.hash };
  }

  #heedHeads(): JournalCondition {
    const { state } = this.#condition;
    if (state === 'broken' || state === 'keyless' || state === 'newer') return this.#condition; // comes first at an opening too
    return (this.#condition = contradictedBy(this.#known) ?? this.#condition);
  }

  /** Keeps the head as it is given away on a paper, with the number of papers signed then. Throws disk-full or io-failed. */
  async keepHead(papers: number): Promise<void> {
    await this.#file.heads.keep({ ...this.head, from: 'paper', papers });
  }

  /**
   * Hex whose first digits open the numbers of papers: the feed, and after a decision to go on without what is known of it the hash
   * of that decision, so that no number of a paper that nobody remembers is given again.
   */
  get series(): string {
    const { feed } = this.head;
    const gap = this.#decisions.findLast((one) => one.feed === feed && (one.body.known ?? []).length > 0);
    return gap?.hash ?? feed;
  }

  /** How many papers of this feed are known to have been signed, whatever the journal has. */
  get papersKnown(): number {
    return this.#file.heads.papersOf(this.head.feed);
  }

  get condition(): JournalCondition {
    return this.#condition;
  }

  get head(): JournalHead {
    const { index } = this.#entries;
    const feed = this.#scan.feeds.at(-1)?.feed ?? ('none' in this.#key ? '' : this.#key.feed);
    return { feed, seq: index.length, hash: index.lastHash };
  }

  /** The feed's signature over the head; null without its key. */
  get signedHead(): string | null {
    const { head } = this;
    return 'none' in this.#key || this.#key.feed !== head.feed ? null : this.#key.signHead(head);
  }

  /** Where it lies, and how many bytes of the file its entries take. */
  get text(): { readonly path: string; readonly bytes: number } {
    return { path: this.#file.path, bytes: this.#bytes };
  }

  /** What it holds; another object where the walk of the whole chain found something else than its index told. */
  get entries(): Entries {
    return this.#entries;
  }

  /** Whether every entry was held against the chain since the opening, or only the head and what has been read. */
  get walked(): boolean {
    return this.#walked;
  }

  /**
   * Walks the whole chain of what the index told at the opening. What does not agree is found as an opening finds it: the
   * index is thrown away, and a break makes the journal read-only.
   */
  async walk(walkChain: WalkChain): Promise<void> {
    const { path, store } = this.#file;
    const told = store?.opened ?? null;
    if (this.#walked || told === null) return;
    const found = await walkChain({ path, feed: this.key.feed, bytes: told.size }).catch(() => DIFFERS);
    if (found !== null) await this.#inTurn(() => this.#heedWalk(found, told));
  }

  async #heedWalk(found: WalkedChain, told: ToldByIndex): Promise<void> {
    if (this.#walked) return; // written anew meanwhile, and walked then
    if (!agrees(found, told)) await this.#openAnew();
    this.#walked = true;
  }

  async #openAnew(): Promise<void> {
    const { path, handle, store } = this.#file;
    await store?.drop();
    this.#scan = await scanJournal(path);
    this.#entries = new Entries(handle, this.#scan.index, this.#scan.open?.lines);
    await this.#heedErasures();
    this.#bytes = this.#scan.index.bytes;
    const found = this.#found();
    if (found.state !== 'whole') this.#condition = found;
    if (!this.readOnly) await this.#saveIndex(true);
    this.#walked = true;
  }

  /** A journal with breaks in it, or of several feeds, is walked at each opening. */
  async #saveIndex(isWhole = false): Promise<void> {
    const { store, handle } = this.#file;
    const { index } = this.#entries;
    if (index.isPlain && this.#scan.feeds.length < 2) await store?.save(index, handle, isWhole);
  }

  /** The hash of the entry of a number; NO_HASH of 0, null where there is no such entry. */
  hashOf(seq: number): string | null {
    return this.#entries.index.hashOf(seq);
  }

  /** Entries whose time is in doubt, by the clock as it stands now. */
  get clock(): ClockDoubts {
    return this.#entries.clock(this.#now());
  }

  get readOnly(): boolean {
    return this.access !== 'write' || (READ_ONLY_STATES as readonly string[]).includes(this.#condition.state);
  }

  /** Whether papers are made of it though nothing is written: what it holds is whole, and only cannot be added to. */
  get printsUnrecorded(): boolean {
    const { state } = this.#condition;
    return this.readOnly && state !== 'broken' && state !== 'contradicted';
  }

  get unknownEntries(): number {
    return this.#entries.index.unknown(ENTRY_TYPES);
  }

  get access(): Access {
    return this.#file.access;
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
      await this.#requireReady();
      return this.#put(drafts);
    });
  }

  /** Throws BridgeError read-only where nothing can be written, before anything else is looked at. */
  requireWritable(): void {
    if (this.readOnly) throw new BridgeError('read-only', { state: this.#condition.state });
  }

  async #requireReady(): Promise<void> {
    this.requireWritable();
    if (this.#damaged) await this.#cutBack();
    await this.#requireSameFile();
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
    // What the index keeps of a line is taken from it at once: the lines of a large import are not held.
    const written: { readonly entry: Entry; readonly record: IndexRecord }[] = [];
    let bytes = this.#bytes;
    const at = this.#now();
    const { handle, heads, store } = this.#file;
    const { index } = this.#entries;
    await store?.beforeWrite(handle);
    try {
      for (const [place, draft] of drafts.entries()) {
        const batch = drafts.length === 1 ? undefined : { part: place + 1, of: drafts.length };
        const { feed } = this.key;
        const { seq, hash } = this.head;
        const prev = written.at(-1)?.entry.hash ?? hash;
        const { entry, line } = sealLine(draft, { feed, seq: seq + place + 1, at, prev, batch });
        await writeFully(handle, Buffer.concat([line, NEWLINE]), bytes);
        written.push({ entry, record: recordOf({ ...entry, batch: entry.batch ?? null }, line) });
        bytes += line.length + 1;
      }
      await handle.sync();
    } catch (error) {
      this.#damaged = true; // part of the lines may be on disk
      await this.#cutBack().catch(() => undefined);
      throw diskError(error);
    }
    for (const { record } of written) index.add(record);
    this.#bytes = bytes;
    await heads.wrote({ ...this.head, feed: this.key.feed }, this.key);
    await this.#saveIndex();
    return written.map(({ entry }) => entry);
  }

  async #cutBack(): Promise<void> {
    try {
      await this.#file.handle.truncate(this.#bytes);
      await this.#file.handle.sync();
    } catch (error) {
      throw diskError(error);
    }
    this.#damaged = false;
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#file.handle.close();
    await this.#file.lock?.release();
  }

  /** For a host that ends with this turn: whatever was answered is on disk, an entry half written is cut off next time. */
  closeAtOnce(): void {
    this.#file.lock?.releaseAtOnce();
  }
}

const CLEAN = { kind: 'clean' } as const;
const isTrue = (): boolean => true;

function agrees(found: WalkedChain, told: ToldByIndex): boolean {
  return found.whole && found.hash === told.hash && found.indexSha256 === told.sha256;
}
