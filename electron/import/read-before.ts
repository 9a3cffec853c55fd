import type { SheetRows } from './sheet-rows';

/** Of a column with more different texts few are read twice. */
const MOST_KNOWN = 30_000;
/** Stands for what was read and is nothing. */
const NOTHING = Symbol('nothing');

export type Way = 'raw' | 'key' | 'range' | 'text' | 'code' | 'names' | 'people' | 'documents' | 'parsed' | 'soft';

/**
 * What the texts of a table were read as, by the way of reading and the field: the cells of a column say the same few
 * things over and over. A field is read in each way by one rule, which looks at nothing but the text.
 */
export class ReadBefore {
  readonly #rows: SheetRows;
  readonly #known = new Map<Way, Map<string, Map<number, unknown>>>();

  constructor(rows: SheetRows) {
    this.#rows = rows;
  }

  /** By the text of a cell: what it was read as, or else what `read` says; `holds` tells whether that holds for other rows too. */
  take<T>(way: Way, field: string, index: number, column: number, read: () => T, holds: () => boolean): T {
    const values = this.#of(way, field);
    const text = this.#rows.text(index, column);
    const known = values.get(text);
    if (known !== undefined) return (known === NOTHING ? undefined : known) as T; // put there by the same way of this field
    const value = read();
    if (values.size < MOST_KNOWN && holds()) values.set(text, value ?? NOTHING);
    return value;
  }

  #of(way: Way, field: string): Map<number, unknown> {
    let fields = this.#known.get(way);
    if (fields === undefined) this.#known.set(way, (fields = new Map<string, Map<number, unknown>>()));
    let values = fields.get(field);
    if (values === undefined) fields.set(field, (values = new Map<number, unknown>()));
    return values;
  }
}
