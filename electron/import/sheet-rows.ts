import { PackedCells, TRAITS } from './packed-cells';

/**
 * One row as the file has it. `no` counts from 1 as a spreadsheet program shows it: a text file's records and not its
 * lines, so that a note with a line break does not shift the rows behind it.
 */
export interface SheetRow {
  readonly no: number;
  readonly cells: readonly string[];
  /** Cells, by index, that are numbers with decimals: the point in them is one whatever the country writes. */
  readonly figures?: readonly number[] | undefined;
}

const NONE: ReadonlySet<number> = new Set();

/** Rows of a sheet in order; each is made when it is asked for, so that a large table takes little. */
export class SheetRows implements Iterable<SheetRow> {
  readonly #cells: PackedCells;
  readonly #from: number;
  readonly #emptied: ReadonlySet<number>;

  constructor(cells: PackedCells, from = 0, emptied = NONE) {
    this.#cells = cells;
    this.#from = from;
    this.#emptied = emptied;
  }

  get length(): number {
    return Math.max(0, this.#cells.rows - this.#from);
  }

  *[Symbol.iterator](): Generator<SheetRow> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index)!;
  }

  at(index: number): SheetRow | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const figures = this.figures(index);
    const row = { no: this.no(index), cells: this.cells(index) };
    return figures === undefined ? row : { ...row, figures };
  }

  /** The first rows. */
  head(count: number): SheetRow[] {
    return Array.from({ length: Math.min(count, this.length) }, (_, index) => this.at(index)!);
  }

  /** The rows from one on. */
  below(index: number): SheetRows {
    return new SheetRows(this.#cells, this.#from + index, this.#emptied);
  }

  /** The same rows with nothing in some columns. */
  without(columns: Iterable<number>): SheetRows {
    return new SheetRows(this.#cells, this.#from, new Set([...this.#emptied, ...columns]));
  }

  /** Which of the different texts of the sheet a cell is. */
  text(index: number, column: number): number {
    return this.#emptied.has(column) ? 0 : this.#cells.at(index + this.#from, column);
  }

  /** The text of one cell. */
  cell(index: number, column: number): string {
    return this.#cells.text(this.text(index, column));
  }

  width(index: number): number {
    return this.#cells.width(index + this.#from);
  }

  no(index: number): number {
    return this.#cells.no(index + this.#from);
  }

  cells(index: number): readonly string[] {
    const row = index + this.#from;
    const cells = new Array<string>(this.#cells.width(row));
    for (let at = 0; at < cells.length; at += 1) cells[at] = this.#cells.text(this.#cells.at(row, at));
    for (const at of this.#emptied) if (at < cells.length) cells[at] = '';
    return cells;
  }

  /** As in `SheetRow`. */
  figures(index: number): readonly number[] | undefined {
    const row = index + this.#from;
    let figures: number[] | undefined;
    for (let at = 0; at < this.#cells.width(row); at += 1) if (this.#cells.isFigure(row, at)) (figures ??= []).push(at);
    return figures;
  }

  /** What some cell of a row is, of `TRAITS`. */
  traits(index: number): number {
    const row = index + this.#from;
    let traits = 0;
    for (let at = 0; at < this.#cells.width(row); at += 1)
      if (!this.#emptied.has(at)) traits |= this.#cells.traits(this.#cells.at(row, at));
    return traits;
  }

  /** Rows in which a column is filled. */
  filledIn(column: number): number {
    if (this.#emptied.has(column)) return 0;
    let filled = 0;
    for (let row = this.#from; row < this.#cells.rows; row += 1)
      if ((this.#cells.traits(this.#cells.at(row, column)) & TRAITS.blank) === 0) filled += 1;
    return filled;
  }

  /** Each different text of a column with the index of the first row that has it, while `visit` says so. */
  eachDifferent(column: number, visit: (text: string, index: number) => boolean): void {
    if (this.#emptied.has(column)) return;
    this.#cells.eachDifferent(column, this.#from, (text, row) => visit(this.#cells.text(text), row - this.#from));
  }

  isFigure(index: number, column: number): boolean {
    return this.#cells.isFigure(index + this.#from, column);
  }
}
