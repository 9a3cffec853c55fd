import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { RiskGroup } from '../../../domain/hazard/hazard';
import type { HazardState } from '../../../domain/hazard/hazard-life';
import { cellOf, type Cell } from '../../components/risk-cell';
import type { HazardCard } from '../../data/hazards-protocol';

/** The columns of the board, in the order in which a hazard passes them. */
export const COLUMNS = ['found', 'notified', 'in-rectification', 'recheck', 'done'] as const;
export type Column = (typeof COLUMNS)[number];

const COLUMN_OF: Readonly<Record<HazardState, Column>> = {
  found: 'found',
  notified: 'notified',
  'in-rectification': 'in-rectification',
  rectified: 'recheck',
  rechecked: 'recheck',
  closed: 'done',
  refused: 'done',
};

export function columnOf({ state }: Pick<HazardCard, 'state'>): Column {
  return COLUMN_OF[state];
}

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

type Part = keyof BoardFilter;

const PASSES: { readonly [P in Part]: (card: HazardCard, filter: BoardFilter) => boolean } = {
  cell: (card, { cell }) => cell === null || (card.risk !== null && cellOf(card.risk) === cell),
  groups: (card, { groups }) => groups.length === 0 || (card.group !== null && groups.includes(card.group)),
  clock: (card, { clock }) => clock === null || hasClock(card, clock),
  place: (card, { place }) => place === null || placeKeyOf(card) === place,
};
const PARTS = Object.keys(PASSES) as Part[];

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
  return isFiltered(filter) ? cards.filter((card) => PARTS.every((part) => PASSES[part](card, filter))) : cards;
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
    const failed = PARTS.filter((part) => !PASSES[part](card, filter));
    const counts = (part: Part): boolean => failed.every((one) => one === part);
    if (card.open && counts('cell') && card.risk !== null) add(cells, cellOf(card.risk));
    if (card.open && counts('groups')) {
      if (card.group === null) noGroup += 1;
      else groups[card.group] += 1;
    }
    if (counts('clock')) for (const clock of CLOCK_FILTERS) if (hasClock(card, clock)) clocks[clock] += 1;
    if (card.open && counts('place')) add(places, placeKeyOf(card));
  }
  const byCount = [...places].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { cells, groups, noGroup, clocks, places: byCount };
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The cards of each column: open ones by what presses most, done ones by the day, the latest first. */
export function columnsOf(cards: readonly HazardCard[]): Readonly<Record<Column, readonly HazardCard[]>> {
  const columns: Record<Column, HazardCard[]> = {
    found: [],
    notified: [],
    'in-rectification': [],
    recheck: [],
    done: [],
  };
  for (const card of cards) columns[columnOf(card)].push(card);
  for (const column of COLUMNS) columns[column].sort(column === 'done' ? byDay : byPressure);
  return columns;
}

function byPressure(a: HazardCard, b: HazardCard): number {
  return (
    Number(b.mustStop) - Number(a.mustStop) ||
    daysOf(a) - daysOf(b) ||
    groupOf(a) - groupOf(b) ||
    (a.foundOn < b.foundOn ? -1 : a.foundOn > b.foundOn ? 1 : 0)
  );
}

function byDay(a: HazardCard, b: HazardCard): number {
  return a.since === b.since ? 0 : a.since < b.since ? 1 : -1;
}

function daysOf({ pressing }: HazardCard): number {
  return pressing?.daysLeft ?? Number.MAX_SAFE_INTEGER;
}

function groupOf({ group }: HazardCard): number {
  return group === null ? 3 : group.length - 1;
}

export interface BoardSum {
  readonly open: number;
  /** Elevators out of use, to be taken out of use, or past a deadline on account of a hazard. */
  readonly stopped: number;
  readonly mustStop: number;
  readonly overdue: number;
}

export function sumOf(cards: readonly HazardCard[]): BoardSum {
  const elevators = (which: (card: HazardCard) => boolean): number =>
    new Set(cards.filter(which).map(({ registrationNo }) => registrationNo)).size;
  return {
    open: cards.filter(({ open }) => open).length,
    stopped: elevators(({ stopped }) => stopped),
    mustStop: elevators(({ mustStop }) => mustStop),
    overdue: cards.filter((card) => hasClock(card, 'overdue')).length,
  };
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
