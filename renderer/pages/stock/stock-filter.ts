import { compareTurns } from '../../../domain/headline/priority';
import type { StockRow } from '../../../domain/fleet/stock-rows';

export const STOCK_GROUPS = ['old', 'all'] as const;
export type StockGroup = (typeof STOCK_GROUPS)[number];

export interface StockFilter {
  readonly text: string;
  readonly group: StockGroup;
  readonly district: string;
  readonly maintainer: string;
  /** Only elevators with open hazards. */
  readonly withHazards: boolean;
  /** Only elevators of which an assessment is asked for. */
  readonly assessmentDue: boolean;
}

export const NO_STOCK_FILTER: StockFilter = {
  text: '',
  group: 'old',
  district: '',
  maintainer: '',
  withHazards: false,
  assessmentDue: false,
};

/** Retired elevators have no turn: they are in no count, and only a search over all finds them. */
export function inStock(rows: readonly StockRow[]): StockRow[] {
  return rows.filter(({ use }) => use !== 'retired');
}

/** The rows that pass every part of the filter, in the order of the places given; `matches` as in the list of the fleet. */
export function filterStock(
  rows: readonly StockRow[],
  places: Int32Array,
  filter: StockFilter,
  matches: Uint8Array | null,
): StockRow[] {
  const shown: StockRow[] = [];
  for (const place of places) {
    const row = rows[place]!; // each place is of a row
    if ((matches === null || matches[place] === 1) && passes(row, filter, matches !== null)) shown.push(row);
  }
  return shown;
}

function passes(row: StockRow, filter: StockFilter, isSearched: boolean): boolean {
  return (
    (row.use !== 'retired' || (filter.group === 'all' && isSearched)) &&
    (filter.group === 'all' || row.old?.reached === true) &&
    (filter.district === '' || (row.elevator.district ?? '') === filter.district) &&
    (filter.maintainer === '' || (row.elevator.maintainer ?? '') === filter.maintainer) &&
    (!filter.withHazards || openOf(row) > 0) &&
    (!filter.assessmentDue || row.assessment === 'due' || row.assessment === 'proposed')
  );
}

/** Places of the rows: what must not run before the rest, then by points; ties by age, then by number. */
export function rankStock(rows: readonly StockRow[]): Int32Array {
  return Int32Array.from(rows.keys()).sort((x, y) => {
    const [a, b] = [rows[x]!, rows[y]!]; // each place is of a row
    return (
      Number(a.use === 'retired') - Number(b.use === 'retired') ||
      compareTurns(a.priority, b.priority) ||
      (a.age?.since ?? '9').localeCompare(b.age?.since ?? '9') ||
      (a.registrationNo < b.registrationNo ? -1 : 1)
    );
  });
}

export function openOf({ open }: Pick<StockRow, 'open'>): number {
  return open.I + open.II + open.III + open.none;
}

/** Distinct values of one particular, sorted, for a filter's choices. */
export function stockChoices(rows: readonly StockRow[], field: 'district' | 'maintainer'): string[] {
  return [...new Set(rows.map(({ elevator }) => elevator[field] ?? '').filter((value) => value !== ''))].sort();
}
