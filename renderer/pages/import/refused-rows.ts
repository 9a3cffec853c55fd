import type { Refusal } from '../../../domain/record/refusal';

/** The reasons of one row stand together; a file's own refusal is a row of its own. In the order of the file. */
export function refusedRows(refusals: readonly Refusal[]): (readonly [Refusal, ...Refusal[]])[] {
  const rows = new Map<string, [Refusal, ...Refusal[]]>();
  for (const refusal of refusals) {
    const key = JSON.stringify([refusal.file, refusal.sheet, refusal.row]);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [refusal]);
    else row.push(refusal);
  }
  return [...rows.values()];
}
