import { useCallback, useMemo, useRef, useState } from 'react';
import type { Choice } from '../../../domain/risk/within-budget';
import { chooseWithinBudget } from '../../data/budget-client';
import type { StockRow } from '../../../domain/fleet/stock-rows';
import { parseYuan } from '../../i18n/money';
import { budgetCandidates, type TypedCosts } from './stock-costs';

interface Chosen {
  /** What it was chosen from: another list, cost or budget makes it stale. */
  readonly from: string;
  readonly choice: Choice;
}

/** The best use of a budget over the rows shown. */
export function useBudget(rows: readonly StockRow[], costs: TypedCosts) {
  const [typed, setTyped] = useState('');
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const stop = useRef<AbortController | null>(null);
  const { candidates, unpriced } = useMemo(() => budgetCandidates(rows, costs), [rows, costs]);
  const amount = typed.trim() === '' ? null : parseYuan(typed);
  const budget = amount === null ? null : Math.floor(amount);
  const from = useMemo(() => JSON.stringify([budget, candidates]), [budget, candidates]);
  const valid = chosen !== null && chosen.from === from ? chosen.choice : null;
  const run = useCallback(() => {
    if (budget === null) return;
    stop.current?.abort();
    const controller = (stop.current = new AbortController());
    setRunning(true);
    setFailure(null);
    chooseWithinBudget({ budget, candidates }, controller.signal)
      .then((choice) => setChosen({ from, choice }))
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setFailure(error);
      })
      .finally(() => setRunning(false));
  }, [budget, candidates, from]);
  return {
    typed,
    setTyped,
    budget,
    wrong: typed.trim() !== '' && amount === null,
    running,
    failure,
    run,
    cancel: (): void => stop.current?.abort(),
    candidates,
    unpriced,
    choice: valid,
    stale: chosen !== null && valid === null,
    chosen: useMemo(() => (valid === null ? null : new Set(valid.chosen)), [valid]),
  };
}
