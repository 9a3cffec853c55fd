import type { SheetRows } from './sheet-rows';

/** Of a table with more different texts few are read twice, and a place for each would take more than it saves. */
const MOST_TEXTS = 200_000;

export type Way = 'raw' | 'key' | 'range' | 'text' | 'code' | 'names' | 'people' | 'documents' | 'parsed' | 'soft';

/**
 * What the texts of a table were read as, by the way of reading and the field: the cells of a column say the same few
 * things over and over. A field is read in each way by one rule, which looks at nothing but the text.
 */
export class ReadBefore {
  readonly #rows: SheetRows;
  readonly #known: Readonly<Record<Way, Map<string, unknown[]>>> = {
    raw: new Map(),
    key: new Map(),
    range: new Map(),
    text: new Map(),
    code: new Map(),
    names: new Map(),
    people: new Map(),
    documents: new Map(),
    parsed: new Map(),
    soft: new Map(),
  };

  private constructor(rows: SheetRows) {
    this.#rows = rows;
  }

  /** Null where it would not pay. */
  static of(rows: SheetRows): ReadBefore | null {
    return rows.texts > MOST_TEXTS ? null : new ReadBefore(rows);
  }

  /** By the number of the text: what it was read as; absent where it was not, or where what came of it was for its row only. */
  of(way: Way, field: string): unknown[] {
    const known = this.#known[way];
    let values = known.get(field);
    if (values === undefined) known.set(field, (values = new Array<unknown>(this.#rows.texts)));
    return values;
  }

  /** The number of the text in a cell. */
  text(index: number, column: number): number {
    return this.#rows.text(index, column);
  }
}
