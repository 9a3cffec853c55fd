import type { Locale } from '../../domain/pack/rule-pack';
import type { Refusal } from '../../domain/record/refusal';
import { refusalCure, refusalSentence } from '../../domain/record/refusal-sentences';
import { csvOf } from '../fs/csv';

const HEADERS: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['文件', '行', '列', '原值', '原因', '可以怎样', '原行'],
  en: ['file', 'row', 'column', 'value', 'reason', 'what to do', 'row as written'],
};
const JOINT: Readonly<Record<Locale, string>> = { 'zh-CN': '；', en: '; ' };

/**
 * The refused rows as a CSV that spreadsheet programs open (UTF-8 with BOM): place, reasons, then the row as it was,
 * each row once with all its reasons.
 */
export function refusedRowsCsv(refusals: readonly Refusal[], locale: Locale): Uint8Array {
  const byRow = new Map<string, Refusal[]>();
  for (const refusal of refusals) {
    const key = JSON.stringify([refusal.file, refusal.sheet, refusal.row, refusal.cells]);
    const row = byRow.get(key);
    if (row === undefined) byRow.set(key, [refusal]);
    else row.push(refusal);
  }
  const lines = [HEADERS[locale], ...[...byRow.values()].map((row) => lineOf(row, locale))];
  return csvOf(lines);
}

function lineOf(row: readonly Refusal[], locale: Locale): string[] {
  const [{ file, sheet, row: no, cells }] = row as [Refusal];
  const joined = (text: (refusal: Refusal) => string): string => [...new Set(row.map(text))].join(JOINT[locale]);
  return [
    sheet === undefined ? file : `${file} ${sheet}`,
    no === 0 ? '' : String(no),
    joined(({ column }) => column),
    joined(({ value }) => value),
    joined((refusal) => refusalSentence(refusal, locale)),
    joined((refusal) => refusalCure(refusal, locale)),
    ...cells,
  ];
}
