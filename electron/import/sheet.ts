import type { RefusalCode } from '../../domain/record/refusal';

/** One row as the file has it; `no` counts as a spreadsheet program shows it, from 1. */
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
  readonly rows: readonly SheetRow[];
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
