import { GENERAL, shownNumber, unescaped, type CellFormat } from './cell-formats';
import { columnNumber } from './column-letters';
import { UnreadableFile, type SheetRow } from './sheet';
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
  readonly #rows: { no: number; cells: string[]; figures: number[] | undefined }[] = [];
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

  result(): { readonly rows: readonly SheetRow[]; readonly lastRow: number; readonly hiddenRows: number } {
    this.#fillMerged();
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
    this.#rows.push({ no: this.#row, cells, figures: this.#figures });
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
    const at = new Map(this.#rows.map((row) => [row.no, row]));
    let filled = 0;
    for (const { top, left, bottom, right } of this.#merged) {
      const first = at.get(top);
      const said = first?.cells[left - 1] ?? '';
      if (said === '') continue;
      const isFigure = first?.figures?.includes(left - 1) === true;
      const last = Math.min(bottom, this.#lastRow);
      for (let no = top; no <= last; no += 1) {
        const row = at.get(no);
        const cells = row?.cells;
        if (++filled > MAX_MERGED) throw new UnreadableFile('file-too-large', { what: 'workbook' });
        if (row === undefined || cells === undefined) continue;
        for (let column = left; column <= Math.min(right, MOST_COLUMNS); column += 1) {
          if (++filled > MAX_MERGED) throw new UnreadableFile('file-too-large', { what: 'workbook' });
          while (cells.length < column) cells.push('');
          if (cells[column - 1] !== '') continue;
          cells[column - 1] = said;
          if (isFigure) (row.figures ??= []).push(column - 1);
        }
      }
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
