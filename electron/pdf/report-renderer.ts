import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PaperEvidence } from '../../domain/report/paper-evidence';
import type { RenderedReport } from './render-report';
import type { Photos } from './surface';

/** Lays reports out away from the caller's thread; layout is synchronous and takes tens of milliseconds a report. */
export interface ReportRenderer {
  /** How many reports are laid out at the same time. */
  readonly lanes: number;
  render(evidence: PaperEvidence, photos: Photos, signal: AbortSignal): Promise<RenderedReport>;
  close(): Promise<void>;
}

export interface RenderTask {
  readonly id: number;
  readonly evidence: PaperEvidence;
  readonly photos: Photos;
}
export type RenderAnswer =
  { readonly id: number; readonly report: RenderedReport } | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (report: RenderedReport) => void;
  readonly reject: (error: Error) => void;
}

/** Workers besides the first are ended when they have had nothing to do for so long: each holds the fonts. */
const SPARE_MS = 30_000;

/**
 * As many workers as the machine has cores, each started when all before it are busy, and kept, because opening the fonts
 * takes longer than a report. A worker that ends fails what it was asked and nothing else; the next report starts a new
 * one. An idle worker keeps no process alive.
 */
export function reportRenderer(workerPath: string, lanes = availableParallelism()): ReportRenderer {
  let workers: RunningWorker[] = [];
  let nextId = 1;
  let spare: NodeJS.Timeout | undefined;
  const freest = (): RunningWorker => {
    workers = workers.filter(({ ended }) => !ended);
    const free = workers.reduce<RunningWorker | null>(
      (best, one) => (best === null || one.asked < best.asked ? one : best),
      null,
    );
    if (free !== null && (free.asked === 0 || workers.length >= lanes)) return free;
    const started = startWorker(workerPath);
    workers.push(started);
    return started;
  };
  const endSpare = (): void => {
    const idle = workers.slice(1).filter(({ asked }) => asked === 0);
    workers = workers.filter((one) => !idle.includes(one));
    for (const { worker } of idle) void worker.terminate();
  };
  return {
    lanes,
    render: async (evidence, photos, signal) => {
      signal.throwIfAborted();
      clearTimeout(spare);
      try {
        return await freest().ask({ id: nextId++, evidence, photos }, signal);
      } finally {
        clearTimeout(spare);
        spare = setTimeout(endSpare, SPARE_MS).unref();
      }
    },
    close: async () => {
      clearTimeout(spare);
      const running = workers;
      workers = [];
      await Promise.all(running.map(({ worker }) => worker.terminate()));
    },
  };
}

interface RunningWorker {
  readonly worker: Worker;
  readonly ended: boolean;
  /** Reports that it lays out or has waiting. */
  readonly asked: number;
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
    get asked() {
      return waiting.size;
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
