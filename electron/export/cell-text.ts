import { normalKey } from '../../domain/elevator/registration-no';
import { stateOf } from '../../domain/reading/state-words';
import { parseList, parsePeople } from '../../domain/reading/people';
import { cleanText, isPlaceholder, isUnwritable, oneSignBreaks, plain } from '../../domain/reading/text';
import { isFormula, type CsvCell } from '../../domain/table/csv';
import { isDitto } from '../import/dittos';
import { listIn, quoted, unquoted } from '../import/quoted';
import { DIGITS_LOST, identifies, IDENTIFIES, STATEMENTS } from '../import/row-reader';
import { flawOf, withoutTextMarks } from '../import/text-marks';

/** Fields that the import reads as codes: their signs are made plain there. */
const CODES: ReadonlySet<string> = new Set([
  ...IDENTIFIES,
  'manager_phone',
  'maintainer_phone',
  'notice_no',
  'receipt_no',
  'paper',
  'receipt',
]);

/** A text as the import of the same field gives it back, to the letter. */
export function textCell(table: string, field: string, text: string): string {
  const isKey = identifies(table, field);
  if (CODES.has(field)) return isFormula(text) || isPlainCode(isKey, text) ? text : `'${text}`;
  const nothing = isPlaceholder(text) && !STATEMENTS.has(field);
  const state = field === 'confirmed_by' && stateOf(text) !== null;
  const signs = cleanText(text) !== text || isUnwritable(text);
  return quoted(text, nothing || isDitto(text) || state || flawOf(text) === 'error' || signs);
}

/** A text of a column without a field, which is kept as it is written. */
export function plainCell(text: string): string {
  return quoted(text, isDitto(text) || oneSignBreaks(text) !== text || isUnwritable(text));
}

function isPlainCode(isKey: boolean, text: string): boolean {
  if (text.startsWith("'") || quoted(text, true) !== text || withoutTextMarks(text) !== text) return false;
  const read = isKey ? normalKey(text) : plain(text);
  return read === text && !/^\d+\.0+$/.test(text) && !DIGITS_LOST.test(text);
}

/** People in one cell, apart by semicolons; as a list of quoted names where they would be read as others. */
export function peopleCell(names: readonly string[]): string {
  const joined = names.join(';');
  const { names: read, sure } = parsePeople(joined);
  return sure && isReadAs(joined, names, read) ? joined : listText(names);
}

/** A list to the letter; control signs of it by their code, the later ones that JSON leaves as they are too. */
function listText(items: readonly string[]): string {
  return JSON.stringify(items).replaceAll(
    /\p{Cc}/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Numbers of documents or services in one cell. */
export function listCell(items: readonly string[]): string {
  const joined = items.join(';');
  return isReadAs(joined, items, parseList(joined)) ? joined : listText(items);
}

function isReadAs(cell: string, items: readonly string[], read: readonly string[]): boolean {
  const same = read.length === items.length && read.every((item, at) => item === items[at]);
  const signs = cleanText(cell) === cell && !isUnwritable(cell);
  return same && signs && !isPlaceholder(cell) && !isDitto(cell) && listIn(cell) === null && unquoted(cell) === cell;
}

/** Digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

/** How a file holds numbers: text has the decimal sign of the country, a workbook has cells of numbers. */
export interface NumbersOut {
  readonly decimalComma: boolean;
  readonly cellsOfNumbers: boolean;
}

/** A number as a number, or as text where a spreadsheet would lose digits of it or the country writes a comma. */
export function numberCell(value: number, { decimalComma, cellsOfNumbers }: NumbersOut): CsvCell {
  const written = String(value);
  const text = written.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : written;
  const isKept = Number(value.toPrecision(KEPT_DIGITS)) === value && text === written;
  if (isKept && (cellsOfNumbers || !decimalComma || Number.isInteger(value))) return value;
  return decimalComma ? text.replace('.', ',') : text;
}
