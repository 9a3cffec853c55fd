/** What is written as text is guarded; a number is written as it is. */
export type CsvCell = string | number;

/**
 * What a spreadsheet program would take for a formula: its signs, the full-width ones that some programs take for the
 * half-width ones, and what is skipped before them.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/**
 * A text with an apostrophe in front where it looks like a formula: what somebody typed into one spreadsheet must not run
 * in the next. A text that has apostrophes before the sign already gets one more, so that `unguarded` gives it as it was.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Whether a spreadsheet program would take a text for a formula. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** The text as it was before `guarded`. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** What stands between two cells of a text table. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** One line of a table, without its end. */
export function csvLine(cells: readonly CsvCell[], delimiter: Delimiter = ','): string {
  return cells
    .map((cell) => (typeof cell === 'number' ? String(cell) : quoted(guarded(cell), delimiter)))
    .join(delimiter);
}

/** A table as spreadsheet programs open it: a byte order mark, so that they read it as UTF-8, and lines ended by CRLF. */
export function csvOf(lines: readonly (readonly CsvCell[])[], delimiter: Delimiter = ','): string {
  return `\ufeff${lines.map((cells) => `${csvLine(cells, delimiter)}\r\n`).join('')}`;
}

function quoted(cell: string, delimiter: Delimiter): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
