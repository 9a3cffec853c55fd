import { useCallback, useState } from 'react';
import type { CheckOutcome } from '../../../domain/visit/visit';
import type { ChecklistItem } from '../../../domain/pack/rule-pack';
import { useAfterCommit } from '../../components/use-after-commit';
import {
  answerOf,
  lacksValue,
  leftByRest,
  restInOrder,
  withOutcome,
  type Answers,
  type VisitChecklist,
} from './checklist';

/** The item the keys act on, and the ways to move it; the row's tab stop takes the focus along. */
export function useCurrentItem(
  checklist: VisitChecklist | null,
  answers: Answers,
  changeAnswers: (by: (answers: Answers) => Answers) => void,
) {
  const [wanted, setCurrent] = useState('');
  const items = checklist?.items ?? [];
  const current = items.some(({ id }) => id === wanted) ? wanted : (items[0]?.id ?? '');
  const afterCommit = useAfterCommit();
  const focusItem = useCallback(
    (itemId: string): void => {
      setCurrent(itemId);
      afterCommit(() => focusIn(itemId, '[role="radio"][tabindex="0"]'));
    },
    [afterCommit],
  );
  const move = (from: string, step: number): void => {
    const at = items.findIndex(({ id }) => id === from);
    const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
    if (next !== undefined) focusItem(next.id);
  };
  /** First press of a key when nothing has the focus shows where one is, without leaving it. */
  const step = (by: number): void => {
    const focused = document.activeElement?.closest('[data-item]');
    move(current, focused === null || focused === undefined ? 0 : by);
  };
  /** A choice made with the pointer stays where it was made; an exception asks for its words. */
  const choose = (itemId: string, outcome: CheckOutcome): void => {
    setCurrent(itemId);
    changeAnswers((now) => withOutcome(now, itemId, outcome));
  };
  /** What is found wrong keeps the focus for its words, and a value that is asked for; anything else goes on. */
  const mark = (outcome: CheckOutcome): void => {
    changeAnswers((now) => withOutcome(now, current, outcome));
    const item = items.find(({ id }) => id === current);
    const asks = item !== undefined && lacksValue(item, { ...answerOf(answers, item), outcome, set: 'each' });
    if (outcome === 'defect' || asks) afterCommit(() => focusIn(current, '.detail input'));
    else move(current, 1);
  };
  /** One key for what is in order; it goes to the first of those that must be answered for themselves. */
  const rest = (of: readonly ChecklistItem[]): void => {
    changeAnswers((now) => restInOrder(now, of));
    const first = leftByRest(answers, of)[0];
    if (first !== undefined) focusItem(first.id);
  };
  return { current, setCurrent, focusItem, move, step, mark, choose, rest };
}

function focusIn(itemId: string, selector: string): void {
  const row = document.querySelector(`[data-item="${CSS.escape(itemId)}"]`);
  row?.scrollIntoView({ block: 'nearest' });
  row?.querySelector<HTMLElement>(selector)?.focus();
}
