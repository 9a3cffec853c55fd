import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Period } from '../../../domain/calendar/period';
import type { UnconfirmedVisit } from '../../../domain/fleet/unconfirmed';
import {
  CONFIRMATION_STATES,
  isConfirmed,
  type ConfirmationCounts,
  type ConfirmationState,
} from '../../../domain/record/confirmation-of';

export const SPANS = ['30', '90', '365'] as const;
export type Span = (typeof SPANS)[number];

/** The states in which something is still to be said. */
export const OPEN_STATES = CONFIRMATION_STATES.filter((state) => !isConfirmed(state));

/** So many days that end on a day, which is one of them. */
export function periodOf(span: Span, asOf: CivilDate): Period {
  return { from: toCivilDate(toEpochDay(asOf) - Number(span) + 1), to: asOf };
}

export function sumOf(counts: ConfirmationCounts): number {
  return OPEN_STATES.reduce((sum, state) => sum + counts[state], 0);
}

/** Those chosen that are still listed, else the one the keys stand on. */
export function chosenOf(
  rows: readonly UnconfirmedVisit[],
  selected: ReadonlySet<string>,
  current: number,
): readonly UnconfirmedVisit[] {
  const chosen = rows.filter(({ visit }) => selected.has(visit.id));
  if (chosen.length > 0) return chosen;
  const row = rows[current];
  return row === undefined ? [] : [row];
}

/** A state that a filter was set to, or null = all of them. */
export function stateIn(value: string): ConfirmationState | null {
  return OPEN_STATES.find((state) => state === value) ?? null;
}
