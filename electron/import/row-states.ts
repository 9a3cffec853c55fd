import { mayNegate, noteMayNegate, stateOf, tellsWhyNot, voidOf } from '../../domain/reading/state-words';
import { isPlaceholder } from '../../domain/reading/text';
import type { HeaderColumn } from './column';
import { refusalOf, type PartRefusal, type RowAt } from './refusal-at';
import type { RowReader } from './row-reader';
import type { SheetRows } from './sheet-rows';

/** Why a row of records does not count: a column of states says that it was not done or was taken back, or nobody knows. */
export function notDone(row: RowReader, at: RowAt): PartRefusal | null {
  for (const [field, read] of [
    ['state', stateOf],
    ['void', voidOf],
  ] as const)
    for (const { header, text } of row.all(field)) {
      const state = read(text);
      if (state === 'done') continue;
      const { table } = at.origin.header;
      const code = state === null ? 'unknown-state' : 'row-not-done';
      return refusalOf(at, header, text, code, { table, field, state: state ?? '' });
    }
  return null;
}

interface DoubtfulColumn {
  readonly column: string;
  readonly word: string;
  readonly rows: number;
  /** The first of them. */
  readonly row: number;
  /** Whether what it says is kept in a field of the record. */
  readonly isRead: boolean;
}

/** Different words of one column that are told. */
const MOST_WORDS = 12;

/** Columns nobody reads, and notes, in which some cells say that their row was not done; with such words and their rows. */
export function doubtfulColumns(columns: readonly HeaderColumn[], body: SheetRows): DoubtfulColumn[] {
  return columns.flatMap(({ header, field }, at) => {
    if ((field !== null && field !== 'note') || header === '') return [];
    const negates = field === 'note' ? noteMayNegate : tellsWhyNot(header) ? isFilled : mayNegate;
    const words = new Map<string, { rows: number; row: number }>();
    body.eachDifferent(at, (written, index) => {
      const cell = written.trim();
      if (cell !== '' && !words.has(cell) && negates(cell)) words.set(cell, { rows: 0, row: body.no(index) });
      return words.size < MOST_WORDS;
    });
    if (words.size > 0)
      for (let index = 0; index < body.length; index += 1) {
        const known = words.get(body.cell(index, at).trim());
        if (known !== undefined) known.rows += 1;
      }
    return [...words].map(([word, seen]) => ({ column: header, word, ...seen, isRead: field !== null }));
  });
}

const isFilled = (cell: string): boolean => !isPlaceholder(cell);
