import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { indexDigest } from './index-store';
import { scanJournal } from './scan';

export interface ChainToWalk {
  readonly path: string;
  readonly feed: string;
  /** How much of the file, from its beginning; a line ends there. */
  readonly bytes: number;
}

export interface WalkedChain {
  /** Whether every line follows from the one before, to the end of the part. */
  readonly whole: boolean;
  /** Of the last entry that follows. */
  readonly hash: string;
  /** Of the index that these lines give. */
  readonly indexSha256: string;
}

/** Null = given up, for the journal was closed. */
export type WalkChain = (chain: ChainToWalk) => Promise<WalkedChain | null>;

export async function walkChain({ path, feed, bytes }: ChainToWalk): Promise<WalkedChain> {
  const { index, ending, feeds, breaks, open } = await scanJournal(path, bytes);
  const isOne = feeds.every((segment) => segment.feed === feed) && breaks.length === 0 && open === null;
  return { whole: isOne && ending.kind === 'clean', hash: index.lastHash, indexSha256: indexDigest(index) };
}

/** The same in a thread of its own, `after` milliseconds from now: what a start waits for comes first. Given up at the signal. */
export function walkInWorker(workerPath: string, after: number, signal: AbortSignal): WalkChain {
  return async (chain) => {
    try {
      await delay(after, null, { signal, ref: false });
      return await walkedBy(new Worker(workerPath, { workerData: chain }), signal);
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  };
}

async function walkedBy(worker: Worker, signal: AbortSignal): Promise<WalkedChain> {
  worker.unref();
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the walk of the chain ended without a result')));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
