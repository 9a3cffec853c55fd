import type { Table } from './column';
import type { RecognisedHeader } from './column';
import { isFieldName, keyOf } from './header-names';
import type { SheetRow } from './sheet-rows';

/** Fields that a form may say once for all its rows, above the table. */
const SAID_ABOVE: readonly string[] = ['registration_no', 'code', 'task', 'technicians'];
const KEYS: ReadonlySet<string> = new Set(['registration_no', 'code']);
/** Between two labels of one cell. */
const SEVERAL_LABELS = /(?:\s{2,}|[;；\t\n])(?=[^:：\s]{2,20}[:：])/;
const LABEL = /^([^:：]{2,20})[:：]\s*(.*)$/;
const CERTIFICATE = /^\S{2,20}\d{2,}\S*[(（]\d{2}[)）]$/;
const LONG_CODE = /^\d{18,21}$/;

/** What the rows above a header say for all rows below it: `使用登记证编号：梯11…`, in one cell or in two. */
export function saidAbove(table: Table, rows: readonly SheetRow[]): Map<string, string> {
  const said = new Map<string, string>();
  for (const { cells } of rows) {
    const filled = cells
      .flatMap((cell) => cell.split(SEVERAL_LABELS))
      .map((cell) => cell.trim())
      .filter((cell, at, all) => cell !== '' && cell !== all[at - 1]);
    for (const [at, cell] of filled.entries()) {
      const label = LABEL.exec(cell);
      const field = keyOf(table, label?.[1] ?? cell);
      if (field === null || !SAID_ABOVE.includes(field)) continue;
      const value = label === null || label[2] === '' ? (filled[at + 1] ?? '') : label[2]!;
      if (value === '' || keyOf(table, value) !== null || (KEYS.has(field) && !/\d/.test(value))) continue;
      said.set(field, value.trim());
    }
  }
  return said;
}

/** The elevator that a sheet is named after, where its name is a number of one. */
export function numberInName(sheetName: string): string | null {
  const name = sheetName.trim();
  return CERTIFICATE.test(name) || LONG_CODE.test(name) ? name : null;
}

export type RowKind = 'data' | 'totals' | 'header' | 'label' | 'other-header';

/** What a row below a header is: of the table, a sum or footer, the header once more, or the head of the next form. */
export function kindOfRow({ cells }: SheetRow, header: RecognisedHeader): RowKind {
  let [filled, first] = [0, ''];
  for (const cell of cells) {
    if (cell === '' || cell.trim() === '') continue;
    filled += 1;
    if (filled === 1) first = cell.trim();
  }
  if (filled > 0 && isTotals(first)) return 'totals';
  if (first === (header.columns.find(({ header }) => header !== '')?.header ?? first) && isHeaderAgain(cells, header))
    return 'header';
  if (filled >= LEAST_NAMES && isOtherHeader(cells, first, filled)) return 'other-header';
  if (filled > 3) return 'data';
  if (FOOTER.test(first)) return 'totals';
  const keyed = [...header.indexOf.values()].filter((at) => (cells[at] ?? '').trim() !== '').length;
  if (keyed <= 2 && cells.some((cell) => LABEL.test(cell))) {
    const said = saidAbove(header.table, [{ no: 0, cells }]);
    if (said.has('registration_no') || said.has('code')) return 'label';
  }
  return 'data';
}

function isHeaderAgain(cells: readonly string[], { columns }: RecognisedHeader): boolean {
  const named = columns.filter(({ header }) => header !== '').length;
  const same = columns.filter(({ header }, at) => header !== '' && (cells[at] ?? '').trim() === header).length;
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  return same >= 2 && same * 2 > named && same === filled;
}

/** Names in a row from which on it may be the head of another table below the first. */
const LEAST_NAMES = 2;
const LONGEST_NAMED = 30;
/** Without one of these a text is a day, a time or a figure; every name of a field has one. */
const LETTER = /[A-Za-z\u2e80-\uffff]/;

/**
 * Whether most of a row are names of fields, its first cell among them, as no row of data has them. Asked of every row:
 * figures are told apart first and what stands first last, for it is a number that few rows share.
 */
function isOtherHeader(cells: readonly string[], first: string, filled: number): boolean {
  const most = Math.min(filled - LEAST_NAMES, Math.ceil(filled / 2) - 1);
  let others = 0;
  for (const cell of cells) {
    if (cell === '') continue;
    const text = cell.trim();
    if (text.length > LONGEST_NAMED || (text !== '' && !LETTER.test(text) && ++others > most)) return false;
  }
  let isFirst = true;
  for (const cell of cells) {
    const text = cell === '' ? '' : cell.trim();
    if (text === '' || !LETTER.test(text)) continue;
    if (isFirst && text === first) isFirst = false;
    else if (!isFieldName(text) && ++others > most) return false;
  }
  return isFieldName(first);
}

/** A sum begins with a word for it, perhaps with its number in the same cell. */
function isTotals(first: string): boolean {
  return /^(合\s*计|总\s*计|小\s*计|共\s*计|total)\s*[:：]?\s*\d*\s*[台条行次部项]?$/i.test(first);
}

/** What stands below a table for its reader: who made it, what a sign means, which page it is. */
const FOOTER =
  /^(?:[-—\s]*以下空白|以上共|制表人?|填表人?|审核人?|复核人?|打印时间|打印日期|导出时间|导出人|注\s*[:：]|备注\s*[:：]|说明\s*[:：]|签字|签章|盖章|[^:：]{2,8}[(（](?:盖章|签章|签字|公章)[)）]|第\s*\d+\s*页|printed|exported|page\s+\d)/i;
