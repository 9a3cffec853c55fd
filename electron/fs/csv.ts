/** A table that spreadsheet programs open: UTF-8 with BOM, lines ended by CRLF. */
export function csvOf(lines: readonly (readonly string[])[]): Uint8Array {
  const text = lines.map((cells) => cells.map(cellText).join(',')).join('\r\n');
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

/**
 * A cell that begins like a formula gets an apostrophe in front: what somebody typed into a spreadsheet must not run in
 * the next one. A cell that looks so already gets one more, so that taking one away always gives the cell as it was.
 */
function cellText(cell: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
