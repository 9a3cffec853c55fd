import type { RoundVisit } from './use-round-form';

const rowOf = (registrationNo: string): Element | null =>
  document.querySelector(`[data-row="${CSS.escape(registrationNo)}"]`);

/** The row's own stop: from it every key of the page acts. */
export function focusRow(registrationNo: string): void {
  const handle = rowOf(registrationNo)?.querySelector<HTMLElement>('[data-handle]');
  handle?.focus();
  handle?.scrollIntoView({ block: 'nearest' });
}

/** The first field of the row that asks for a value; its own stop where none does. */
export function focusCell(registrationNo: string, cell = 'value'): void {
  const row = rowOf(registrationNo);
  const field = row?.querySelector<HTMLInputElement>(`input[data-cell="${cell}"]`);
  if (field === null || field === undefined) return focusRow(registrationNo);
  field.focus();
  field.select();
  field.scrollIntoView({ block: 'nearest' });
}

/** The visit after this one, else the one before; null where it is alone. */
export function nextNumber(visits: readonly RoundVisit[], registrationNo: string): string | null {
  const at = visits.findIndex(({ row }) => row.registrationNo === registrationNo);
  return (visits[at + 1] ?? visits[at - 1])?.row.registrationNo ?? null;
}
