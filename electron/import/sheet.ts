import type { RefusalCode } from '../../domain/record/refusal';

/**
 * One row as the file has it. `no` counts from 1 as a spreadsheet program shows it: a text file's records and not its
 * lines, so that a note with a line break does not shift the rows behind it.
 */
export interface SheetRow {
  readonly no: number;
  readonly cells: readonly string[];
}

/** One table of text cells out of a file. */
export interface Sheet {
  readonly file: string;
  /** Name of the sheet in a workbook, '' for a text file. */
  readonly name: string;
  readonly encoding: string;
  readonly delimiter: 'comma' | 'semicolon' | 'tab' | 'none';
  /** Rows in which something stands, in order. */
  readonly rows: readonly SheetRow[];
  /** Number of the last row, counting empty ones. */
  readonly lastRow: number;
}

/** Why a file as a whole could not be read. */
export class UnreadableFile extends Error {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'UnreadableFile';
    this.code = code;
    this.params = params;
  }
}

/** Most rows a table may have; ten times the largest city. */
export const MAX_ROWS = 2_000_000;
