import type { RequestOf } from '../../../domain/bridge/contract';
import type { ImportPreview } from '../../../domain/bridge/import-replies';
import type { ShownColumn, ShownTable } from '../../../domain/bridge/table-replies';
import {
  emptyMapping,
  withColumn,
  withUnit,
  withWord,
  type MappedTable,
  type TableMapping,
} from '../../../domain/mapping/mapping';
import type { TextEncoding } from '../../../domain/reading/habits';

/** What was said of the files of an import: of their sheets, by `sheetKey`, and of their encodings. */
export interface Said {
  readonly sheets: ReadonlyMap<string, SaidSheet>;
  readonly encodings: ReadonlyMap<number, TextEncoding>;
}

interface SaidSheet {
  readonly at: number;
  readonly sheet: string;
  readonly headerRow: number;
  readonly mapping: TableMapping | null;
}

export const NOTHING_SAID: Said = { sheets: new Map(), encodings: new Map() };

export const sheetKey = ({ at, sheet }: Pick<ShownTable, 'at' | 'sheet'>): string => `${at} ${sheet}`;

/** The mapping of a table as it is read now; what is said next is said on top of it. */
export function mappingOf(table: ShownTable): TableMapping | null {
  return table.table === null ? null : (table.mapping ?? emptyMapping(table.table));
}

export function withMapping(said: Said, table: ShownTable, mapping: TableMapping | null): Said {
  const { at, sheet, headerRow } = table;
  return { ...said, sheets: new Map(said.sheets).set(sheetKey(table), { at, sheet, headerRow, mapping }) };
}

/** Another table has other fields: nothing of what was said of the one before holds. */
export function withTable(said: Said, table: ShownTable, as: MappedTable | null): Said {
  return withMapping(said, table, as === null ? null : emptyMapping(as));
}

/** In another encoding the headers are others, so what was said of its sheets no longer holds. */
export function withEncoding(said: Said, at: number, encoding: TextEncoding): Said {
  const sheets = new Map([...said.sheets].filter(([, sheet]) => sheet.at !== at));
  return { sheets, encodings: new Map(said.encodings).set(at, encoding) };
}

/** What was said, as the machine is asked. */
export function requestOf(importId: string, { sheets, encodings }: Said): RequestOf<'import.map'> {
  const files = new Set([...encodings.keys(), ...[...sheets.values()].map(({ at }) => at)]);
  return {
    importId,
    files: [...files].map((at) => {
      const said = [...sheets.values()]
        .filter((sheet) => sheet.at === at)
        .map(({ sheet, headerRow, mapping }) => ({
          sheet,
          headerRow,
          mapping: mapping === null ? null : copyOf(mapping),
        }));
      const encoding = encodings.get(at);
      return encoding === undefined ? { at, said } : { at, encoding, said };
    }),
  };
}

/** The lists of a request are its own. */
export function copyOf({ columns, same, days, units, words, ...rest }: TableMapping) {
  return { ...rest, columns: [...columns], same: [...same], days: [...days], units: [...units], words: [...words] };
}

/** Whether a person has to look at a column before its rows can go in. */
export function isAsked({ asked, style, proposed, unit }: ShownColumn): boolean {
  return (asked !== null && style === null) || proposed !== null || (unit?.asked ?? null) !== null;
}

/** What is proposed for a table: columns for required fields, units, and meanings of words that are near to known ones. */
export function proposalsOf(table: ShownTable): number {
  return (
    table.columns.filter(({ proposed }) => proposed !== null).length + nearUnits(table).length + nearWords(table).length
  );
}

const nearUnits = ({ columns }: ShownTable) =>
  columns.flatMap(({ name, unit }) => {
    const near = unit?.asked?.near ?? null;
    return near === null ? [] : [{ name, near }];
  });

const nearWords = ({ words }: ShownTable) => words.filter(({ near }) => near !== null);

/** What was said with everything taken that is proposed. */
export function withProposals(said: Said, tables: readonly ShownTable[]): Said {
  return tables.reduce((all, table) => {
    const before = mappingOf(table);
    if (before === null || proposalsOf(table) === 0) return all;
    const columns = table.columns.reduce(
      (mapping, { name, proposed }) => (proposed === null ? mapping : withColumn(mapping, name, proposed)),
      before,
    );
    const units = nearUnits(table).reduce((mapping, { name, near }) => withUnit(mapping, name, near), columns);
    const whole = nearWords(table).reduce(
      (mapping, { field, word, near }) => withWord(mapping, field, word, near ?? ''),
      units,
    );
    return withMapping(all, table, whole);
  }, said);
}

/** Whether a table asks something before its rows can go in: then its columns are shown first. */
export function asks(table: ShownTable): boolean {
  if (table.table === null) return table.encodings.length > 0;
  return (
    table.missing.length > 0 ||
    table.words.length > 0 ||
    table.columns.some(isAsked) ||
    (table.encodingBy === 'usual' && table.encodings.length > 1)
  );
}

/** Whether anything of an import has to be said before its preview is worth looking at. */
export function importAsks({ tables, files }: ImportPreview): boolean {
  const unread =
    files.some(({ table }) => table === null) && tables.some(({ table, headerRow }) => table === null && headerRow > 0);
  return unread || tables.some(asks);
}

/** With more rows an import is read again when asked to, not at every change. */
export const ROWS_READ_AT_ONCE = 20_000;
