import { useState } from 'react';
import type { RecordId } from '../../../domain/record/record-id';
import type { HazardCard } from '../../../domain/fleet/hazard-card';
import { COLUMNS, type Column } from '../../../domain/fleet/board-order';
import { columnBeside } from '../../features/hazard/board';

type Columns = Readonly<Record<Column, readonly HazardCard[]>>;

/** Where on the board the keys are. */
export interface BoardPlace {
  readonly column: Column;
  readonly index: number;
  readonly card: HazardCard | null;
  /** Counts the moves that keys have made. */
  readonly moved: number;
  readonly step: (by: 1 | -1) => void;
  readonly side: (by: 1 | -1) => void;
  readonly goTo: (column: Column, index: number) => void;
}

/**
 * The card the keys act on. It is held by its record, so that it stays when the cards are renewed; a card that has left
 * the board gives way to the one at its place. The first key shows where one is without leaving it.
 */
export function useBoardPlace(columns: Columns): BoardPlace {
  const [at, setAt] = useState<{ column: Column; index: number; id: RecordId | null }>({
    column: 'found',
    index: 0,
    id: null,
  });
  const [moved, setMoved] = useState(0);
  const { column, index } = resolved(columns, at);
  const card = columns[column][index] ?? null;
  const goTo = (next: Column, to: number): void =>
    setAt({ column: next, index: to, id: columns[next][to]?.id ?? null });
  const isHere = (): boolean => document.activeElement?.closest('[data-hazard]') !== null;
  const move = (next: Column, to: number): void => {
    const wanted = isHere() ? ([next, to] as const) : ([column, index] as const);
    const cards = columns[wanted[0]];
    goTo(wanted[0], Math.min(Math.max(wanted[1], 0), cards.length - 1));
    setMoved((before) => before + 1);
  };
  return {
    column,
    index,
    card,
    moved,
    goTo,
    step: (by) => move(column, index + by),
    side: (by) => {
      const next = columnBeside(columns, column, by);
      move(next, next === column ? index : Math.min(index, columns[next].length - 1));
    },
  };
}

function resolved(
  columns: Columns,
  { column, index, id }: { column: Column; index: number; id: RecordId | null },
): { column: Column; index: number } {
  if (id !== null && columns[column][index]?.id === id) return { column, index };
  for (const one of COLUMNS) {
    const found = id === null ? -1 : columns[one].findIndex((card) => card.id === id);
    if (found >= 0) return { column: one, index: found };
  }
  if (columns[column].length > 0) return { column, index: Math.min(index, columns[column].length - 1) };
  const first = COLUMNS.find((one) => columns[one].length > 0) ?? 'found';
  return { column: first, index: 0 };
}
