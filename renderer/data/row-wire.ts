import type { QuestionName, RowOf } from '../../domain/fleet/questions';
import { packTable, unpackTable, type PackedTable } from './packed-table';
import { packRows, unpackRows, type PackedRows } from './packed-rows';

/** How the rows of an answer go from the worker to the page: those of the whole fleet are packed, all others as they are. */
export function toWire<K extends QuestionName>(name: K, rows: readonly RowOf<K>[]): unknown {
  if (name === 'rows') return packRows(rows as readonly RowOf<'rows'>[]);
  return name === 'elevators' ? packTable(rows) : rows;
}

/** What `toWire` was given. */
export function fromWire<K extends QuestionName>(name: K, sent: unknown): readonly RowOf<K>[] {
  const rows: unknown =
    name === 'rows' ? unpackRows(sent as PackedRows) : name === 'elevators' ? unpackTable(sent as PackedTable) : sent;
  return rows as readonly RowOf<K>[]; // the worker asks by the same name
}
