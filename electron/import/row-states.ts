import { mayNegate, stateOf } from '../../domain/reading/state-words';
import type { HeaderColumn } from './column';
import { refusalOf, type PartRefusal, type RowAt } from './refusal-at';
import type { RowReader } from './row-reader';
import type { SheetRow } from './sheet';

/** Why a row of records does not count: a column of states says that it was not done or was taken back, or nobody knows. */
export function notDone(row: RowReader, at: RowAt): PartRefusal | null {
  for (const { header, text } of row.all('state')) {
    const state = stateOf(text);
    if (state === 'done') continue;
    const { table } = at.origin.header;
    const code = state === null ? 'unknown-state' : 'row-not-done';
    return refusalOf(at, header, text, code, { table, field: 'state', state: state ?? '' });
  }
  return null;
}

const MOST_WORDS = 12;

/** Columns nobody reads in which some cells say that their row was not done; with the first such word and its rows. */
export function doubtfulColumns(
  columns: readonly HeaderColumn[],
  body: readonly SheetRow[],
): { readonly column: string; readonly word: string; readonly rows: number; readonly row: number }[] {
  return columns.flatMap(({ header, field }, at) => {
    if (field !== null || header === '') return [];
    const words = new Map<string, { rows: number; row: number }>();
    for (const { no, cells } of body) {
      const cell = (cells[at] ?? '').trim();
      if (cell === '') continue;
      const known = words.get(cell);
      if (known !== undefined) known.rows += 1;
      else if (words.size >= MOST_WORDS) return [];
      else words.set(cell, { rows: 1, row: no });
    }
    return [...words].filter(([word]) => mayNegate(word)).map(([word, seen]) => ({ column: header, word, ...seen }));
  });
}
