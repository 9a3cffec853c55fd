import { dirname } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import type { Access, JournalCondition, JournalHead } from '../../domain/bridge/journal-condition';
import { NO_HASH, type Entry, type EntryDraft, type FeedClosed, type JournalMended } from '../../domain/record/entry';
import { ENTRY_TYPES } from '../../domain/record/entry-types';
import type { ClockDoubts } from '../../domain/record/entry-clock';
import type { ErasedForm, ErasureReason } from '../../domain/record/erasure';
import { realDisk, type Disk } from '../fs/files';
import { undecidedBreaks } from './break-decisions';
import { closedBy, contradictionsOf } from './condition-of';
import { carryOut, dueIn } from './carry-out';
import { Entries } from './entries';
import { Erasures, signedText } from './erasures';
import { replaceFeedKey, type FeedKey } from './feed-key';
import { HeadsElsewhere } from './heads-elsewhere';
import { recordOf, type IndexRecord } from './index-record';
import type { ToldByIndex } from './index-store';
import { JournalFile } from './journal-file';
import { JournalState } from './journal-state';
import type { JournalOptions, OpenedFile } from './opened-file';
import { scanJournal, type FeedSegment } from './scan';
import { sealLine } from './seal-entry';
import { stampOf } from './tail';
import type { WalkedChain, WalkChain } from './walk-chain';
import { WriteQueue } from './write-queue';

/** Of a walk that failed: what it would have found is found anew. */
const DIFFERS: WalkedChain = { whole: false, hash: '', indexSha256: '' };

/**
 * The append-only record: one canonical JSON line an entry, each chained to the one before.
 * `append` answers only after the line is flushed to disk; a write that fails leaves the file as it was.
 */
export class Journal {
  readonly #opened: OpenedFile;
  readonly #file: JournalFile;
  readonly #state: JournalState;
  readonly heads: HeadsElsewhere;
  readonly #disk: Disk;
  readonly #now: () => string;
  #walked: boolean;
  readonly #queue = new WriteQueue(async (drafts) => {
    await this.#requireReady();
    return this.#put(drafts);
  });

  constructor(opened: OpenedFile, { key, now, disk = realDisk }: JournalOptions) {
    this.#opened = opened;
    this.#file = new JournalFile(opened);
    this.#state = new JournalState(opened, key);
    this.heads = new HeadsElsewhere(this.#state, (work) => this.#queue.inTurn(work));
    this.#disk = disk;
    this.#now = now;
    this.#walked = opened.walked;
  }

  /** The key of the feed that is written. Throws where there is none. */
  get key(): FeedKey {
    const { key } = this.#state;
    if ('none' in key) throw new Error('the journal has no key');
    return key;
  }

  /** Holds what was read against the heads known elsewhere, and mends a last line that an interruption left; for `openJournal`. */
  async settle(): Promise<void> {
    const state = this.#state;
    await this.#heedErasures();
    state.decisions = await state.entries.ofType('journal-mended');
    state.closings = await state.entries.ofType('feed-closed');
    state.condition = state.found;
    const mended = state.readOnly || state.scan.ending.kind === 'clean' ? null : await this.#mendEnd();
    if (this.#opened.walked && !state.readOnly) await this.#saveIndex(true);
    if (!state.readOnly) await this.#finishErasures().catch(() => undefined); // counts all the same; the next opening tries again
    if (mended === null) return;
    await this.append({ type: 'journal-mended', subject: '', author: '', body: mended.entry });
    state.condition = mended.condition;
  }

  /** What was erased is gone from all that is read from now on. */
  async #heedErasures(): Promise<void> {
    const { entries, scan } = this.#state;
    const erasures = new Erasures(await entries.ofType('details-erased'));
    this.#state.entries = new Entries(this.#file.handle, entries.index, scan.open?.lines, erasures);
  }

  /** Writes the journal anew where something that was erased still stands in it. A kill leaves the older file or the newer one. */
  async #finishErasures(): Promise<void> {
    const { path, handle, bytes: size } = this.#file;
    const { entries } = this.#state;
    const due = await dueIn(entries, this.#walked);
    const anew = await carryOut({ path, handle, store: this.#opened.store }, { entries, due, size }, this.#disk);
    if (anew.handle === handle) return;
    this.#file.handle = anew.handle;
    await this.#openAnew();
    await anew.done;
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
    return this.#queue.inTurn(async () => {
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

  /** A whole last line gets its newline; what stands behind it and is no entry is kept beside the journal and cut off. */
  async #mendEnd(): Promise<{ entry: JournalMended; condition: JournalCondition }> {
    const { ending } = this.#state.scan;
    if (ending.kind === 'unended' && ending.surplus === 0) {
      await this.#file.endLine(ending);
      return { entry: { found: 'unended' }, condition: { state: 'completed' } };
    }
    const { cutBytes, keptAs } = await this.#file.keepTail(ending, 'torn', this.#now());
    await this.#file.endLine(ending);
    await this.#file.cutBack();
    const confirmed = this.heads.all.some(({ feed, from }) => feed === this.key.feed && from === 'write');
    return { entry: { found: 'torn', cutBytes, keptAs }, condition: { state: 'healed', cutBytes, keptAs, confirmed } };
  }

  /**
   * Goes on with a journal that is broken, contradicted, closed or without its key, by somebody's decision, which becomes an
   * entry. A break stays where it is, and so does what stands behind it; a tail that is no line is kept in a file beside the
   * journal. Without its key the feed is closed, and the entry opens the next one, as it does behind a feed that was closed.
   * Throws BridgeError bad-request where nothing is to be decided, read-only where nothing is written.
   */
  resume(author: string, reason: string): Promise<Entry> {
    return this.#queue.inTurn(async () => {
      const found = this.condition.state;
      if (found !== 'broken' && found !== 'contradicted' && found !== 'keyless' && found !== 'closed')
        throw new BridgeError('bad-request', { what: 'condition' });
      return this.#goOn(author, { found, reason });
    });
  }

  /**
   * Goes on with a journal that was restored without its key, in a feed of its own; null where somebody has to decide about
   * it first. Throws as `append`.
   */
  succeed(author: string, backup: NonNullable<JournalMended['backup']>): Promise<Entry | null> {
    return this.#queue.inTurn(async () => {
      const { scan, decisions, known } = this.#state;
      const isWhole = scan.open === null && scan.ending.kind === 'clean';
      const isDecided = undecidedBreaks(scan.breaks, decisions).length === 0 && contradictionsOf(known).length === 0;
      const isPlain = isWhole && isDecided && this.condition.state === 'keyless';
      return isPlain ? this.#goOn(author, { found: 'restored', backup }) : null;
    });
  }

  async #goOn(author: string, why: Pick<JournalMended, 'found' | 'reason' | 'backup'>): Promise<Entry> {
    const file = this.#file;
    const state = this.#state;
    if (state.access !== 'write') throw new BridgeError('read-only', { state: state.access });
    const { open, breaks, ending } = state.scan;
    const cut = (await file.hasTail()) ? await file.keepTail(ending, 'broken', this.#now()) : {};
    const known = contradictionsOf(state.known).map(({ known: { feed, seq, hash } }) => ({ feed, seq, hash }));
    const undecided = undecidedBreaks(open === null ? breaks : [...breaks, open.found], state.decisions);
    await file.endLine(ending);
    const leaves = state.condition.state === 'keyless' || closedBy(state.known) !== null;
    const closes = leaves ? { closes: this.head } : {};
    if (leaves) state.key = await replaceFeedKey(dirname(file.path), stampOf(this.#now()));
    if (open !== null) state.entries.index.skip(open.lines, NO_HASH);
    const some = undecided.length === 0 ? {} : { breaks: undecided };
    const body: JournalMended = { ...why, ...cut, known, ...some, ...closes };
    await this.#opened.store?.forget(); // of a journal whose breaks and feeds were others
    // Written over what was kept, then cut: a kill in between leaves a break behind the decision, not a silent gap.
    const [entry] = await this.#put([{ type: 'journal-mended', subject: '', author, body }]);
    await file.cutBack();
    const { feed, seq, hash } = entry!; // an entry a draft
    if (leaves) state.scan = { ...state.scan, feeds: withFeed(state.scan.feeds, { feed, from: seq }) };
    state.scan = { ...state.scan, open: null, ending: CLEAN };
    state.decisions = [...state.decisions, { feed, hash, body }];
    state.condition = { state: 'whole' };
    return entry!;
  }

  /** Closes the feed by its last entry, behind which nothing is written here but by a decision. Throws as `append`. */
  leave(author: string, why: FeedClosed['why']): Promise<Entry> {
    return this.#queue.inTurn(async () => {
      await this.#requireReady();
      const state = this.#state;
      const [entry] = await this.#put([{ type: 'feed-closed', subject: '', author, body: { why } }]);
      const { seq, at } = entry!; // an entry a draft
      state.closings = [...state.closings, { seq, at, author }];
      state.condition = state.found;
      return entry!;
    });
  }

  get condition(): JournalCondition {
    return this.#state.condition;
  }

  get head(): JournalHead {
    return this.#state.head;
  }

  /** Where it lies, and how many bytes of the file its entries take. */
  get text(): { readonly path: string; readonly bytes: number } {
    return { path: this.#file.path, bytes: this.#file.bytes };
  }

  /** What it holds; another object where the walk of the whole chain found something else than its index told. */
  get entries(): Entries {
    return this.#state.entries;
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
    const { store } = this.#opened;
    const told = store?.opened ?? null;
    if (this.#walked || told === null) return;
    const found = await walkChain({ path: this.#file.path, bytes: told.size }).catch(() => DIFFERS);
    if (found !== null) await this.#queue.inTurn(() => this.#heedWalk(found, told));
  }

  async #heedWalk(found: WalkedChain, told: ToldByIndex): Promise<void> {
    if (this.#walked) return; // written anew meanwhile, and walked then
    if (!agrees(found, told)) await this.#openAnew();
    this.#walked = true;
  }

  async #openAnew(): Promise<void> {
    const file = this.#file;
    const state = this.#state;
    await this.#opened.store?.drop();
    state.scan = await scanJournal(file.path);
    state.entries = new Entries(file.handle, state.scan.index, state.scan.open?.lines);
    await this.#heedErasures();
    file.bytes = state.scan.index.bytes;
    const { found } = state;
    if (found.state !== 'whole') state.condition = found;
    if (!state.readOnly) await this.#saveIndex(true);
    this.#walked = true;
  }

  async #saveIndex(isWhole = false): Promise<void> {
    const { entries, scan } = this.#state;
    const { feeds, breaks } = scan;
    await this.#opened.store?.save({ index: entries.index, feeds, breaks }, this.#file.handle, isWhole);
  }

  /** The hash of the entry of a number; NO_HASH of 0, null where there is no such entry. */
  hashOf(seq: number): string | null {
    return this.#state.entries.index.hashOf(seq);
  }

  /** Entries whose time is in doubt, by the clock as it stands now. */
  get clock(): ClockDoubts {
    return this.#state.entries.clock(this.#now());
  }

  get readOnly(): boolean {
    return this.#state.readOnly;
  }

  /** Whether papers are made of it though nothing is written: what it holds is whole, and only cannot be added to. */
  get printsUnrecorded(): boolean {
    const { state } = this.condition;
    return this.readOnly && state !== 'broken' && state !== 'contradicted';
  }

  get unknownEntries(): number {
    return this.#state.entries.index.unknown(ENTRY_TYPES);
  }

  get access(): Access {
    return this.#state.access;
  }

  /**
   * Writes one entry after all that were asked for before it. Those that are asked for while another is written share one
   * flush, each an entry of its own; a failure refuses all of them. Throws BridgeError read-only, disk-full or io-failed.
   */
  append(draft: EntryDraft): Promise<Entry> {
    return this.#queue.append(draft);
  }

  /**
   * Writes the entries of one import, flushed together: all of them count or none. Throws as `append`. What a kill leaves
   * of them is told by `abandoned`.
   */
  async appendBatch(drafts: readonly EntryDraft[]): Promise<Entry[]> {
    const [first, ...others] = drafts;
    if (first !== undefined && others.length === 0) return [await this.append(first)];
    return this.#queue.inTurn(async () => {
      await this.#requireReady();
      return this.#put(drafts, 'batch');
    });
  }

  /** Throws BridgeError read-only where nothing can be written, before anything else is looked at. */
  requireWritable(): void {
    if (this.readOnly) throw new BridgeError('read-only', { state: this.condition.state });
  }

  async #requireReady(): Promise<void> {
    this.requireWritable();
    await this.#file.requireSame();
  }

  /** `as` a batch they count together, else each by itself; on disk all of them are, or the file is as it was. */
  async #put(drafts: readonly EntryDraft[], as: 'each' | 'batch' = 'each'): Promise<Entry[]> {
    // What the index keeps of a line is taken from it at once: the lines of a large import are not held.
    const written: { readonly entry: Entry; readonly record: IndexRecord }[] = [];
    const at = this.#now();
    const { feed } = this.key;
    const { seq, hash } = this.head;
    function* lines() {
      for (const [place, draft] of drafts.entries()) {
        const batch = as === 'each' ? undefined : { part: place + 1, of: drafts.length };
        const prev = written.at(-1)?.entry.hash ?? hash;
        const { entry, line } = sealLine(draft, { feed, seq: seq + place + 1, at, prev, batch });
        yield line;
        written.push({ entry, record: recordOf({ ...entry, batch: entry.batch ?? null }, line) });
      }
    }
    await this.#opened.store?.beforeWrite(this.#file.handle);
    await this.#file.add(lines());
    for (const { record } of written) this.#state.entries.index.add(record);
    const { scan } = this.#state;
    if (scan.feeds.length === 0) this.#state.scan = { ...scan, feeds: withFeed([], { feed, from: seq + 1 }) };
    await this.#state.heads.wrote({ ...this.head, feed }, this.key);
    await this.#saveIndex();
    return written.map(({ entry }) => entry);
  }

  async close(): Promise<void> {
    await this.#queue.ended();
    await this.#file.handle.close();
    await this.#opened.lock?.release();
  }

  /** For a host that ends with this turn: whatever was answered is on disk, an entry half written is cut off next time. */
  closeAtOnce(): void {
    this.#opened.lock?.releaseAtOnce();
  }
}

const CLEAN = { kind: 'clean' } as const;

function withFeed(feeds: readonly FeedSegment[], next: FeedSegment): readonly FeedSegment[] {
  return feeds.at(-1)?.feed === next.feed ? feeds : [...feeds, next];
}

const isTrue = (): boolean => true;

function agrees(found: WalkedChain, told: ToldByIndex): boolean {
  return found.whole && found.hash === told.hash && found.indexSha256 === told.sha256;
}
