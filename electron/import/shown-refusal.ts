import type { Refusal } from '../../domain/record/refusal';

/** Signs of a cell that a person is shown with a reason; the rows themselves come back whole. */
const LONGEST_SHOWN = 500;

/** A refusal as it is shown: a long cell that a million rows share must not be copied a million times. */
export function shownRefusal(refusal: Refusal): Refusal {
  const { value, cells } = refusal;
  if (value.length <= LONGEST_SHOWN && cells.every(({ length }) => length <= LONGEST_SHOWN)) return refusal;
  return { ...refusal, value: shortened(value), cells: cells.map(shortened) };
}

function shortened(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text;
  // half of a character has no form of its own
  return `${text.slice(0, LONGEST_SHOWN).replace(/[\ud800-\udbff]$/, '')}…`;
}
