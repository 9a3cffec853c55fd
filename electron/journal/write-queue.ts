import type { Entry, EntryDraft } from '../../domain/record/entry';

interface Waiting {
  readonly draft: EntryDraft;
  readonly resolve: (entry: Entry) => void;
  readonly reject: (error: unknown) => void;
}

/** What is done to a journal, one thing behind the other; single entries that wait behind the same thing are written together. */
export class WriteQueue {
  readonly #write: (drafts: readonly EntryDraft[]) => Promise<readonly Entry[]>;
  #last: Promise<unknown> = Promise.resolve();
  /** Entries whose turn has not come, behind which nothing else waits. */
  #gathering: Waiting[] | null = null;

  /** `write` answers an entry for each draft, in their order, when all of them are on disk; where it fails none is. */
  constructor(write: (drafts: readonly EntryDraft[]) => Promise<readonly Entry[]>) {
    this.#write = write;
  }

  /** What is asked for from now on is done behind this. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#gathering = null;
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  append(draft: EntryDraft): Promise<Entry> {
    return new Promise((resolve, reject) => {
      const waiting = { draft, resolve, reject };
      if (this.#gathering !== null) return void this.#gathering.push(waiting);
      const together = [waiting];
      void this.inTurn(() => this.#writeTogether(together));
      this.#gathering = together;
    });
  }

  /** When all that was asked for until now is done. */
  async ended(): Promise<void> {
    await this.#last;
  }

  async #writeTogether(together: readonly Waiting[]): Promise<void> {
    if (this.#gathering === together) this.#gathering = null;
    try {
      const entries = await this.#write(together.map(({ draft }) => draft));
      for (const [place, { resolve }] of together.entries()) resolve(entries[place]!); // an entry a draft
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }
}
