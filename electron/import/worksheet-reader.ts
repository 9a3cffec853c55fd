import { GENERAL, shownNumber, unescaped, type CellFormat } from './cell-formats';
import { columnNumber } from './column-letters';
import { PackedCells } from './packed-cells';
import { UnreadableFile } from './sheet';
import { SheetRows } from './sheet-rows';
import type { XmlHandlers } from './xml-stream';
import { notAWorkbook } from './workbook-zip';

/** What the format itself allows (ECMA-376, and the limits of the programs that write it). */
export const MAX_CELL = 32_767;
const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Most cells that all rows may span up to their last filled one. */
const MAX_GRID_CELLS = 30_000_000;
/** Most cells that merging may fill, and most merged ranges. */
const MAX_MERGED = 1_000_000;
/** A number cell as it is shown, with a point for its decimals. */
const DECIMALS = /^-?\d+\.\d+$/;
const PLACE = /^([A-Z]{0,3})([1-9]\d{0,6})$/;

interface Workbook {
  readonly shared: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly from1904: boolean;
}

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Takes the events of a worksheet's XML and keeps its filled rows. Empty cells and rows, however many, cost nothing. */
export class WorksheetReader {
  readonly #book: Workbook;
  readonly #packed = new PackedCells();
  readonly #rows = new SheetRows(this.#packed);
  readonly #merged: Range[] = [];
  #grid = 0;
  #lastRow = 0;
  #hiddenRows = 0;
  #row = 0;
  #column = 0;
  #cells: string[] = [];
  #figures: number[] | undefined;
  #hidden = false;
  #type = 'n';
  #style = -1;
  #value = '';
  #formula: string | null = null;
  #inCell = false;
  #beside = 0;
  #into: 'value' | 'formula' | null = null;

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => this.#open(name, attributes),
    close: (name) => this.#close(name),
    text: (text) => this.#text(text),
  };

  constructor(book: Workbook) {
    this.#book = book;
  }

  result(): { readonly rows: SheetRows; readonly lastRow: number; readonly hiddenRows: number } {
    this.#fillMerged();
    this.#packed.close();
    return { rows: this.#rows, lastRow: this.#lastRow, hiddenRows: this.#hiddenRows };
  }

  #open(name: string, attributes: () => Readonly<Record<string, string>>): void {
    switch (name) {
      case 'c':
        return this.#openCell(attributes());
      case 'v':
        if (this.#inCell) this.#into = 'value';
        return;
      case 't':
        if (this.#inCell && this.#beside === 0) this.#into = 'value';
        return;
      case 'f':
        if (!this.#inCell) return;
        this.#formula = '';
        this.#into = 'formula';
        return;
      case 'rPh':
        this.#beside += 1;
        return;
      case 'row':
        return this.#openRow(attributes());
      case 'mergeCell':
        return this.#merge(attributes()['ref'] ?? '');
    }
  }

  #openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    this.#row = r === undefined ? this.#row + 1 : placeOf(r)[1];
    if (this.#row > MOST_ROWS) throw new UnreadableFile('too-many-rows', { most: MOST_ROWS });
    this.#lastRow = Math.max(this.#lastRow, this.#row);
    this.#column = 0;
    this.#cells = [];
    this.#figures = undefined;
    this.#hidden = hidden === '1' || hidden === 'true';
  }

  /** A cell may leave its place unsaid: it is the one after the last (ECMA-376, 18.3.1.4). */
  #openCell({ r, t = 'n', s }: Readonly<Record<string, string>>): void {
    this.#column = r === undefined ? this.#column + 1 : placeOf(r)[0];
    if (this.#column < 1 || this.#column > MOST_COLUMNS)
      throw new UnreadableFile('file-too-large', { what: 'columns', most: MOST_COLUMNS });
    this.#type = t;
    this.#style = s === undefined ? -1 : Number(s);
    this.#value = '';
    this.#formula = null;
    this.#inCell = true;
  }

  #text(text: string): void {
    if (this.#into === 'value') this.#value += text;
    else if (this.#into === 'formula') this.#formula = `${this.#formula ?? ''}${text}`;
    if (this.#value.length > MAX_CELL * 8) throw tooLong();
  }

  #close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
      case 'f':
        this.#into = null;
        return;
      case 'rPh':
        this.#beside -= 1;
        return;
      case 'c':
        return this.#closeCell();
      case 'row':
        return this.#closeRow();
    }
  }

  #closeCell(): void {
    this.#inCell = false;
    const shown = this.#shown();
    if (shown === '') return;
    if (shown.length > MAX_CELL) throw tooLong();
    const cells = this.#cells;
    const at = this.#column - 1;
    while (cells.length < at) cells.push('');
    cells[at] = shown;
    if (this.#type === 'n' && DECIMALS.test(shown)) (this.#figures ??= []).push(at);
  }

  #shown(): string {
    const value = this.#value;
    if (value === '') return this.#formula === null ? '' : `=${this.#formula}`;
    switch (this.#type) {
      case 's':
        return this.#book.shared[Number(value)] ?? '';
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ');
      case 'str':
      case 'inlineStr':
        return unescaped(value);
      case 'e':
        return value;
      default:
        return shownNumber(value, this.#book.formats[this.#style] ?? GENERAL, this.#book.from1904);
    }
  }

  #closeRow(): void {
    const cells = this.#cells;
    if (!cells.some((cell) => cell !== '' && cell.trim() !== '')) return;
    this.#grid += cells.length;
    if (this.#grid > MAX_GRID_CELLS)
      throw new UnreadableFile('file-too-large', { what: 'grid', rows: this.#row, columns: cells.length });
    if (this.#hidden) this.#hiddenRows += 1;
    this.#packed.add(this.#row, cells, this.#figures);
    this.#cells = [];
  }

  #merge(ref: string): void {
    const [from = '', to = from] = ref.split(':');
    const [left, top] = placeOf(from);
    const [right, bottom] = placeOf(to);
    if (this.#merged.length >= MAX_MERGED) throw new UnreadableFile('file-too-large', { what: 'workbook' });
    this.#merged.push({ top, left, bottom, right });
  }

  /** What stands in the first cell of a merged range counts for its rows and columns, as far as rows are filled. */
  #fillMerged(): void {
    if (this.#merged.length === 0) return;
    const at = new Map<number, number>();
    for (let row = 0; row < this.#rows.length; row += 1) at.set(this.#rows.no(row), row);
    const filled = new FilledRows(this.#rows);
    let count = 0;
    for (const { top, left, bottom, right } of this.#merged) {
      const first = at.get(top);
      const said = first === undefined || left < 1 ? '' : filled.cell(first, left - 1);
      if (first === undefined || said === '') continue;
      const isFigure = filled.isFigure(first, left - 1);
      const last = Math.min(bottom, this.#lastRow);
      for (let no = top; no <= last; no += 1) {
        const row = at.get(no);
        if (++count > MAX_MERGED) throw new UnreadableFile('file-too-large', { what: 'workbook' });
        if (row === undefined) continue;
        const columns = Math.min(right, MOST_COLUMNS);
        if ((count += Math.max(0, columns - left + 1)) > MAX_MERGED)
          throw new UnreadableFile('file-too-large', { what: 'workbook' });
        filled.fill(row, left, columns, said, isFigure);
      }
    }
    for (const [row, { cells, figures }] of filled.changed) this.#packed.replace(row, cells, figures);
  }
}

/** Rows that merged cells reach into. */
class FilledRows {
  readonly changed = new Map<number, { readonly cells: string[]; figures: number[] | undefined }>();
  readonly #rows: SheetRows;

  constructor(rows: SheetRows) {
    this.#rows = rows;
  }

  cell(row: number, column: number): string {
    return this.changed.get(row)?.cells[column] ?? this.#rows.cell(row, column);
  }

  isFigure(row: number, column: number): boolean {
    const changed = this.changed.get(row);
    return changed === undefined ? this.#rows.isFigure(row, column) : changed.figures?.includes(column) === true;
  }

  /** Columns count from 1 here, as in the file. */
  fill(row: number, left: number, right: number, said: string, isFigure: boolean): void {
    let changed = this.changed.get(row);
    if (changed === undefined) {
      const { cells, figures } = this.#rows.at(row)!;
      changed = { cells: [...cells], figures: figures === undefined ? undefined : [...figures] };
      this.changed.set(row, changed);
    }
    const { cells } = changed;
    while (cells.length < right) cells.push('');
    for (let column = left - 1; column < right; column += 1) {
      if (cells[column] !== '') continue;
      cells[column] = said;
      if (isFigure) (changed.figures ??= []).push(column);
    }
  }
}

const tooLong = (): UnreadableFile => new UnreadableFile('file-too-large', { what: 'cell' });

/** Column and row of `B12`; of a bare row number the column is 0. */
function placeOf(text: string): readonly [column: number, row: number] {
  const [, letters, digits] = PLACE.exec(text) ?? [];
  if (digits === undefined) throw notAWorkbook();
  return [columnNumber(letters ?? ''), Number(digits)];
}
