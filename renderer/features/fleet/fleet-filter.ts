import { VERDICTS, type Verdict } from '../../../domain/audit/verdict';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { yearsInUse } from '../../../domain/elevator/age';
import { placeOf } from '../../components/elevator-place';
import type { FleetRow } from '../../../domain/fleet/fleet-row';

export const QUICKS = ['all', 'must-not-run', 'overdue', 'soon', 'old', 'out', 'late', 'doubts', 'retired'] as const;
export type Quick = (typeof QUICKS)[number];
export type SortKey = 'urgency' | 'registrationNo' | 'place' | 'lastVisit' | 'gaps' | 'doubts';

/** A row with how many doubts about its records ask for an answer; null = not known (yet). */
export interface ListedRow extends FleetRow {
  readonly doubts: number | null;
}

export interface FleetFilter {
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly district: string;
  readonly maintainer: string;
  readonly kind: string;
  readonly quick: Quick;
}

export const NO_FILTER: FleetFilter = { text: '', verdict: null, district: '', maintainer: '', kind: '', quick: 'all' };

/** Only what must not run, or everything again. */
export function mustNotRunToggled({ quick }: FleetFilter): Pick<FleetFilter, 'quick'> {
  return { quick: quick === 'must-not-run' ? 'all' : 'must-not-run' };
}

const SOON_DAYS = 7;
const OLD_YEARS = 15;
const VERDICT_ORDER: Readonly<Record<Verdict, number>> = {
  'non-compliant': 0,
  lapsed: 1,
  'not-shown': 2,
  'no-data': 3,
  compliant: 4,
  'not-applicable': 5,
};
const RANKS = VERDICTS.length;

/**
 * Retired elevators are out of every list but their own and that of doubts: visits after the end are one. `overdue` and
 * `soon` are of visits: what an inspection answers no visit can mend.
 */
export function quickMatches(
  { use, visitPressing, late, elevator, doubts }: ListedRow,
  quick: Quick,
  asOf: CivilDate,
): boolean {
  if (quick === 'doubts') return (doubts ?? 0) > 0;
  if (quick === 'retired') return use.state === 'retired';
  if (use.state === 'retired') return false;
  switch (quick) {
    case 'all':
      return true;
    case 'must-not-run':
      return use.state === 'must-not-run';
    case 'overdue':
      return visitPressing?.status === 'overdue';
    case 'soon':
      return visitPressing !== null && visitPressing.daysLeft <= SOON_DAYS;
    case 'old':
      return (yearsInUse(elevator, asOf) ?? 0) >= OLD_YEARS;
    case 'out':
      return use.state === 'out-of-use';
    case 'late':
      return late !== null;
  }
}

/**
 * The rows that pass every part of the filter, in the order of the places given. `matches` = what its text finds, 1 in the
 * place of each row that it does; null = everything.
 */
export function filterFleet(
  { rows, places }: OrderedFleet,
  filter: FleetFilter,
  asOf: CivilDate,
  matches: Uint8Array | null,
): ListedRow[] {
  const shown: ListedRow[] = [];
  for (const place of places) {
    const row = rows[place]!; // each place is of a row
    if (matches !== null && matches[place] !== 1) continue;
    if (passes(row, filter, asOf, matches !== null)) shown.push(row);
  }
  return shown;
}

function passes(row: ListedRow, filter: FleetFilter, asOf: CivilDate, isSearched: boolean): boolean {
  return (
    (filter.verdict === null || row.verdict === filter.verdict) &&
    (filter.district === '' || (row.elevator.district ?? '') === filter.district) &&
    (filter.maintainer === '' || (row.elevator.maintainer ?? '') === filter.maintainer) &&
    (filter.kind === '' || row.elevator.kind === filter.kind) &&
    (quickMatches(row, filter.quick, asOf) || isRetiredFound(row, filter, isSearched))
  );
}

/** A search over the whole fleet finds what is retired too. */
function isRetiredFound({ use }: FleetRow, { quick }: FleetFilter, isSearched: boolean): boolean {
  return quick === 'all' && isSearched && use.state === 'retired';
}

/** The rows of the fleet, and their places in the order in which they are listed: a filter then needs no sorting. */
export interface OrderedFleet {
  readonly rows: readonly ListedRow[];
  readonly places: Int32Array;
}

/** Worst first: what must not run, verdict, its weight, then days left; or by a column. Ties by registration number, so that the order is one. */
export function sortFleet(rows: readonly ListedRow[], key: SortKey): OrderedFleet {
  const places = Int32Array.from(rows.keys());
  // Each row is looked at once: a comparison is of two keys.
  const [numbers, keys] = [rows.map(({ registrationNo }) => registrationNo), rows.map(SORT_KEYS[key])];
  places.sort((x, y) => {
    const [a, b] = [keys[x]!, keys[y]!]; // each place is of a row
    return a < b ? -1 : a > b ? 1 : compareText(numbers[x]!, numbers[y]!);
  });
  return { rows, places };
}

/** What is listed first has the least. */
const SORT_KEYS: Readonly<Record<SortKey, (row: ListedRow) => number | string>> = {
  urgency: urgencyOf,
  registrationNo: () => 0,
  place: ({ elevator }) => placeOf(elevator),
  lastVisit: ({ lastVisit }) => lastVisit ?? -Infinity,
  gaps: ({ gaps }) => -gaps,
  doubts: ({ doubts }) => -(doubts ?? 0),
};

/** More than days can be, either way. */
const MOST_DAYS = 2 ** 32;

function urgencyOf({ use, verdict, weight, pressing }: ListedRow): number {
  const rank = use.state === 'must-not-run' ? 0 : use.state === 'retired' ? 2 : 1;
  const ofVerdict = rank * RANKS + VERDICT_ORDER[verdict];
  const ofWeight = ofVerdict * 2 + Number(weight !== 'law');
  return ofWeight * 2 * MOST_DAYS + Math.min(MOST_DAYS, pressing?.daysLeft ?? MOST_DAYS);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many rows a filter lists. */
export function countListed(fleet: OrderedFleet, filter: Partial<FleetFilter>, asOf: CivilDate): number {
  return filterFleet(fleet, { ...NO_FILTER, ...filter }, asOf, null).length;
}

/** The fleet, listed by a filter; what it cannot carry in its address is left out. */
export function listedPath({ quick, verdict, maintainer }: Partial<FleetFilter>): string {
  const asked = new URLSearchParams();
  if (quick !== undefined) asked.set('quick', quick);
  if (verdict !== undefined && verdict !== null) asked.set('verdict', verdict);
  if (maintainer !== undefined && maintainer !== '') asked.set('maintainer', maintainer);
  return `/?${asked.toString()}`;
}

/** The filter that an address asks for. */
export function filterAsked(asked: (name: string) => string | null): FleetFilter {
  return {
    ...NO_FILTER,
    quick: QUICKS.find((one) => one === asked('quick')) ?? 'all',
    verdict: VERDICTS.find((one) => one === asked('verdict')) ?? null,
    maintainer: asked('maintainer') ?? '',
  };
}

/** Distinct values of one particular, sorted, for a filter's choices. */
export function choicesOf(rows: readonly FleetRow[], field: 'district' | 'maintainer' | 'kind'): string[] {
  return [...new Set(rows.map(({ elevator }) => elevator[field] ?? '').filter((value) => value !== ''))].sort(
    compareText,
  );
}
