import { z } from 'zod';
import { TEXT_ENCODINGS, type TextEncoding } from '../reading/habits';
import type { DayReading } from '../reading/days';
import { MEASURE_UNITS, type MeasureUnit } from '../reading/measures';
import { plain } from '../reading/text';
import type { ImportSource } from '../record/entry';
import { text, writable } from '../record/schemas';
import { TABLES_IN } from '../record/table-names';

export type MappedTable = ImportSource['table'];

/** How the days of a column are written, where their writing does not say it. */
export const DAY_STYLES = ['day-first', 'month-first', 'minguo', 'short-year'] as const;
export type DayStyle = (typeof DAY_STYLES)[number];

export const DAYS_OF_STYLE: Readonly<Record<DayStyle, DayReading>> = {
  'day-first': { order: 'day-first' },
  'month-first': { order: 'month-first' },
  minguo: { minguo: true, shortYears: false },
  'short-year': { shortYears: true },
};

/** What a person says of one table of a file; where they say nothing, its headers do. */
export interface TableMapping {
  readonly table: MappedTable;
  /** The field that a column is taken for; null = it is not read, and kept as it is. */
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  /** What holds for every row, for fields that no column is of. */
  readonly same: readonly { readonly field: string; readonly value: string }[];
  readonly days: readonly { readonly header: string; readonly style: DayStyle }[];
  /** In which unit a column gives its figures, where they do not say it themselves. */
  readonly units: readonly { readonly header: string; readonly unit: MeasureUnit }[];
  /** What words of this table mean: 例行保养 is `half-month`. */
  readonly words: readonly { readonly field: string; readonly word: string; readonly value: string }[];
  /** What the file is written in, where that cannot be told from it. */
  readonly encoding?: TextEncoding | undefined;
}

/** A mapping that is kept, and offered where a table has the same headers again. */
export interface KeptMapping extends TableMapping {
  readonly name: string;
  readonly headers: readonly string[];
}

/** Most columns that a kept mapping names; wider tables are read by their headers alone. */
export const MOST_MAPPED_COLUMNS = 1000;
export const MOST_MAPPINGS = 200;
const MOST_WORDS = 2000;
const MAX_HEADER = 500;
const MAX_FIELD = 60;

const header = text(MAX_HEADER);
const field = z
  .string()
  .regex(/^[a-z][a-z0-9_ -]*$/)
  .max(MAX_FIELD);
const value = text(MAX_HEADER);

export const tableMappingSchema = z.strictObject({
  table: z.enum(TABLES_IN),
  columns: z.array(z.strictObject({ header, field: field.nullable() })).max(MOST_MAPPED_COLUMNS),
  same: z.array(z.strictObject({ field, value })).max(MOST_MAPPED_COLUMNS),
  days: z.array(z.strictObject({ header, style: z.enum(DAY_STYLES) })).max(MOST_MAPPED_COLUMNS),
  // files of before have none
  units: z
    .array(z.strictObject({ header, unit: z.enum(MEASURE_UNITS) }))
    .max(MOST_MAPPED_COLUMNS)
    .default([]),
  words: z.array(z.strictObject({ field, word: value, value })).max(MOST_WORDS),
  encoding: z.enum(TEXT_ENCODINGS).optional(),
});

export const MAX_MAPPING_NAME = 60;
export const keptMappingSchema = tableMappingSchema.extend({
  name: writable(MAX_MAPPING_NAME).min(1),
  headers: z.array(header).min(1).max(MOST_MAPPED_COLUMNS),
});

export function emptyMapping(table: MappedTable): TableMapping {
  return { table, columns: [], same: [], days: [], units: [], words: [] };
}

/** A header or word by which mappings are compared: unseen signs, blanks and letter case do not tell two apart. */
export function mappingKey(written: string): string {
  return plain(written).replaceAll(/\s+/g, '').toLowerCase();
}

/** Share of the headers that a table must have in common with a kept mapping, all those it speaks of among them. */
const LEAST_COMMON = 0.75;

export interface MappingFit {
  readonly mapping: KeptMapping;
  /** How many headers the mapping and the table have in common. */
  readonly common: number;
}

/** The kept mapping that fits the headers of a table best; of equals the later kept. Null where none fits. */
export function fittingMapping(headers: readonly string[], kept: readonly KeptMapping[]): MappingFit | null {
  const there = new Set(headers.map(mappingKey).filter((key) => key !== ''));
  let best: (MappingFit & { readonly share: number }) | null = null;
  for (const mapping of kept) {
    const wanted = new Set(mapping.headers.map(mappingKey));
    const common = [...wanted].filter((key) => there.has(key)).length;
    const share = common / (wanted.size + there.size - common);
    const spokenOf = mapping.columns.every(({ header, field }) => field === null || there.has(mappingKey(header)));
    if (spokenOf && share >= LEAST_COMMON && share >= (best?.share ?? 0)) best = { mapping, common, share };
  }
  return best === null ? null : { mapping: best.mapping, common: best.common };
}

/** What is said of one field, with what was said of it before taken back. */
export function withColumn(mapping: TableMapping, header: string, field: string | null): TableMapping {
  const others = mapping.columns.filter((column) => mappingKey(column.header) !== mappingKey(header));
  return { ...mapping, columns: [...others, { header, field }] };
}

export function withSame(mapping: TableMapping, field: string, value: string): TableMapping {
  const others = mapping.same.filter((one) => one.field !== field);
  return { ...mapping, same: value === '' ? others : [...others, { field, value }] };
}

export function withDays(mapping: TableMapping, header: string, style: DayStyle | null): TableMapping {
  const others = mapping.days.filter((one) => mappingKey(one.header) !== mappingKey(header));
  return { ...mapping, days: style === null ? others : [...others, { header, style }] };
}

export function withUnit(mapping: TableMapping, header: string, unit: MeasureUnit | null): TableMapping {
  const others = mapping.units.filter((one) => mappingKey(one.header) !== mappingKey(header));
  return { ...mapping, units: unit === null ? others : [...others, { header, unit }] };
}

export function withWord(mapping: TableMapping, field: string, word: string, value: string): TableMapping {
  const others = mapping.words.filter((one) => one.field !== field || mappingKey(one.word) !== mappingKey(word));
  return { ...mapping, words: value === '' ? others : [...others, { field, word, value }] };
}
