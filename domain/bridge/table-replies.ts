import type { CivilDate } from '../calendar/civil-date';
import type { DayStyle, MappedTable, TableMapping } from '../mapping/mapping';
import type { MeasureUnit } from '../reading/measures';
import type { LocalEncoding } from '../reading/habits';

/** A column of a table of an import, as it is read and as it might be. */
export interface ShownColumn {
  /** The one name that it goes by in a mapping. */
  readonly name: string;
  /** Its place among the cells of a row. */
  readonly at: number;
  readonly field: string | null;
  /** What says so: a person (now, or in a kept mapping), or the header; null where it is not read. */
  readonly by: 'said' | 'header' | null;
  /** The field that its values speak for, where a field is needed that no column is of; taken only when confirmed. */
  readonly proposed: string | null;
  /** Some of its different values as written. */
  readonly samples: readonly string[];
  readonly filled: number;
  /** Whether its field is a day or time; then a person may say how days are written in it. */
  readonly isDay: boolean;
  readonly style: DayStyle | null;
  /** Why days of it cannot be read without being told, with how many rows. */
  readonly asked: { readonly what: 'day-order' | 'short-year' | 'minguo-year'; readonly rows: number } | null;
  /** Where its field is measured: in which unit. */
  readonly unit: UnitOfColumn | null;
}

export interface UnitOfColumn {
  /** The unit in which figures without one of their own are read; null where nobody knows. */
  readonly read: MeasureUnit | null;
  /** What says so: a person, the header, or the format. */
  readonly by: 'said' | 'header' | 'usual';
  readonly choices: readonly MeasureUnit[];
  /** Rows that wait for it, and the unit that their figures speak for; null where nothing is asked. */
  readonly asked: { readonly rows: number; readonly near: MeasureUnit | null } | null;
}

/** A word of a column that is not known; `near` is the value it may mean, for a person to say. */
export interface WordQuestion {
  readonly field: string;
  readonly word: string;
  readonly rows: number;
  readonly near: string | null;
  readonly choices: readonly string[];
}

export const WARNINGS = ['days-unusual', 'days-missing', 'one-person', 'own-confirmation', 'encoding-doubt'] as const;
export type WarningCode = (typeof WARNINGS)[number];

/** Something odd about the rows of a table that are taken all the same. */
export interface TableWarning {
  readonly code: WarningCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Rows that it is about; none where it is about the table. */
  readonly rows: number;
  /** Some of them, as the file has them. */
  readonly examples: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** What becomes of a row: taken, on record already, repeated, proposed as a change, waiting for an answer, refused. */
export type RowFate = 'taken' | 'unchanged' | 'repeated' | 'updating' | 'waiting' | 'refused';

export interface ShownValue {
  readonly field: string;
  readonly value: string;
  /** The measure as the file gives it, where its unit is another one. */
  readonly from?: string;
}

/** A row as the file has it, and what is written of it. */
export interface ShownRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly fate: RowFate;
  /** The fields of the record in the order of the format; none of a row that is refused. */
  readonly values: readonly ShownValue[];
}

/** One sheet of one file: read as a table, or not recognised as one. */
export interface ShownTable {
  readonly file: string;
  /** Place of the file among those of the import, from 0. */
  readonly at: number;
  readonly sheet: string;
  /** Its place among the files of the preview; null where it is not read. */
  readonly part: number | null;
  readonly table: MappedTable | null;
  /** Number of the header row as a spreadsheet counts; 0 where there is none. */
  readonly headerRow: number;
  readonly encoding: string;
  readonly columns: readonly ShownColumn[];
  /** What was said of it, or kept; null where nothing was. */
  readonly mapping: TableMapping | null;
  readonly kept: { readonly name: string; readonly common: number; readonly of: number } | null;
  /** What holds for every row and stands above the table. */
  readonly above: readonly { readonly field: string; readonly value: string }[];
  /** Fields without which it cannot be read. */
  readonly missing: readonly string[];
  readonly words: readonly WordQuestion[];
  /** What says how the file is encoded: itself, a person (now, or in a kept mapping), or what is usual and likely. */
  readonly encodingBy: 'file' | 'said' | 'usual';
  /** What the file would say in each encoding in which it is text, where it proves none; the likeliest first. */
  readonly encodings: readonly { readonly encoding: LocalEncoding; readonly sample: string }[];
  /** How many rows have each day, in order. */
  readonly days: readonly { readonly day: CivilDate; readonly rows: number }[];
  readonly warnings: readonly TableWarning[];
  readonly rows: readonly ShownRow[];
}

/** The fields of each table in the order of the format, and those that it cannot do without. */
export type TableFields = Readonly<
  Record<MappedTable, readonly { readonly key: string; readonly required: boolean }[]>
>;
