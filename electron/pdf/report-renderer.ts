import { Worker } from 'node:worker_threads';
import type { Evidence } from '../../domain/report/evidence';
import type { RenderedReport } from './render-report';

/** Lays reports out away from the caller's thread; layout is synchronous and takes tens of milliseconds a page. */
export interface ReportRenderer {
  render(evidence: Evidence, signal: AbortSignal): Promise<RenderedReport>;
  close(): Promise<void>;
}

export interface RenderTask {
  readonly id: number;
  readonly evidence: Evidence;
}
export type RenderAnswer =
  { readonly id: number; readonly report: RenderedReport } | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (report: RenderedReport) => void;
  readonly reject: (error: Error) => void;
}

/** One worker, started on first use and kept, because opening the fonts takes longer than a report. */
export function reportRenderer(workerPath: string): ReportRenderer {
  let worker: Worker | null = null;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();
  const fail = (error: Error): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const started = (): Worker => {
    if (worker !== null) return worker;
    worker = new Worker(workerPath);
    worker.unref();
    worker.on('message', (answer: RenderAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('report' in answer) asked?.resolve(answer.report);
      else asked?.reject(new Error(answer.failure));
    });
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('the report worker ended')));
    return worker;
  };
  return {
    render: (evidence, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        signal.addEventListener('abort', () => {
          if (waiting.delete(id)) reject(signal.reason as Error); // the page may be finished; nobody will read it
        });
        const task: RenderTask = { id, evidence };
        const running = started();
        running.ref();
        running.postMessage(task);
      }),
    close: async () => {
      const running = worker;
      worker = null;
      await running?.terminate();
    },
  };
}
