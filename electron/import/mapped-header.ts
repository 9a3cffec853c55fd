import { fittingMapping, mappingKey, type KeptMapping, type TableMapping } from '../../domain/mapping/mapping';
import type { HeaderColumn, RecognisedHeader, Table } from './column';
import { COLUMNS } from './columns';
import { HEADER_ROWS, headerAs, headerFor, missingIn } from './header';
import { withoutRefusalColumns } from './refusal-columns';
import { unnamedColumn } from './row-reader';
import type { Sheet } from './sheet';
import type { SheetRows } from './sheet-rows';

/** What a person says of one sheet of a file: its header row and mapping, or that it is not read at all. */
export interface SaidOfSheet {
  readonly sheet: string;
  /** Number of the header row as a spreadsheet counts. */
  readonly headerRow: number;
  readonly mapping: TableMapping | null;
}

/** What is known of the tables of a file before it is read. */
export interface MappingSources {
  /** The table that the caller knows it holds. */
  readonly only?: Table | undefined;
  readonly said?: readonly SaidOfSheet[] | undefined;
  readonly kept?: readonly KeptMapping[] | undefined;
}

export interface MappedHeader {
  readonly header: RecognisedHeader;
  readonly mapping: TableMapping | null;
  /** The kept mapping that was taken, with the headers it has in common with the table. */
  readonly kept: { readonly name: string; readonly common: number; readonly of: number } | null;
}

/**
 * The header of a sheet: as a person says, else by the kept mapping that fits, else by its own words. Null where the
 * sheet holds no table, or is not to be read.
 */
export function headerOfSheet(sheet: Sheet, { only, said = [], kept = [] }: MappingSources): MappedHeader | null {
  const { rows } = sheet;
  const own = said.find((one) => one.sheet === sheet.name);
  if (own !== undefined) {
    const at = rowOf(rows, own.headerRow);
    if (own.mapping === null || at < 0) return null;
    return { header: asMapped(rows, at, own.mapping), mapping: own.mapping, kept: null };
  }
  const found = keptFor(rows, only, kept);
  if (found !== null) return found;
  const header = headerFor(rows.head(HEADER_ROWS), only);
  return header === null ? null : { header, mapping: null, kept: null };
}

/** The place of the row of a number; -1 where it is empty or not there. */
function rowOf(rows: SheetRows, no: number): number {
  for (let index = 0; index < rows.length; index += 1) if (rows.no(index) === no) return index;
  return -1;
}

function asMapped(rows: SheetRows, at: number, mapping: TableMapping): RecognisedHeader {
  return withMapping(headerAs(mapping.table, at, rows.cells(at), rows.at(at - 1)?.cells), mapping);
}

function keptFor(rows: SheetRows, only: Table | undefined, kept: readonly KeptMapping[]): MappedHeader | null {
  const wanted = kept.filter(({ table }) => only === undefined || table === only);
  if (wanted.length === 0) return null;
  const parts = new Set(
    wanted.flatMap(({ headers }) => headers.flatMap((header) => header.split(' ').map(mappingKey))),
  );
  let best: (MappedHeader & { readonly common: number }) | null = null;
  for (const [at, { cells }] of rows.head(HEADER_ROWS).entries()) {
    const speaking = cells.filter((cell) => cell !== '' && cell.length < 200 && parts.has(mappingKey(cell))).length;
    if (speaking === 0) continue;
    for (const table of new Set(wanted.map((mapping) => mapping.table))) {
      const { header: plainHeader } = withoutRefusalColumns(headerAs(table, at, cells, rows.at(at - 1)?.cells));
      const names = columnNames(plainHeader.columns).filter((_, index) => plainHeader.columns[index]!.header !== '');
      const fit = fittingMapping(
        names,
        wanted.filter((mapping) => mapping.table === table),
      );
      if (fit === null || fit.common <= (best?.common ?? 0)) continue;
      const { mapping, common } = fit;
      const told = { name: mapping.name, common, of: names.length };
      best = { header: withMapping(plainHeader, mapping), mapping, kept: told, common };
    }
  }
  return best;
}

/** Columns by the one name that each goes by in a mapping: its header, with its letter where that says too little. */
export function columnNames(columns: readonly HeaderColumn[]): string[] {
  const seen = new Set<string>();
  return columns.map(({ header }, index) => {
    const name = header === '' || seen.has(mappingKey(header)) ? unnamedColumn(index, header) : header;
    seen.add(mappingKey(name));
    return name;
  });
}

/** The header with its columns taken for what a person says; what they say of one column goes before what another's name says. */
export function withMapping(header: RecognisedHeader, mapping: TableMapping): RecognisedHeader {
  const known = new Map(COLUMNS[header.table].map((column) => [column.key, column]));
  const names = columnNames(header.columns);
  const said = new Map(
    mapping.columns
      .filter(({ field }) => field === null || known.has(field))
      .map((column) => [mappingKey(column.header), column.field]),
  );
  const fields: (string | null)[] = header.columns.map(() => null);
  const indexOf = new Map<string, number>();
  const allOf = new Map<string, number[]>();
  const take = (index: number, field: string): void => {
    const several = known.get(field)?.several === true;
    if (indexOf.has(field) && !several) return;
    fields[index] = field;
    if (!indexOf.has(field)) indexOf.set(field, index);
    if (several)
      allOf.set(
        field,
        [...(allOf.get(field) ?? []), index].sort((a, b) => a - b),
      );
  };
  const saidOf = names.map((name) => said.get(mappingKey(name)));
  for (const [index, field] of saidOf.entries()) if (field !== undefined && field !== null) take(index, field);
  for (const [index, { field }] of header.columns.entries())
    if (saidOf[index] === undefined && field !== null) take(index, field);
  const columns = header.columns.map(({ header: name }, index) => ({
    header: name === '' && fields[index] !== null ? names[index]! : name,
    field: fields[index]!,
  }));
  return { ...header, columns, indexOf, allOf, missing: missingIn(header.table, indexOf) };
}

/** The fields that a column of a table may be taken for. */
export const fieldsOf = (table: Table): ReadonlySet<string> => new Set(COLUMNS[table].map(({ key }) => key));
