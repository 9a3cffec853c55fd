import type { Choice } from '../../domain/risk/within-budget';
import type { BudgetAnswer, BudgetQuestion } from './budget-protocol';

/** Asks for the best use of a budget in a worker of its own; `signal` ends it. */
export function chooseWithinBudget(question: BudgetQuestion, signal: AbortSignal): Promise<Choice> {
  const worker = new Worker(new URL('../workers/budget-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Choice>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
    worker.onmessage = ({ data }: MessageEvent<BudgetAnswer>) => {
      if (data.ok) resolve(data.choice);
      else reject(new Error(data.message));
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
