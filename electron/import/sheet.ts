import type { LocalEncoding } from '../../domain/reading/habits';
import type { RefusalCode } from '../../domain/record/refusal';
import type { SheetRows } from './sheet-rows';

/** The beginning of what a text file says beyond ASCII, read in one encoding. */
export interface SampleOfEncoding {
  readonly encoding: LocalEncoding;
  readonly sample: string;
}

/** One table of text cells out of a file. A formula that was never calculated stands as itself, with its `=`. */
export interface Sheet {
  readonly file: string;
  /** Name of the sheet in a workbook, '' for a text file. */
  readonly name: string;
  readonly encoding: string;
  /** What a text file would say in each encoding in which it is text, where it proves none. */
  readonly encodings?: readonly SampleOfEncoding[];
  readonly delimiter: 'comma' | 'semicolon' | 'tab' | 'pipe' | 'none';
  /** Rows in which something stands, in order; what a merged cell says stands in all its cells. */
  readonly rows: SheetRows;
  /** Number of the last row, counting empty ones. */
  readonly lastRow: number;
  /** Days without a format count from 1904. */
  readonly from1904?: boolean;
  /** Whether it holds signs of characters that were lost before it was saved. */
  readonly lostSigns?: boolean;
  /** Filled rows that the spreadsheet program does not show. */
  readonly hiddenRows?: number;
  /** Whether the whole sheet is not shown. */
  readonly hidden?: boolean;
}

/** Why a file as a whole could not be read. */
export class UnreadableFile extends Error {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly encodings: readonly SampleOfEncoding[];

  constructor(
    code: RefusalCode,
    params: Readonly<Record<string, string | number>> = {},
    encodings: readonly SampleOfEncoding[] = [],
  ) {
    super(code);
    this.name = 'UnreadableFile';
    this.code = code;
    this.params = params;
    this.encodings = encodings;
  }
}

/** Most rows a table may have; ten times the largest city. */
export const MAX_ROWS = 2_000_000;
