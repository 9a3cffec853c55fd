import { saveFile } from '../components/save-file';

/** A table as a CSV that spreadsheet programs open. A cell that begins like a formula gets an apostrophe; a negative number is none. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `"${(isLikeFormula(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return lines.map((line) => line.map(cell).join(',')).join('\r\n');
}

/** Full-width signs too: some programs take them for the half-width ones. */
function isLikeFormula(text: string): boolean {
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text);
}

export function saveCsv(name: string, lines: readonly (readonly string[])[]): void {
  saveFile(`${name}.csv`, new TextEncoder().encode(`\ufeff${csvOf(lines)}\r\n`), 'text/csv');
}
