import { keysOfChange, keysOfConfirmer, markKey, marksOf } from '../../domain/doubts/marks';
import { MarkIndex } from '../../domain/doubts/mark-index';
import type { Entry } from '../../domain/record/entry';
import { stepsOf } from '../../domain/record/fold';
import { linesOf } from './lines-of';

/** Which elevators of a journal may carry one of the keys. */
export interface TiedQuestion {
  readonly path: string;
  /** How much of the file is read; a line ends there. */
  readonly bytes: number;
  /** Another number where the file is another than before. */
  readonly generation: number;
  readonly keys: readonly string[];
}

/** How many bytes of how many are read. */
export type TiedProgress = (done: number, total: number) => void;

/**
 * What visits of other elevators may be tied by, read from the journal once and then as it grows. What is found has to be
 * looked at as it stands now: withdrawn records are in it as well. Held in memory alone, so that nothing has to be erased
 * in it.
 */
export class TiedReader {
  #index = new MarkIndex();
  #read = 0;
  #generation = 0;

  async find({ path, bytes, generation, keys }: TiedQuestion, progress: TiedProgress): Promise<string[]> {
    if (generation !== this.#generation || bytes < this.#read) {
      this.#index = new MarkIndex();
      this.#read = 0;
      this.#generation = generation;
    }
    let told = this.#read;
    for await (const { bytes: line, start } of linesOf(path, bytes, this.#read)) {
      this.#note(line);
      this.#read = start + line.length + 1;
      if (this.#read - told > PROGRESS_BYTES) progress((told = this.#read), bytes);
    }
    return this.#index.find(keys);
  }

  #note(line: Buffer): void {
    const entry = readEntry(line);
    if (entry === null) return;
    for (const [no, { visits, confirmations, amends }] of stepsOf(entry, null)) {
      for (const { value } of visits) for (const mark of marksOf(value)) this.#index.add(no, markKey(mark));
      for (const { value } of confirmations)
        if (value.act === 'given') for (const key of keysOfConfirmer(value.by)) this.#index.add(no, key);
      for (const { list, amendment } of amends)
        if (list === 'visits')
          for (const change of amendment.changes) for (const key of keysOfChange(change)) this.#index.add(no, key);
    }
  }
}

const PROGRESS_BYTES = 4 << 20;

/** Null of a line that is none: the journal reads past it too. */
function readEntry(line: Buffer): Entry | null {
  try {
    return JSON.parse(line.toString('utf8')) as Entry; // what a journal of this program holds
  } catch {
    return null;
  }
}
