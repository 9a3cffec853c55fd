import { normalKey } from '../../domain/elevator/registration-no';
import type { RefusalCode, Refusal } from '../../domain/record/refusal';
import { MAX_NAME, MAX_NOTE, MAX_TEXT } from '../../domain/record/schemas';
import { isWritableText, withVisibleSigns } from '../../domain/record/writable-text';
import { cleanText, isUnwritable, parseList, parseNames, plain, type Parsed } from './cells';
import { refusalAt, refusalOf, writtenIn, type PartRefusal, type RowAt } from './refusal-at';
import { columnLetters } from './sheet-sieve';

const MOST_LISTED = 20;
/** Fields whose value tells one thing from another. */
const IDENTIFIES: readonly string[] = [
  'registration_no',
  'device_code',
  'rescue_code',
  'serial_no',
  'report_no',
  'successor_no',
];
/** What a spreadsheet shows of a code it took for a number: the last digits are gone. */
const DIGITS_LOST = /^\d(\.\d+)?E\+\d+$/i;

/** Reads the cells of one row by field, collecting every reason for which it cannot be taken. */
export class RowReader {
  readonly refusals: PartRefusal[] = [];
  readonly #at: RowAt;

  constructor(at: RowAt) {
    this.#at = at;
    for (const [index, cell] of at.cells.entries()) if (isUnwritable(cell)) this.#refuseSigns(index, cell);
  }

  /** Text of a field as written, trimmed; '' when the column or the cell is missing. */
  raw(field: string): string {
    return writtenIn(this.#at, field).trim();
  }

  /** Whether the table has a column of a field. */
  has(field: string): boolean {
    return this.#at.origin.header.indexOf.has(field);
  }

  /** The header of a field as the file has it. */
  headerOf(field: string): string {
    const { columns, indexOf } = this.#at.origin.header;
    return columns[indexOf.get(field) ?? -1]?.header ?? field;
  }

  /** One fault of one cell is told once, however many fields are read from it. */
  refuse(field: string, code: RefusalCode, params: Refusal['params'] = {}): undefined {
    const fault = refusalAt(this.#at, field, code, params);
    const { column } = fault.refusal;
    if (!this.refusals.some(({ refusal }) => refusal.column === column && refusal.code === code))
      this.refusals.push(fault);
    return undefined;
  }

  text(field: string, most = MAX_TEXT): string | undefined {
    const value = cleanText(this.raw(field));
    if (value.length > most) return this.refuse(field, 'too-long', { most });
    return value === '' ? undefined : value;
  }

  requiredText(field: string, most = MAX_TEXT): string | undefined {
    return this.raw(field) === '' ? this.refuse(field, 'missing-value') : this.text(field, most);
  }

  /** People named in one cell; none where it is empty. */
  names(field: string): string[] {
    return this.#listed(field, parseNames(this.raw(field)), 'names', MAX_NAME);
  }

  requiredNames(field: string): string[] {
    const names = this.names(field);
    if (names.length === 0) this.refuse(field, 'missing-value');
    return names;
  }

  /** Numbers of documents in one cell, with slashes and commas of their own. */
  documents(field: string): string[] {
    return this.#listed(field, parseList(this.raw(field)), 'items', MAX_TEXT);
  }

  #listed(field: string, items: string[], what: 'names' | 'items', longest: number): string[] {
    if (items.length > MOST_LISTED) this.refuse(field, 'too-long', { most: MOST_LISTED, what });
    else if (items.some((item) => item.length > longest)) this.refuse(field, 'too-long', { most: longest });
    return items;
  }

  /** A code: full-width forms made plain, of a key its one form, and no decimals that a number format left behind. */
  code(field: string): string | undefined {
    const value = this.text(field);
    if (value === undefined) return undefined;
    const code = (IDENTIFIES.includes(field) ? normalKey(value) : plain(value)).replace(/^(\d+)\.0+$/, '$1');
    if (code === '') return undefined;
    return DIGITS_LOST.test(code) ? this.refuse(field, 'bad-number', { what: 'digits-lost' }) : code;
  }

  parsed<T>(field: string, parse: (text: string) => Parsed<T>): T | undefined {
    const raw = this.raw(field);
    if (raw === '') return undefined;
    const result = parse(raw);
    return result.ok ? result.value : this.refuse(field, result.code, result.params);
  }

  requiredParsed<T>(field: string, parse: (text: string) => Parsed<T>): T | undefined {
    return this.raw(field) === '' ? this.refuse(field, 'missing-value') : this.parsed(field, parse);
  }

  /** The cells of columns the format does not know, by header; undefined when there are none. */
  extra(): Record<string, string> | undefined {
    const extra = new Map<string, string>();
    for (const [index, { header, field }] of this.#at.origin.header.columns.entries()) {
      const value = (this.#at.cells[index] ?? '').trim();
      if (field !== null || value === '' || isCounter(header)) continue;
      if (value.length > MAX_NOTE) this.#refuseCell(index, 'too-long', { most: MAX_NOTE });
      const name = header.length > MAX_TEXT || header === '' ? '' : header;
      extra.set(name === '' || extra.has(name) ? unnamedColumn(index, name) : name, value);
    }
    return extra.size === 0 ? undefined : Object.fromEntries(extra);
  }

  /** What no record carries, or no key: the signs are not seen in the file, so the value shows them. */
  #refuseSigns(index: number, cell: string): void {
    const field = this.#at.origin.header.columns[index]?.field ?? null;
    const shown = withVisibleSigns(cell.trim());
    if (!isWritableText(cell)) this.#refuseCell(index, 'unwritable-text', {}, shown);
    else if (field !== null && IDENTIFIES.includes(field)) this.#refuseCell(index, 'control-in-key', {}, shown);
    else this.#refuseCell(index, 'unreadable-row', { what: 'characters' });
  }

  #refuseCell(index: number, code: RefusalCode, params: Refusal['params'], value = this.#at.cells[index] ?? ''): void {
    const column = this.#at.origin.header.columns[index]?.header ?? unnamedColumn(index);
    this.refusals.push(refusalOf(this.#at, column, value, code, params));
  }
}

/** A column without a name of its own goes by its letter: `(J)`, or `备注 (J)` for the second of that name. */
export function unnamedColumn(index: number, header = ''): string {
  return `${header} (${columnLetters(index + 1)})`.trim();
}

/** A running number says something about the sheet, nothing about the elevator. */
function isCounter(header: string): boolean {
  return ['序号', 'no', 'no.', '#'].includes(header.toLowerCase());
}
