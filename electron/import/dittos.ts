/** Signs and words by which a cell says what the one above it says. */
const DITTOS: ReadonlySet<string> = new Set(['〃', '″', '〞', '々', '”', '同上', '同前', '同上行', 'ditto']);
const LONGEST = 6;

export interface Dittos {
  count: number;
  /** As it is written. */
  first: string;
}

export function isDitto(cell: string): boolean {
  return cell !== '' && cell.length <= LONGEST && DITTOS.has(cell.trim().toLowerCase());
}

/** The cells of a row with what stands above in place of each ditto; the very same cells where there is none. */
export function withoutDittos(cells: readonly string[], above: readonly string[], seen: Dittos): readonly string[] {
  let filled: string[] | null = null;
  for (const [at, cell] of cells.entries()) {
    if (!isDitto(cell) || (above[at] ?? '') === '') continue;
    filled ??= [...cells];
    filled[at] = above[at]!;
    seen.count += 1;
    if (seen.first === '') seen.first = cell.trim();
  }
  return filled ?? cells;
}
