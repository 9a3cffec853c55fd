import { isUnwritable } from '../../domain/reading/text';
import { isDitto } from './dittos';

/** What a text is that rows are looked through for; most have none of it. */
export const TRAITS = { blank: 1, unwritable: 2, breaks: 4, ditto: 8 } as const;

function traitsOf(text: string): number {
  return (
    (text.trim() === '' ? TRAITS.blank : 0) |
    (isUnwritable(text) ? TRAITS.unwritable : 0) |
    (text.includes('\n') ? TRAITS.breaks : 0) |
    (isDitto(text) ? TRAITS.ditto : 0)
  );
}

/** Cells of one array; those of a row lie in one, and are at most a quarter of it. */
const STRETCH = 1 << 16;
/** Longer texts are seldom the same; of so many different ones the next are seldom those before. */
const LONGEST_SHARED = 128;
const MOST_SHARED = 1_000_000;
/** Shorter parts of a text are copied by the engine itself. */
const LEAST_SLICE = 13;
const FIGURE = 0x8000_0000;
const TEXT = 0x7fff_ffff;

/**
 * The cells of a sheet: each different text once, and four bytes a cell that say which. Rows and texts are counted from 0;
 * text 0 is the empty one.
 */
export class PackedCells {
  readonly #texts: string[] = [''];
  #traits = new Uint8Array(256).fill(TRAITS.blank, 0, 1);
  #known: Map<string, number> | null = new Map([['', 0]]);
  readonly #stretches: Uint32Array[] = [];
  #end = 0;
  #numbers = new Uint32Array(16);
  #starts = new Uint32Array(16);
  #widths = new Uint16Array(16);
  #rows = 0;
  #seen = new Uint32Array(0);
  #looks = 0;

  get rows(): number {
    return this.#rows;
  }

  text(number: number): string {
    return this.#texts[number]!;
  }

  traits(number: number): number {
    return this.#traits[number]!;
  }

  /** Number of a row as a spreadsheet counts. */
  no(row: number): number {
    return this.#numbers[row]!;
  }

  width(row: number): number {
    return this.#widths[row]!;
  }

  /** The text of a cell; that of one behind the last of its row is the empty one. */
  at(row: number, column: number): number {
    return column >= this.#widths[row]! ? 0 : this.#cell(row, column) & TEXT;
  }

  isFigure(row: number, column: number): boolean {
    return column < this.#widths[row]! && this.#cell(row, column) >= FIGURE;
  }

  add(no: number, cells: readonly string[], figures: readonly number[] | undefined): void {
    if (this.#rows === this.#numbers.length) this.#grow();
    this.#numbers[this.#rows] = no;
    this.#rows += 1;
    this.replace(this.#rows - 1, cells, figures);
  }

  /** Gives a row other cells; those that it had are left behind. */
  replace(row: number, cells: readonly string[], figures: readonly number[] = []): void {
    let from = this.#end % STRETCH;
    if (this.#end === this.#stretches.length * STRETCH || from + cells.length > STRETCH) {
      this.#end = this.#stretches.length * STRETCH;
      this.#stretches.push(new Uint32Array(STRETCH));
      from = 0;
    }
    const stretch = this.#stretches.at(-1)!;
    for (let at = 0; at < cells.length; at += 1) stretch[from + at] = this.#numberOf(cells[at]!);
    for (const at of figures) stretch[from + at]! |= FIGURE;
    this.#starts[row] = this.#end;
    this.#widths[row] = cells.length;
    this.#end += cells.length;
  }

  /** Lets go of what only the adding of rows needs. */
  close(): void {
    this.#known = null;
  }

  /** The first row with each different text of a column, from a row on, while `visit` says so. */
  eachDifferent(column: number, from: number, visit: (text: number, row: number) => boolean): void {
    if (this.#seen.length < this.#texts.length) this.#seen = new Uint32Array(this.#texts.length);
    const [seen, look] = [this.#seen, (this.#looks += 1)];
    for (let row = from; row < this.#rows; row += 1) {
      const text = this.at(row, column);
      if (seen[text] === look) continue;
      seen[text] = look;
      if (!visit(text, row)) return;
    }
  }

  #cell(row: number, column: number): number {
    const start = this.#starts[row]!;
    return this.#stretches[Math.floor(start / STRETCH)]![(start % STRETCH) + column]!;
  }

  #numberOf(text: string): number {
    if (text === '') return 0;
    const known = (this.#known ??= new Map<string, number>());
    const isShared = text.length <= LONGEST_SHARED;
    const before = isShared ? known.get(text) : undefined;
    if (before !== undefined) return before;
    const own = text.length < LEAST_SLICE ? text : ownText(text);
    const number = this.#texts.push(own) - 1;
    if (number === this.#traits.length) {
      const traits = new Uint8Array(number * 2);
      traits.set(this.#traits);
      this.#traits = traits;
    }
    this.#traits[number] = traitsOf(own);
    if (isShared && known.size < MOST_SHARED) known.set(own, number);
    return number;
  }

  #grow(): void {
    const size = this.#rows * 2;
    const [numbers, starts, widths] = [new Uint32Array(size), new Uint32Array(size), new Uint16Array(size)];
    numbers.set(this.#numbers);
    starts.set(this.#starts);
    widths.set(this.#widths);
    [this.#numbers, this.#starts, this.#widths] = [numbers, starts, widths];
  }
}

/** A part of a file's text holds on to the whole of it; a copy does not. */
function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
