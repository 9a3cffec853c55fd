import type { RecordId } from '../../../domain/record/record-id';

/** Where a record stands on the page. */
export function anchorOf(id: RecordId): string {
  return `record-${id}`;
}

/** Brings a record of this page into sight; one that its list does not show yet leads to the list. */
export function showRecord(id: RecordId): void {
  const row = document.getElementById(anchorOf(id));
  const place = row ?? document.querySelector('.history-panel');
  place?.scrollIntoView({ block: 'center' });
  (row?.querySelector('button') ?? document.querySelector<HTMLElement>('.history'))?.focus({ preventScroll: true });
}
