import type { JournalCondition, JournalHead, WrittenElsewhere } from '../../domain/bridge/journal-condition';
import { contradictedBy, contradictionsOf, hashOfFeed, writtenElsewhere } from './condition-of';
import type { JournalState } from './journal-state';
import type { KnownHead, ReadFile } from './known-heads';

/** A head that is known, and what the journal has in its place; `closedAt` = where its feed was closed here before it. */
export interface ContradictedHead {
  readonly head: JournalHead;
  readonly has: string | null;
  readonly closedAt: number | null;
}

/** The heads of a ledger that are known elsewhere than in its journal: given away on papers, remembered by windows, met in backups. */
export class HeadsElsewhere {
  readonly #state: JournalState;
  readonly #inTurn: <T>(work: () => Promise<T>) => Promise<T>;

  /** `inTurn` = after all that was asked of the journal before. */
  constructor(state: JournalState, inTurn: <T>(work: () => Promise<T>) => Promise<T>) {
    this.#state = state;
    this.#inTurn = inTurn;
  }

  /** A head that somebody remembers of this feed. Where the journal contradicts it, it is kept, and nothing is written before a decision. */
  async claim({ seq, hash }: Pick<JournalHead, 'seq' | 'hash'>): Promise<JournalCondition> {
    const { readOnly, entries, head, heads } = this.#state;
    if (readOnly || entries.index.hashOf(seq) === hash) return this.#state.condition;
    await heads.keep({ feed: head.feed, seq, hash, from: 'window' });
    return this.#heed();
  }

  /** Whether a feed is one that this journal was written in, or is known to have been. */
  isOwn(feed: string): boolean {
    const { head, scan, heads } = this.#state;
    return head.feed === feed || [...scan.feeds, ...heads.all].some((one) => one.feed === feed);
  }

  /**
   * A head of this ledger that was met in a paper or a backup, proved by its signature. It is kept; where the journal contradicts
   * it, nothing is written before a decision. Throws disk-full or io-failed.
   */
  meet(head: KnownHead): Promise<JournalCondition> {
    return this.#inTurn(async () => {
      const { access, heads } = this.#state;
      if (access === 'write') await heads.meet(head);
      else heads.learn(head);
      return this.#heedMet();
    });
  }

  /** The same of what was read of files of papers, whose heads are proved. */
  meetRead(files: readonly ReadFile[]): Promise<JournalCondition> {
    return this.#inTurn(async () => {
      const { access, heads } = this.#state;
      if (access === 'write') await heads.keepRead(files);
      else for (const { head } of files) if (head !== null) heads.learn(head);
      return this.#heedMet();
    });
  }

  /** Files of papers that were read for their heads. */
  get filesRead(): readonly ReadFile[] {
    return this.#state.heads.read;
  }

  /** Heads that are kept, and where they were met. */
  get all(): readonly KnownHead[] {
    return this.#state.heads.all;
  }

  /** The head, and what the journal has under its number, where the two differ and nobody decided about it; else null. */
  contradicted(head: JournalHead): ContradictedHead | null {
    const { feed, seq, hash } = head;
    const of = { feed, seq, hash };
    const { known } = this.#state;
    const isIt = (one: { readonly known: JournalHead }): boolean =>
      one.known.feed === feed && one.known.seq === seq && one.known.hash === hash;
    const found = contradictionsOf(known).find(isIt);
    if (found !== undefined) return { head: of, has: found.hash, closedAt: null };
    const left = writtenElsewhere(known).find(isIt);
    return left === undefined ? null : { head: of, has: null, closedAt: left.closedAt };
  }

  /** The farthest that was written elsewhere in a feed that was closed here; null = none is known. */
  get written(): WrittenElsewhere | null {
    return writtenElsewhere(this.#state.known)[0] ?? null;
  }

  /** The hash of the entry that a feed has under a number in the journal; null where it has none. */
  hashIn(feed: string, seq: number): string | null {
    return hashOfFeed(this.#state.known)(seq, feed);
  }

  /** Keeps the head as it is given away on a paper, with the number of papers signed then. Throws disk-full or io-failed. */
  async keepPaper(papers: number): Promise<void> {
    const { head, heads } = this.#state;
    await heads.keep({ ...head, from: 'paper', papers });
  }

  /** How many papers of the feed are known to have been signed, whatever the journal has. */
  get papersKnown(): number {
    const { head, heads } = this.#state;
    return heads.papersOf(head.feed);
  }

  /**
   * Hex whose first digits open the numbers of papers: the feed, and after a decision to go on without what is known of it the hash
   * of that decision, so that no number of a paper that nobody remembers is given again.
   */
  get series(): string {
    const { head, decisions } = this.#state;
    const gap = decisions.findLast((one) => one.feed === head.feed && (one.body.known ?? []).length > 0);
    return gap?.hash ?? head.feed;
  }

  /** The feed's signature over the head; null without its key. */
  get signedHead(): string | null {
    const { head, key } = this.#state;
    return 'none' in key || key.feed !== head.feed ? null : key.signHead(head);
  }

  #heedMet(): JournalCondition {
    const { condition } = this.#state;
    const { state } = condition;
    return state === 'broken' || state === 'keyless' || state === 'newer' ? condition : this.#heed(); // comes first at an opening too
  }

  #heed(): JournalCondition {
    const state = this.#state;
    return (state.condition = contradictedBy(state.known) ?? state.condition);
  }
}
