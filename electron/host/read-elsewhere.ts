import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { listBackups, type FoundBackup } from '../backup/automatic';
import { readPapers, type PaperFile, type ReadPaper } from '../verify/read-papers';

/** Where heads of a journal may be known besides the journal. */
export interface Elsewhere {
  /** Folder of the papers that were signed here, and what of it was read before. */
  readonly papers: string;
  readonly read: readonly PaperFile[];
  /** Folder of the backups; null = none was chosen. */
  readonly backups: string | null;
}

export interface FoundElsewhere {
  readonly papers: readonly ReadPaper[];
  /** Of backups whose manifest their feed signed. */
  readonly backups: readonly Pick<FoundBackup, 'name' | 'feed' | 'seq' | 'hash'>[];
}

/** Null = given up, for the profile was closed. */
export type ReadElsewhere = (elsewhere: Elsewhere) => Promise<FoundElsewhere | null>;

export async function readElsewhere({ papers, read, backups }: Elsewhere): Promise<FoundElsewhere> {
  return {
    papers: await readPapers(papers, read),
    backups: backups === null ? [] : (await listBackups(backups)).filter(({ sealed }) => !sealed),
  };
}

/** The same in a thread of its own, the first time `after` milliseconds from now: what a start waits for comes first. */
export function elsewhereInWorker(workerPath: string, after: number, closing: AbortSignal): ReadElsewhere {
  let wait = after;
  return async (elsewhere) => {
    try {
      await delay(wait, null, { signal: closing, ref: false });
      wait = 0;
      const worker = new Worker(workerPath, { workerData: elsewhere });
      worker.unref();
      const stop = (): void => void worker.terminate();
      closing.addEventListener('abort', stop, { once: true });
      try {
        return await new Promise((resolve, reject) => {
          worker.once('message', resolve);
          worker.once('error', reject);
          worker.once('exit', () => reject(new Error('the reading of papers ended without a result')));
        });
      } finally {
        closing.removeEventListener('abort', stop);
        await worker.terminate();
      }
    } catch (error) {
      if (closing.aborted) return null;
      throw error;
    }
  };
}
