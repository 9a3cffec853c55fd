import type { Locale } from '../../domain/pack/rule-pack';
import type { Refusal } from '../../domain/record/refusal';
import { refusalCure, refusalSentence } from '../../domain/record/refusal-sentences';

const HEADERS: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['文件', '行', '列', '原值', '原因', '可以怎样', '原行'],
  en: ['file', 'row', 'column', 'value', 'reason', 'what to do', 'row as written'],
};

/** The refused rows as a CSV that spreadsheet programs open (UTF-8 with BOM): place, reason, then the row as it was. */
export function refusedRowsCsv(refusals: readonly Refusal[], locale: Locale): Uint8Array {
  const lines = [
    HEADERS[locale],
    ...refusals.map((refusal) => [
      refusal.file,
      refusal.row === 0 ? '' : String(refusal.row),
      refusal.column,
      refusal.value,
      refusalSentence(refusal, locale),
      refusalCure(refusal, locale),
      ...refusal.cells,
    ]),
  ];
  const text = lines.map((cells) => cells.map(cellText).join(',')).join('\r\n');
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

/**
 * A cell that begins like a formula gets an apostrophe in front: what somebody typed into a spreadsheet must not run in
 * the next one. Taking the apostrophe away gives the cell as it was.
 */
function cellText(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
