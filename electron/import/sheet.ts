import type { LocalEncoding } from '../../domain/reading/habits';
import type { RefusalCode } from '../../domain/record/refusal';

/** The beginning of what a text file says beyond ASCII, read in one encoding. */
export interface SampleOfEncoding {
  readonly encoding: LocalEncoding;
  readonly sample: string;
}

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
  readonly rows: readonly SheetRow[];
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
