import type { Candidate, Choice } from '../../domain/risk/within-budget';

/** To and from the budget worker: one question at a time; giving up ends the worker. */
export interface BudgetQuestion {
  readonly budget: number;
  readonly candidates: readonly Candidate[];
}
export type BudgetAnswer =
  { readonly ok: true; readonly choice: Choice } | { readonly ok: false; readonly message: string };
