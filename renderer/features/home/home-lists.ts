import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { HazardCard } from '../../../domain/fleet/hazard-card';
import type { Party } from '../../../domain/hazard/hazard';
import { countListed, filterFleet, NO_FILTER, type ListedRow, type OrderedFleet } from '../fleet/fleet-filter';
import { hasClock } from '../hazard/board';

/** What must not be used or is not compliant, in the order of the fleet; each figure is that of the list it leads to. */
export function outsideOf(fleet: OrderedFleet, asOf: CivilDate) {
  const rows = filterFleet(fleet, NO_FILTER, asOf, null).filter(
    ({ use, verdict }) => use.state === 'must-not-run' || verdict === 'non-compliant',
  );
  return {
    rows,
    mustNotRun: countListed(fleet, { quick: 'must-not-run' }, asOf),
    nonCompliant: countListed(fleet, { verdict: 'non-compliant' }, asOf),
  };
}

export interface OwingFirm {
  /** Empty = the register names none. */
  readonly maintainer: string;
  /** How many of its elevators have a visit overdue, and by how many days at most. */
  readonly overdue: number;
  readonly days: number;
}

/** The firms with visits overdue, by name: how much a firm owes says little without how much it keeps. */
export function owingFirms(fleet: OrderedFleet, asOf: CivilDate): readonly OwingFirm[] {
  const byFirm = new Map<string, ListedRow[]>();
  for (const row of filterFleet(fleet, { ...NO_FILTER, quick: 'overdue' }, asOf, null)) {
    const firm = row.elevator.maintainer ?? '';
    byFirm.set(firm, [...(byFirm.get(firm) ?? []), row]);
  }
  const over = ({ visitPressing }: ListedRow): number => -(visitPressing?.daysLeft ?? 0);
  return [...byFirm]
    .map(([maintainer, rows]) => ({ maintainer, overdue: rows.length, days: Math.max(...rows.map(over)) }))
    .sort((a, b) => a.maintainer.localeCompare(b.maintainer, 'zh-CN'));
}

/** Of the hazards on the board: those whose next step is for this party, the most pressing first, as the board has them. */
export function stepsOwedBy(cards: readonly HazardCard[], parties: readonly Party[]): readonly HazardCard[] {
  return cards.filter(({ open, pressing }) => open && pressing !== null && parties.includes(pressing.owner));
}

/** How many hazards have a clock that ran out: the board's own filter. */
export function lateHazards(cards: readonly HazardCard[]): number {
  return cards.filter((card) => hasClock(card, 'overdue')).length;
}
