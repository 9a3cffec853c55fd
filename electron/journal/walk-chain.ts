import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { indexDigest } from './index-store';
import { scanJournal } from './scan';

export interface ChainToWalk {
  readonly path: string;
  /** How much of the file, from its beginning; a line ends there. */
  readonly bytes: number;
}

export interface WalkedChain {
  /** Whether a whole entry is the last, with nothing behind it; where it breaks before stands in the digest. */
  readonly whole: boolean;
  /** Of the last entry. */
  readonly hash: string;
  /** Of what the index of these lines tells. */
  readonly indexSha256: string;
}

/** Null = given up, for the journal was closed. */
export type WalkChain = (chain: ChainToWalk) => Promise<WalkedChain | null>;

export async function walkChain({ path, bytes }: ChainToWalk): Promise<WalkedChain> {
  const scan = await scanJournal(path, bytes);
  const whole = scan.open === null && scan.ending.kind === 'clean';
  return { whole, hash: scan.index.lastHash, indexSha256: indexDigest(scan) };
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
