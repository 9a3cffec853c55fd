import type { Verdict } from '../../../domain/audit/verdict';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { yearsInUse } from '../../../domain/elevator/age';
import { placeOf } from '../../components/elevator-place';
import type { FleetRow } from '../../data/fleet-protocol';
import { isFoundBy, searchWords } from '../../state/elevator-search';

export type Quick = 'all' | 'must-not-run' | 'soon' | 'old' | 'out' | 'late' | 'retired';
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

/** Retired elevators are out of every list but their own. */
export function quickMatches({ use, pressing, late, elevator }: FleetRow, quick: Quick, asOf: CivilDate): boolean {
  if (quick === 'retired') return use.state === 'retired';
  if (use.state === 'retired') return false;
  switch (quick) {
    case 'all':
      return true;
    case 'must-not-run':
      return use.state === 'must-not-run';
    case 'soon':
      return pressing !== null && pressing.daysLeft <= SOON_DAYS;
    case 'old':
      return (yearsInUse(elevator, asOf) ?? 0) >= OLD_YEARS;
    case 'out':
      return use.state === 'out-of-use';
    case 'late':
      return late !== null;
  }
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
      (quickMatches(row, filter.quick, asOf) || isRetiredFound(row, filter, words)) &&
      isFoundBy(row.elevator, words),
  );
}

/** A search over the whole fleet finds what is retired too. */
function isRetiredFound({ use }: FleetRow, { quick }: FleetFilter, words: readonly unknown[]): boolean {
  return quick === 'all' && words.length > 0 && use.state === 'retired';
}

/** Worst first: what must not run, verdict, its weight, then days left; or by a column. Ties by registration number, so that the order is one. */
export function sortFleet(rows: readonly FleetRow[], key: SortKey): FleetRow[] {
  const compare: Readonly<Record<SortKey, (a: FleetRow, b: FleetRow) => number>> = {
    urgency: (a, b) =>
      rankOfUse(a) - rankOfUse(b) ||
      VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] ||
      Number(b.weight === 'law') - Number(a.weight === 'law') ||
      (a.pressing?.daysLeft ?? Infinity) - (b.pressing?.daysLeft ?? Infinity) ||
      0,
    registrationNo: () => 0,
    place: (a, b) => compareText(placeOf(a.elevator), placeOf(b.elevator)),
    lastVisit: (a, b) => (a.lastVisit ?? -Infinity) - (b.lastVisit ?? -Infinity) || 0,
    gaps: (a, b) => b.gaps - a.gaps,
  };
  return [...rows].sort((a, b) => compare[key](a, b) || compareText(a.registrationNo, b.registrationNo));
}

function rankOfUse({ use }: FleetRow): number {
  return use.state === 'must-not-run' ? 0 : use.state === 'retired' ? 2 : 1;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Distinct values of one particular, sorted, for a filter's choices. */
export function choicesOf(rows: readonly FleetRow[], field: 'district' | 'maintainer' | 'kind'): string[] {
  return [...new Set(rows.map(({ elevator }) => elevator[field] ?? '').filter((value) => value !== ''))].sort(
    compareText,
  );
}
