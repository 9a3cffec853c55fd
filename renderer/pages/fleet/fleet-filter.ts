import type { Verdict } from '../../../domain/audit/verdict';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { yearsInUse } from '../../../domain/elevator/age';
import { placeOf } from '../../components/elevator-place';
import type { FleetRow } from '../../data/fleet-protocol';
import { isFoundBy, searchWords } from '../../state/elevator-search';

export type Quick = 'all' | 'soon' | 'old' | 'out';
export type SortKey = 'urgency' | 'registrationNo' | 'place' | 'lastVisit' | 'gaps';

export interface FleetFilter {
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly district: string;
  readonly maintainer: string;
  readonly kind: string;
  readonly quick: Quick;
}

export const NO_FILTER: FleetFilter = { text: '', verdict: null, district: '', maintainer: '', kind: '', quick: 'all' };

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

export function quickMatches(row: FleetRow, quick: Quick, asOf: CivilDate): boolean {
  if (quick === 'soon') return row.pressing !== null && row.pressing.daysLeft <= SOON_DAYS;
  if (quick === 'old') return (yearsInUse(row.elevator, asOf) ?? 0) >= OLD_YEARS;
  return quick === 'out' ? row.use.state === 'out-of-use' : true;
}

/** The rows that pass every part of the filter, in the order given. */
export function filterFleet(rows: readonly FleetRow[], filter: FleetFilter, asOf: CivilDate): FleetRow[] {
  const words = searchWords(filter.text);
  return rows.filter(
    (row) =>
      (filter.verdict === null || row.verdict === filter.verdict) &&
      (filter.district === '' || (row.elevator.district ?? '') === filter.district) &&
      (filter.maintainer === '' || (row.elevator.maintainer ?? '') === filter.maintainer) &&
      (filter.kind === '' || row.elevator.kind === filter.kind) &&
      quickMatches(row, filter.quick, asOf) &&
      isFoundBy(row.elevator, words),
  );
}

/** Worst first: verdict, then days left; or by a column. Ties by registration number, so that the order is one. */
export function sortFleet(rows: readonly FleetRow[], key: SortKey): FleetRow[] {
  const compare: Readonly<Record<SortKey, (a: FleetRow, b: FleetRow) => number>> = {
    urgency: (a, b) =>
      VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] ||
      (a.pressing?.daysLeft ?? Infinity) - (b.pressing?.daysLeft ?? Infinity) ||
      0,
    registrationNo: () => 0,
    place: (a, b) => compareText(placeOf(a.elevator), placeOf(b.elevator)),
    lastVisit: (a, b) => (a.lastVisit ?? -Infinity) - (b.lastVisit ?? -Infinity) || 0,
    gaps: (a, b) => b.gaps - a.gaps,
  };
  return [...rows].sort((a, b) => compare[key](a, b) || compareText(a.registrationNo, b.registrationNo));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Distinct values of one particular, sorted, for a filter's choices. */
export function choicesOf(rows: readonly FleetRow[], field: 'district' | 'maintainer' | 'kind'): string[] {
  return [...new Set(rows.map(({ elevator }) => elevator[field] ?? '').filter((value) => value !== ''))].sort(
    compareText,
  );
}
