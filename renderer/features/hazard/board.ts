import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { RiskGroup } from '../../../domain/hazard/hazard';
import { cellOf, type Cell } from '../../components/risk-cell';
import { columnOf, COLUMNS, type Column } from '../../../domain/fleet/board-order';
import type { HazardCard } from '../../../domain/fleet/hazard-card';

export const CLOCK_FILTERS = ['overdue', 'soon', 'now', 'stopped'] as const;
export type ClockFilter = (typeof CLOCK_FILTERS)[number];

/** Days until a deadline that the board calls near. */
export const NEAR_DAYS = 5;

export interface BoardFilter {
  readonly cell: Cell | null;
  readonly groups: readonly RiskGroup[];
  readonly clock: ClockFilter | null;
  readonly place: string | null;
}

export const NO_FILTER: BoardFilter = { cell: null, groups: [], clock: null, place: null };

export function isFiltered({ cell, groups, clock, place }: BoardFilter): boolean {
  return cell !== null || groups.length > 0 || clock !== null || place !== null;
}

/** The groups with one added, or taken away where it was among them. */
export function toggled(groups: readonly RiskGroup[], group: RiskGroup): readonly RiskGroup[] {
  return groups.includes(group) ? groups.filter((one) => one !== group) : [...groups, group];
}

/** Where an elevator stands, as the board groups it; the user unit's address without the elevator's own number. */
export function placeKeyOf({ place, registrationNo }: Pick<HazardCard, 'place' | 'registrationNo'>): string {
  return place.address ?? registrationNo;
}

/** One bit for each part of a filter that a card does not pass: cards are counted in thousands at a key. */
const FAILS = { cell: 1, groups: 2, clock: 4, place: 8 } as const;
type Part = keyof typeof FAILS;

function failedParts(card: HazardCard, { cell, groups, clock, place }: BoardFilter): number {
  return (
    (cell === null || (card.risk !== null && cellOf(card.risk) === cell) ? 0 : FAILS.cell) |
    (groups.length === 0 || (card.group !== null && groups.includes(card.group)) ? 0 : FAILS.groups) |
    (clock === null || hasClock(card, clock) ? 0 : FAILS.clock) |
    (place === null || placeKeyOf(card) === place ? 0 : FAILS.place)
  );
}

export function hasClock(card: HazardCard, clock: ClockFilter): boolean {
  const { mustStop, stopped, late, nextDays } = card;
  switch (clock) {
    case 'now':
      return mustStop;
    case 'stopped':
      return stopped;
    case 'overdue':
      return late;
    case 'soon':
      return nextDays !== null && nextDays <= NEAR_DAYS;
  }
}

/** The cards that pass every part of the filter, in the order given. */
export function filterBoard(cards: readonly HazardCard[], filter: BoardFilter): readonly HazardCard[] {
  return isFiltered(filter) ? cards.filter((card) => failedParts(card, filter) === 0) : cards;
}

export interface Facets {
  readonly cells: ReadonlyMap<Cell, number>;
  readonly groups: Readonly<Record<RiskGroup, number>>;
  readonly noGroup: number;
  readonly clocks: Readonly<Record<ClockFilter, number>>;
  /** Most hazards first; among equals by name. */
  readonly places: readonly (readonly [place: string, count: number])[];
}

/** How many open hazards each choice would leave, given the other parts of the filter. */
export function facetsOf(cards: readonly HazardCard[], filter: BoardFilter): Facets {
  const cells = new Map<Cell, number>();
  const groups = { I: 0, II: 0, III: 0 };
  const clocks = { overdue: 0, soon: 0, now: 0, stopped: 0 };
  const places = new Map<string, number>();
  let noGroup = 0;
  for (const card of cards) {
    const failed = failedParts(card, filter);
    if (isAlone(failed, 'clock')) for (const clock of CLOCK_FILTERS) if (hasClock(card, clock)) clocks[clock] += 1;
    if (!card.open) continue;
    if (isAlone(failed, 'cell') && card.risk !== null) add(cells, cellOf(card.risk));
    if (isAlone(failed, 'groups')) {
      if (card.group === null) noGroup += 1;
      else groups[card.group] += 1;
    }
    if (isAlone(failed, 'place')) add(places, placeKeyOf(card));
  }
  const byCount = [...places].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { cells, groups, noGroup, clocks, places: byCount };
}

/** Whether at most this part keeps the card out. */
function isAlone(failed: number, part: Part): boolean {
  return (failed & ~FAILS[part]) === 0;
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The cards of each column, in the order given: that of the board. */
export function columnsOf(cards: readonly HazardCard[]): Readonly<Record<Column, readonly HazardCard[]>> {
  const columns: Record<Column, HazardCard[]> = {
    found: [],
    notified: [],
    'in-rectification': [],
    recheck: [],
    done: [],
  };
  for (const card of cards) columns[columnOf(card)].push(card);
  return columns;
}

/** The column beside one that has cards, in the direction asked; the same one where there is none. */
export function columnBeside(
  columns: Readonly<Record<Column, readonly HazardCard[]>>,
  from: Column,
  step: 1 | -1,
): Column {
  for (let at = COLUMNS.indexOf(from) + step; at >= 0 && at < COLUMNS.length; at += step) {
    const column = COLUMNS[at]!;
    if (columns[column].length > 0) return column;
  }
  return from;
}

/** How much of its time a clock has used, 0 to 1; null without a deadline. */
export function usedShare(card: Pick<HazardCard, 'pressing' | 'since' | 'foundOn'>, asOf: CivilDate): number | null {
  const { pressing } = card;
  if (pressing === null) return null;
  if (pressing.status === 'now' || (pressing.daysLeft ?? 0) < 0) return 1;
  if (pressing.dueOn === null || pressing.daysLeft === null) return null;
  const from = pressing.step === 'rectify' || pressing.step === 'notify' ? card.foundOn : card.since;
  const used = toEpochDay(asOf) - toEpochDay(from);
  return used + pressing.daysLeft <= 0 ? 1 : used / (used + pressing.daysLeft);
}
