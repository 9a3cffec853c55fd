import type { Side, Sides } from '../../../domain/audit/compare-audits';
import type { Measure } from '../../../domain/audit/judge-by';
import { isCivilDate, toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import type { RulePack } from '../../../domain/pack/rule-pack';

/** A pack and a day as they were chosen on the page. */
export interface ChosenSide {
  readonly packId: string;
  readonly asOf: CivilDate;
}

/** Null = not chosen yet, so that it follows the pack and the day of the whole program. */
export type ChosenSides = Sides<ChosenSide | null>;

export const NOTHING_CHOSEN: ChosenSides = { left: null, right: null };

/** What a session kept; anything that is not in order counts as not chosen. */
export function parseChosenSides(text: string | null): ChosenSides {
  if (text === null) return NOTHING_CHOSEN;
  try {
    const { left, right } = JSON.parse(text) as Partial<Record<Side, unknown>>;
    return { left: chosenSide(left), right: chosenSide(right) };
  } catch {
    return NOTHING_CHOSEN; // not JSON, or nothing that has sides: nobody can have chosen it
  }
}

function chosenSide(value: unknown): ChosenSide | null {
  if (value === null || typeof value !== 'object') return null;
  const { packId, asOf } = value as Partial<Record<keyof ChosenSide, unknown>>;
  return typeof packId === 'string' && typeof asOf === 'string' && isCivilDate(asOf) ? { packId, asOf } : null;
}

interface Usual {
  readonly packs: readonly RulePack[];
  /** The pack and the day by which the program judges. */
  readonly pack: RulePack;
  readonly asOf: CivilDate;
}

const YEAR_DAYS = 365;

/**
 * What to compare by. Left, unless chosen: the pack and day of the program. Right, unless chosen: the pack that this one
 * adds to; where it stands alone, the same pack 365 days earlier, so that one audit period ends where the other begins.
 * A chosen pack that is no longer there gives way to the program's.
 */
export function measuresFor(chosen: ChosenSides, usual: Usual): Sides<Measure> {
  const { packs, pack, asOf } = usual;
  const left = chosen.left ?? { packId: pack.id, asOf };
  const base = packs.find(({ id }) => id === pack.extends);
  const right =
    chosen.right ??
    (base === undefined
      ? { packId: pack.id, asOf: toCivilDate(toEpochDay(asOf) - YEAR_DAYS) }
      : { packId: base.id, asOf });
  return { left: measureOf(left, usual), right: measureOf(right, usual) };
}

function measureOf({ packId, asOf }: ChosenSide, { packs, pack }: Usual): Measure {
  const { id, version, rules, requirements } = packs.find((each) => each.id === packId) ?? pack;
  return { pack: { id, version, rules, requirements }, asOf, period: defaultPeriod(asOf) };
}

export function chosenOf({ pack, asOf }: Measure): ChosenSide {
  return { packId: pack.id, asOf };
}

/**
 * A side with another pack or another day. Where no day was chosen for it yet, another pack is compared on the other
 * side's day: one thing differs, and it is the one that was chosen.
 */
export function withChoice(
  chosen: ChosenSides,
  side: Side,
  change: Partial<ChosenSide>,
  measures: Sides<Measure>,
): ChosenSides {
  const before = chosen[side] ?? chosenOf(measures[side]);
  const otherPack = change.packId !== undefined && change.packId !== before.packId;
  const other = measures[side === 'left' ? 'right' : 'left'];
  const start = chosen[side] === null && otherPack ? { ...before, asOf: other.asOf } : before;
  return { ...chosen, [side]: { ...start, ...change } };
}
