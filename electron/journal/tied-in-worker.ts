import { Worker } from 'node:worker_threads';
import type { TiedProgress, TiedQuestion } from './tied';

/** Finds elevators whose visits may be tied to others, away from the thread that asks. */
export interface Tied {
  /** Rejects with the signal's reason when cancelled; what was read so far is kept for the next question. */
  find(question: TiedQuestion, progress: TiedProgress, signal: AbortSignal): Promise<string[]>;
  close(): Promise<void>;
}

export interface TiedTask {
  readonly id: number;
  readonly question: TiedQuestion;
}
export type TiedAnswer =
  | { readonly id: number; readonly done: number; readonly total: number }
  | { readonly id: number; readonly found: string[] };

interface Waiting {
  readonly resolve: (found: string[]) => void;
  readonly reject: (error: Error) => void;
  readonly progress: TiedProgress;
}

/** One worker, started by the first question and kept, because it holds what it read; idle, it keeps no process alive. */
export function tiedInWorker(workerPath: string): Tied {
  let worker: Worker | null = null;
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const settle = (id: number): Waiting | undefined => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
    return asked;
  };
  const started = (): Worker => {
    const own = new Worker(workerPath);
    own.unref();
    own.on('message', (answer: TiedAnswer) => {
      if ('found' in answer) settle(answer.id)?.resolve(answer.found);
      else waiting.get(answer.id)?.progress(answer.done, answer.total);
    });
    const fail = (error: Error): void => {
      if (worker !== own) return;
      worker = null;
      for (const id of [...waiting.keys()]) settle(id)?.reject(error);
    };
    own.on('error', fail);
    own.on('exit', () => fail(new Error('the worker that reads the journal ended')));
    return own;
  };
  return {
    find: (question, progress, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const id = ++lastId;
        const abort = (): void => settle(id)?.reject(signal.reason as Error);
        const ended =
          <T>(end: (value: T) => void) =>
          (value: T): void => {
            signal.removeEventListener('abort', abort);
            end(value);
          };
        worker ??= started();
        waiting.set(id, { resolve: ended(resolve), reject: ended(reject), progress });
        signal.addEventListener('abort', abort);
        worker.ref();
        worker.postMessage({ id, question } satisfies TiedTask);
      }),
    close: async () => {
      const running = worker;
      worker = null;
      for (const id of [...waiting.keys()]) settle(id)?.reject(new Error('the profile was closed'));
      await running?.terminate();
    },
  };
}
