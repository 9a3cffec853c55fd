import type { Locale } from '../../domain/pack/legal-basis';
import { csvOf } from '../../domain/table/csv';
import { workbookFile } from '../fs/workbook-file';
import type { Table } from '../import/column';
import { COLUMNS } from '../import/columns';
import { EXPLAINED } from '../import/explained-columns';
import { aboutColumn } from './column-about';
import { nameOut, type TableFile } from './table-file';
import { COLUMNS_OUT } from './tables-out';
import { wordsOut, type NamesOut } from './words-out';

const WORDS = {
  'zh-CN': { file: '模板', sheet: '填写说明', yes: '必填', joint: '、' },
  en: { file: 'template', sheet: 'how to fill it in', yes: 'required', joint: ', ' },
} as const;

/** Made up data is not filled in by hand. */
const NOT_ASKED: ReadonlySet<string> = new Set(['sample']);

/**
 * An empty table with the columns that the import reads. A workbook explains each of them in a second sheet, with the
 * words that a closed set has; text has no place for that.
 */
export async function templateFile(
  table: Table,
  format: 'csv' | 'xlsx',
  locale: Locale,
  names: NamesOut,
): Promise<TableFile> {
  const words = WORDS[locale];
  const columns = COLUMNS_OUT[table].filter(({ key }) => !NOT_ASKED.has(key));
  const header = columns.map(({ key, zh }) => (locale === 'en' ? key : zh));
  const name = `${nameOut(table, locale)}${locale === 'en' ? '-' : ''}${words.file}`;
  if (format === 'csv')
    return { fileName: `${name}.csv`, bytes: new TextEncoder().encode(csvOf([header])), rows: { [table]: 0 } };
  const required = new Set(COLUMNS[table].flatMap((column) => (column.required === true ? [column.key] : [])));
  const about = columns.map(({ key }, at) => [
    header[at]!,
    required.has(key) ? words.yes : '',
    aboutColumn(table, key, locale),
    Object.values(wordsOut(table, key, locale, names) ?? {}).join(words.joint),
  ]);
  const sheets = [
    { name: nameOut(table, locale), rows: [header] },
    { name: words.sheet, rows: [EXPLAINED[locale], ...about] },
  ];
  return { fileName: `${name}.xlsx`, bytes: await workbookFile(sheets), rows: { [table]: 0 } };
}
