import { UnreadableFile } from './sheet';

/** Where the data of a worksheet end. Rows and columns count from 1; 0 = none. */
export interface SheetBounds {
  /** Last row the sheet mentions, empty or not. */
  readonly lastRow: number;
  readonly lastDataRow: number;
  readonly lastDataColumn: number;
}

const MOST_ROWS = 1_048_576; // of the format itself
const MOST_COLUMNS = 16_384;
/** A tag longer than this is nobody's spreadsheet. */
const LONGEST_TAG = 64 * 1024;

const TAG = /<(\/?)(?:[\w.-]+:)?(row|c)(?=[\s/>])([^<>]*)>/g;
const ATTRIBUTES = /^(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*\/?$/;
const PLACE = /[\s:]r\s*=\s*["']([^"']*)["']/g;

/**
 * Lets the XML of a worksheet through without its empty cells and rows, piece by piece, and measures what is left.
 *
 * Why before the workbook reader: it keeps every row up to the last and fills every row to the widest. Formatting down
 * to row 1 048 576, or one stray cell in a far corner (or `<row r="999999999">`), would fill the memory. Text is handed
 * over one character a byte (latin1), so a character may be split between two pieces.
 */
export class SheetSieve {
  #held = '';
  #row: string | null = null;
  #cell: string | null = null;
  #lastRow = 0;
  #lastDataRow = 0;
  #lastDataColumn = 0;
  #place: readonly [row: number, column: number] = [0, 0];

  bounds(): SheetBounds {
    return { lastRow: this.#lastRow, lastDataRow: this.#lastDataRow, lastDataColumn: this.#lastDataColumn };
  }

  /** What of the piece may go on; throws UnreadableFile on a tag that no spreadsheet program writes. */
  write(piece: string): string {
    const text = this.#held + piece;
    const open = text.lastIndexOf('<');
    const cut = open >= 0 && !text.includes('>', open) ? open : text.length;
    this.#held = text.slice(cut);
    if (this.#held.length > LONGEST_TAG) throw new UnreadableFile('file-unreadable', { what: 'xlsx' });
    return this.#sift(text.slice(0, cut));
  }

  /** The rest, when there is no more. */
  end(): string {
    return this.#flush() + this.#held;
  }

  #sift(text: string): string {
    let out = '';
    let from = 0;
    for (const match of text.matchAll(TAG)) {
      const between = text.slice(from, match.index);
      from = match.index + match[0].length;
      out += this.#between(between);
      out += this.#tag(match[0], match[1] === '/', match[2] === 'row', match[3]!);
    }
    return out + this.#between(text.slice(from));
  }

  /** White space where nothing stands yet is indentation. */
  #between(text: string): string {
    const nothingYet = this.#row !== null || this.#cell !== null;
    if (text === '' || (nothingYet && text.trim() === '')) return '';
    return this.#flush() + text;
  }

  #tag(tag: string, closes: boolean, isRow: boolean, attributes: string): string {
    if (closes) return isRow ? this.#closeRow(tag) : this.#closeCell(tag);
    if (!ATTRIBUTES.test(attributes)) throw new UnreadableFile('file-unreadable', { what: 'xlsx' });
    const place = placeOf(attributes, isRow);
    const [row, column] = this.#place;
    this.#place = place ?? (isRow ? [row + 1, 0] : [row, column + 1]);
    const placed = place === null ? withPlace(tag, this.#place) : tag;
    this.#lastRow = Math.max(this.#lastRow, this.#place[0]);
    const empty = attributes.endsWith('/');
    if (isRow) {
      const out = this.#flush();
      this.#row = empty ? null : placed;
      return out;
    }
    if (!empty) this.#cell = placed;
    return '';
  }

  #closeCell(tag: string): string {
    if (this.#cell === null) return tag;
    this.#cell = null;
    return '';
  }

  #closeRow(tag: string): string {
    if (this.#row === null) return tag;
    this.#row = null;
    return '';
  }

  /** Opening tags held back until it is known that something stands in them. */
  #flush(): string {
    const out = (this.#row ?? '') + (this.#cell ?? '');
    if (this.#cell !== null) {
      this.#lastDataRow = Math.max(this.#lastDataRow, this.#place[0]);
      this.#lastDataColumn = Math.max(this.#lastDataColumn, this.#place[1]);
    }
    this.#row = null;
    this.#cell = null;
    return out;
  }
}

/** A row or cell may leave its place unsaid: it is the one after the last (ECMA-376, 18.3.1.4); the reader needs it said. */
function withPlace(tag: string, [row, column]: readonly [number, number]): string {
  return tag.replace(/^<[\w.:-]+/, (name) => `${name} r="${columnLetters(column)}${row}"`);
}

function placeOf(attributes: string, isRow: boolean): readonly [number, number] | null {
  const places = [...attributes.matchAll(PLACE)];
  if (places.length === 0) return null;
  const [, letters, digits] = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(places[0]![1]!) ?? [];
  const row = Number(digits ?? 0);
  const column = columnNumber(letters ?? '');
  const sound =
    places.length === 1 && row >= 1 && row <= MOST_ROWS && column <= MOST_COLUMNS && isRow === (column === 0);
  if (!sound) throw new UnreadableFile('file-unreadable', { what: 'xlsx' });
  return [row, column];
}

/** `A` = 1, `AA` = 27, '' = 0. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** 1 = `A`, 27 = `AA`. */
export function columnLetters(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
