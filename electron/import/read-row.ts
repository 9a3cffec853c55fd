import type { Origin, RowAt } from './refusal-at';
import type { SheetRow } from './sheet-rows';

/** One row that could be read, with the place it came from; its cells are made anew when somebody asks for them. */
export class ReadRow<out T> implements RowAt {
  readonly origin: Origin;
  /** Place among the rows below the header. */
  readonly #index: number;
  /** The row as it was read, where that is not what the file has: with what its dittos stand for. */
  readonly #own: SheetRow | null;
  readonly value: T;
  /** Codes by which the row names its elevator, where it has no number of its own. */
  readonly codes: readonly string[] | null;

  constructor(origin: Origin, index: number, own: SheetRow | null, value: T, codes: readonly string[] | null) {
    this.origin = origin;
    this.#index = index;
    this.#own = own;
    this.value = value;
    this.codes = codes;
  }

  /** The same row read as something else; it needs its codes no more. */
  as<V>(value: V): ReadRow<V> {
    return new ReadRow(this.origin, this.#index, this.#own, value, null);
  }

  get row(): number {
    return this.origin.rows.no(this.#index);
  }

  get cells(): readonly string[] {
    return this.#own?.cells ?? this.origin.rows.cells(this.#index);
  }

  get figures(): readonly number[] | undefined {
    return this.#own === null ? this.origin.rows.figures(this.#index) : this.#own.figures;
  }
}
