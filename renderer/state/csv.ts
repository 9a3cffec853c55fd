import { saveFile } from '../components/save-file';

/** A table as a CSV that spreadsheet programs open. A cell that begins like a formula gets an apostrophe. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    `"${(/^[=+@\t\r]|^-[^\d]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return lines.map((line) => line.map(cell).join(',')).join('\r\n');
}

export function saveCsv(name: string, lines: readonly (readonly string[])[]): void {
  saveFile(`${name}.csv`, new TextEncoder().encode(`\ufeff${csvOf(lines)}\r\n`), 'text/csv');
}
