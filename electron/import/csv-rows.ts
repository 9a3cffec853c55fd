import { UnreadableFile } from './sheet';
import { MAX_CELL } from './worksheet-reader';

/**
 * The records of a text file one after the other, by RFC 4180 and as spreadsheet programs write it: a quote counts only
 * at the beginning of a cell, and what stands behind a closing quote belongs to the cell with its quotes. Lines end as the
 * first one does. A quote that is never closed is refused with the row where it opens, a cell longer than any program
 * writes likewise.
 */
export function* csvRows(text: string, delimiter: string): Generator<string[]> {
  const end = lineEndOf(text);
  let [from, no, quote] = [0, 0, text.indexOf('"')];
  while (from < text.length) {
    no += 1;
    let to = text.indexOf(end, from);
    if (to < 0) to = text.length;
    if (quote >= 0 && quote < from) quote = text.indexOf('"', from);
    if (quote < 0 || quote > to) {
      const line = text.slice(from, end === '\n' && text.charCodeAt(to - 1) === 0x0d && to > from ? to - 1 : to);
      const cells = line.split(delimiter);
      if (line.length > MAX_CELL) requireShort(cells, no);
      yield cells;
      from = to + 1;
      continue;
    }
    const record = quotedRecord(text, from, delimiter, end, no);
    yield record.cells;
    from = record.next;
  }
}

function lineEndOf(text: string): '\n' | '\r' {
  const feed = text.indexOf('\n');
  const back = text.indexOf('\r');
  return back >= 0 && (feed < 0 || feed > back + 1) ? '\r' : '\n';
}

function requireShort(cells: readonly string[], row: number): void {
  if (cells.some(({ length }) => length > MAX_CELL)) throw tooLong(row);
}

const tooLong = (row: number): UnreadableFile => new UnreadableFile('file-too-large', { what: 'cell', row });

function quotedRecord(
  text: string,
  from: number,
  delimiter: string,
  end: string,
  no: number,
): { readonly cells: string[]; readonly next: number } {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell =
      text.charCodeAt(at) === 0x22 ? quotedCell(text, at, delimiter, end, no) : bareCell(text, at, delimiter, end);
    if (cell.value.length > MAX_CELL) throw tooLong(no);
    cells.push(cell.value);
    if (text[cell.next] !== delimiter) return { cells, next: cell.next + 1 };
    at = cell.next + 1;
  }
}

interface Cell {
  readonly value: string;
  /** Index of the delimiter or line end behind it. */
  readonly next: number;
}

function bareCell(text: string, from: number, delimiter: string, end: string): Cell {
  let to = from;
  while (to < text.length && text[to] !== delimiter && text[to] !== end) to += 1;
  const cut = end === '\n' && text[to] !== delimiter && text.charCodeAt(to - 1) === 0x0d && to > from ? to - 1 : to;
  return { value: text.slice(from, cut), next: to };
}

function quotedCell(text: string, from: number, delimiter: string, end: string, no: number): Cell {
  let close = from;
  do {
    close = text.indexOf('"', close + 1);
    if (close < 0) {
      if (text.length - from > MAX_CELL * 100) throw tooLong(no);
      throw new UnreadableFile('file-unreadable', { what: 'csv', row: no });
    }
  } while (text.charCodeAt(close + 1) === 0x22 && (close += 1) > 0);
  const inner = text.slice(from + 1, close);
  const value = inner.includes('""') ? inner.replaceAll('""', '"') : inner;
  let next = close + 1;
  if (end === '\n' && text.charCodeAt(next) === 0x0d && (next + 1 >= text.length || text[next + 1] === '\n')) next += 1;
  if (next >= text.length || text[next] === delimiter || text[next] === end) return { value, next };
  const rest = bareCell(text, close + 1, delimiter, end);
  return { value: `"${inner}"${rest.value}`, next: rest.next };
}
