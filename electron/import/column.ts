import type { ImportSource } from '../../domain/record/entry';

export type Table = ImportSource['table'];

export interface Column {
  readonly key: string;
  /** Names a header may carry, the official one first. */
  readonly names: readonly string[];
  readonly required?: true;
  /** Several columns of one table may be of this field: 维保人员1, 维保人员2. */
  readonly several?: true;
}

export interface HeaderColumn {
  readonly header: string;
  readonly field: string | null;
}

export interface RecognisedHeader {
  readonly table: Table;
  /** Grows with the columns named; only good for comparing. */
  readonly score: number;
  /** Index of the header row among the sheet's rows; of two joined rows the lower one. */
  readonly index: number;
  readonly columns: readonly HeaderColumn[];
  /** Where the column of a field stands; of several the first. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** All columns of the fields that may have several. */
  readonly allOf: ReadonlyMap<string, readonly number[]>;
  readonly missing: readonly Column[];
  /** How many columns are months or days of a calendar. */
  readonly calendarColumns: number;
}
