import type { HazardState } from '../hazard/hazard-life';
import type { BoardSum, HazardCard } from './hazard-card';

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

/** The cards as each column shows them from the top: open ones by what presses most, done ones by the day, the latest first. */
export function inBoardOrder(cards: readonly HazardCard[]): readonly HazardCard[] {
  return [...cards].sort((a, b) => {
    const apart = COLUMNS.indexOf(columnOf(a)) - COLUMNS.indexOf(columnOf(b));
    return apart || (columnOf(a) === 'done' ? byDay(a, b) : byPressure(a, b));
  });
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

export function sumOf(cards: readonly HazardCard[]): BoardSum {
  const elevators = (which: (card: HazardCard) => boolean): number =>
    new Set(cards.filter(which).map(({ registrationNo }) => registrationNo)).size;
  return {
    open: cards.filter(({ open }) => open).length,
    stopped: elevators(({ stopped }) => stopped),
    mustStop: elevators(({ mustStop }) => mustStop),
    overdue: cards.filter(({ late }) => late).length,
  };
}
