import type { Refusal, RefusalCode } from '../../domain/record/refusal';
import type { DayReading } from '../../domain/reading/days';
import type { MeasureUnit } from '../../domain/reading/measures';
import type { Habits } from '../../domain/reading/habits';
import type { RecognisedHeader } from './column';
import type { SheetRows } from './sheet-rows';

/** The table of a file that a row came from. */
export interface Origin {
  readonly file: string;
  /** Sheet of a workbook, '' for a text file. */
  readonly sheet: string;
  /** Counts the tables of an import from 0: two files may have one name. */
  readonly part: number;
  readonly header: RecognisedHeader;
  /** Those below the header. */
  readonly rows: SheetRows;
  /** How days and numbers of this table are written. */
  readonly reading: TableReading;
}

export interface TableReading {
  readonly habits: Pick<Habits, 'decimalComma'>;
  readonly daysOf: (field: string) => DayReading;
  /** What every row of the table has in common, said above it: the elevator of a form. */
  readonly same: ReadonlyMap<string, string>;
  /** What words of a field mean, as a person said: by field, then by the word's `mappingKey`. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** In which unit the column of a measured field gives its figures. */
  readonly units: ReadonlyMap<string, ColumnUnit>;
}

/** `unit`: null where nobody knows it; `near` is the one that the figures speak for. */
export interface ColumnUnit {
  readonly unit: MeasureUnit | null;
  readonly by: 'said' | 'header' | 'usual';
  readonly near: MeasureUnit | null;
}

export interface RowAt {
  readonly origin: Origin;
  readonly row: number;
  readonly cells: readonly string[];
  /** As in `SheetRow`. */
  readonly figures?: readonly number[] | undefined;
}

/** A refusal and the table it belongs to. */
export interface PartRefusal {
  readonly part: number;
  /** What was said above the row for all rows of its form. */
  readonly same: ReadonlyMap<string, string>;
  /** Cells of the row that are numbers with decimals. */
  readonly figures?: readonly number[] | undefined;
  readonly refusal: Refusal;
}

/** Text of a field as the file has it, '' when the column or the cell is missing. */
export function writtenIn({ origin, cells }: RowAt, field: string): string {
  const index = origin.header.indexOf.get(field);
  return index === undefined ? (origin.reading.same.get(field) ?? '') : (cells[index] ?? '');
}

/** Refuses a row for one of its fields; the column is named and the value given as the file has them. */
export function refusalAt(at: RowAt, field: string, code: RefusalCode, params: Refusal['params'] = {}): PartRefusal {
  const { columns, indexOf, table } = at.origin.header;
  const column = columns[indexOf.get(field) ?? -1]?.header ?? field;
  return refusalOf(at, column, writtenIn(at, field).trim(), code, { table, field, ...params });
}

export function refusalOf(
  { origin, row, cells, figures }: RowAt,
  column: string,
  value: string,
  code: RefusalCode,
  params: Refusal['params'],
): PartRefusal {
  const { file, sheet, part, reading } = origin;
  const place = sheet === '' ? { file, row } : { file, sheet, row };
  return { part, same: reading.same, figures, refusal: { ...place, column, value, code, params, cells } };
}
