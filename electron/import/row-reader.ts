import type { Refusal, RefusalCode } from '../../domain/record/refusal';
import { MAX_NOTE, MAX_TEXT } from '../../domain/record/schemas';
import type { RecognisedHeader } from './columns';
import { cleanText, plain, type Parsed } from './cells';
import type { SheetRow } from './sheet';

/** Reads the cells of one row by field, collecting every reason for which it cannot be taken. */
export class RowReader {
  readonly refusals: Refusal[] = [];
  readonly #file: string;
  readonly #row: SheetRow;
  readonly #header: RecognisedHeader;

  constructor(file: string, header: RecognisedHeader, row: SheetRow) {
    this.#file = file;
    this.#header = header;
    this.#row = row;
  }

  /** Text of a field as written, trimmed; '' when the column or the cell is missing. */
  raw(field: string): string {
    const index = this.#header.columns.findIndex((column) => column.field === field);
    return index < 0 ? '' : (this.#row.cells[index] ?? '').trim();
  }

  refuse(field: string, code: RefusalCode, params: Refusal['params'] = {}): undefined {
    const column = this.#header.columns.find((known) => known.field === field)?.header ?? field;
    const place = { file: this.#file, row: this.#row.no, column, value: this.raw(field) };
    this.refusals.push({ ...place, code, params, cells: this.#row.cells });
    return undefined;
  }

  required(field: string): string | undefined {
    const value = this.text(field);
    return value ?? (this.raw(field) === '' ? this.refuse(field, 'missing-value') : undefined);
  }

  text(field: string, most = MAX_TEXT): string | undefined {
    const value = cleanText(this.raw(field));
    if (value.length > most) return this.refuse(field, 'too-long', { most });
    return value === '' ? undefined : value;
  }

  /** A code: full-width forms made plain, and no thousands or decimals that a number format left behind. */
  code(field: string): string | undefined {
    const value = this.text(field);
    return value === undefined ? undefined : plain(value).replace(/^(\d+)\.0+$/, '$1');
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
    const extra: Record<string, string> = {};
    for (const [index, { header, field }] of this.#header.columns.entries()) {
      const value = (this.#row.cells[index] ?? '').trim();
      if (field === null && header !== '' && value !== '' && !isCounter(header))
        extra[header] = value.slice(0, MAX_NOTE);
    }
    return Object.keys(extra).length === 0 ? undefined : extra;
  }
}

/** A running number says something about the sheet, nothing about the elevator. */
function isCounter(header: string): boolean {
  return ['序号', 'no', 'no.', '#'].includes(header.toLowerCase());
}
