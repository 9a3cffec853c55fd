import { withinBudget } from '../../domain/risk/within-budget';
import type { BudgetAnswer, BudgetQuestion } from '../data/budget-protocol';

// A worker of its own: an exact optimum over a large stock can take long, and whoever gives up ends it.

self.onmessage = ({ data: { budget, candidates } }: MessageEvent<BudgetQuestion>) => {
  let answer: BudgetAnswer;
  try {
    answer = { ok: true, choice: withinBudget(budget, candidates) };
  } catch (error) {
    answer = { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
};
