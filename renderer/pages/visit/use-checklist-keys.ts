import { useCallback, useState } from 'react';
import type { CheckOutcome } from '../../../domain/visit/visit';
import { withAnswer, type Answers, type VisitChecklist } from './checklist';

/** The item the keys act on, and the ways to move it; the row's tab stop takes the focus along. */
export function useCurrentItem(
  checklist: VisitChecklist | null,
  changeAnswers: (by: (answers: Answers) => Answers) => void,
) {
  const [wanted, setCurrent] = useState('');
  const items = checklist?.items ?? [];
  const current = items.some(({ id }) => id === wanted) ? wanted : (items[0]?.id ?? '');
  const focusItem = useCallback((itemId: string): void => {
    setCurrent(itemId);
    requestAnimationFrame(() => {
      const row = document.querySelector(`[data-item="${CSS.escape(itemId)}"]`);
      row?.scrollIntoView({ block: 'nearest' });
      row?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
    });
  }, []);
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
    changeAnswers((answers) => withAnswer(answers, itemId, { outcome }));
  };
  /** What is found wrong keeps the focus for its words; anything else goes on to the next item. */
  const mark = (outcome: CheckOutcome): void => {
    changeAnswers((answers) => withAnswer(answers, current, { outcome }));
    if (outcome === 'defect') focusDetail(current);
    else move(current, 1);
  };
  return { current, setCurrent, focusItem, move, step, mark, choose };
}

/** Once the fields of an exception are there. */
function focusDetail(itemId: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-item="${CSS.escape(itemId)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLElement>('.detail input')?.focus();
  });
}
