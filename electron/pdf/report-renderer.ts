import { Worker } from 'node:worker_threads';
import type { Evidence } from '../../domain/report/evidence';
import type { LabelsEvidence } from '../../domain/report/labels';
import type { Pixels } from './photos/png';
import type { RenderedReport } from './render-report';

/** Lays reports out away from the caller's thread; layout is synchronous and takes tens of milliseconds a report. */
export interface ReportRenderer {
  render(evidence: Evidence | LabelsEvidence, photos: Photos, signal: AbortSignal): Promise<RenderedReport>;
  close(): Promise<void>;
}

/** Photos that a paper shows, by their SHA-256: the file, or the pixels of one that is no longer at hand. */
export type Photos = ReadonlyMap<string, Uint8Array | Pixels>;

export interface RenderTask {
  readonly id: number;
  readonly evidence: Evidence | LabelsEvidence;
  readonly photos: Photos;
}
export type RenderAnswer =
  { readonly id: number; readonly report: RenderedReport } | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (report: RenderedReport) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One worker, started on first use and kept, because opening the fonts takes longer than a report. A worker that ends
 * fails what it was asked and nothing else; the next report starts a new one. An idle worker keeps no process alive.
 */
export function reportRenderer(workerPath: string): ReportRenderer {
  let current: RunningWorker | null = null;
  let nextId = 1;
  return {
    render: async (evidence, photos, signal) => {
      signal.throwIfAborted();
      if (current?.ended !== false) current = startWorker(workerPath);
      return current.ask({ id: nextId++, evidence, photos }, signal);
    },
    close: async () => {
      const running = current;
      current = null;
      await running?.worker.terminate();
    },
  };
}

interface RunningWorker {
  readonly worker: Worker;
  readonly ended: boolean;
  ask(task: RenderTask, signal: AbortSignal): Promise<RenderedReport>;
}

function startWorker(path: string): RunningWorker {
  const worker = new Worker(path);
  const waiting = new Map<number, Waiting>();
  let ended = false;
  const settle = (id: number): Waiting | undefined => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return asked;
  };
  const fail = (error: Error): void => {
    ended = true;
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
  };
  worker.unref();
  worker.on('message', (answer: RenderAnswer) => {
    const asked = settle(answer.id);
    if ('report' in answer) asked?.resolve(answer.report);
    else asked?.reject(new Error(answer.failure));
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the report worker ended')));
  return {
    worker,
    get ended() {
      return ended;
    },
    ask: (task, signal) =>
      new Promise((resolve, reject) => {
        // The page being laid out is finished all the same; nobody will read it.
        const abort = (): void => settle(task.id)?.reject(signal.reason as Error);
        const done =
          <T>(end: (value: T) => void) =>
          (value: T): void => {
            signal.removeEventListener('abort', abort);
            end(value);
          };
        waiting.set(task.id, { resolve: done(resolve), reject: done(reject) });
        signal.addEventListener('abort', abort);
        worker.ref();
        worker.postMessage(task);
      }),
  };
}
