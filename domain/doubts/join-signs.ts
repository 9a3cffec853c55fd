import { civilPartsOf, toCivilDate, epochDayOf, type CivilDate } from '../calendar/civil-date';
import type { RegistrationNo } from '../elevator/elevator';
import { factsOf, type DoubtTables, type Seen } from './facts';
import { WEAK_SIGNS, weakSigns, type WeakSign } from './weak-signs';

export const JOINED_UNITS = ['elevator', 'crew', 'firm'] as const;
export type JoinedUnit = (typeof JOINED_UNITS)[number];

/** Whose records are looked at together: an elevator, the people of a sheet, or a maintaining firm. */
export type Joined =
  | { readonly type: 'elevator'; readonly registrationNo: RegistrationNo }
  | { readonly type: 'crew'; readonly people: readonly string[] }
  | { readonly type: 'firm'; readonly maintainer: string };

/** One sign in the sum: `hits` of `of` visits have it, where `usual` (a share) is the habit; worth `value`. */
export interface SignTerm {
  readonly sign: WeakSign;
  readonly hits: number;
  readonly of: number;
  readonly usual: number;
  readonly value: number;
}

/** A half-year of a unit in which several signs stand far beyond what is usual there. No one of them would do. */
export interface JoinedSigns {
  readonly unit: Joined;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly visits: number;
  /** Strongest first; their values make the sum. */
  readonly terms: readonly SignTerm[];
  readonly sum: number;
}

/**
 * Chosen for this program, by made-up fleets: a term counts for at most this, so that no sign alone comes to `LEAST`;
 * of fewer than `VISITS` visits nothing is said.
 */
export const likelihoodAtMost = 6;
const LEAST = 12;
const LEAST_TERM = 1;
const VISITS = 4;

/**
 * Signs joined by the likelihood ratio of binomial counts (Dunning 1993, Computational Linguistics 19:61–74; the gain of
 * one window in Kulldorff's scan statistic, 1997): of k visits with a sign among n, against the usual share p,
 *
 *     k · ln(k/n ÷ p) + (n − k) · ln((1 − k/n) ÷ (1 − p))   where k/n > p, else 0.
 *
 * p is the larger of two habits, each with half a visit more: that of the whole fleet, and that of the unit in all its
 * other half-years, so that a crew which always writes 9:00 is not told for it. The sum of the terms orders the list.
 */
export function joinSigns(tables: DoubtTables): readonly JoinedSigns[] {
  const steps = joiningSigns(tables);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Elevators between two pauses of `joiningSigns`. */
const AT_ONCE = 100;

/** The same, some elevators at a time: of a large fleet it takes seconds, in which others may be answered. */
export function* joiningSigns(tables: DoubtTables): Generator<undefined, readonly JoinedSigns[]> {
  const facts = factsOf(tables);
  const fleet = new Tally();
  const units = new Map<string, Unit>();
  const signsOf = weakSigns(facts);
  const unitOf = (type: JoinedUnit, key: string, one: Seen): Unit => {
    const whole = `${type} ${key}`;
    let unit = units.get(whole);
    if (unit === undefined) units.set(whole, (unit = { type, key, one, all: new Tally(), halves: new Map() }));
    return unit;
  };
  let looked = 0;
  for (const [no, visits] of facts.byElevator()) {
    if (looked++ % AT_ONCE === 0) yield;
    const maintainer = facts.elevatorOf(no)?.maintainer;
    let before: Seen | undefined;
    for (const one of visits) {
      const signs = signsOf(one, before);
      before = one;
      fleet.add(signs);
      const half = halfYearOf(one.day);
      tell(unitOf('elevator', no, one), half, signs);
      if (one.people.length > 0) tell(unitOf('crew', [...one.people].sort().join('\n'), one), half, signs);
      if (maintainer !== undefined) tell(unitOf('firm', maintainer, one), half, signs);
    }
  }
  const joined = [...units.values()].flatMap((unit) => strongest(unit, fleet));
  return joined.sort((a, b) => b.sum - a.sum || compare(nameOf(a.unit), nameOf(b.unit)));
}

interface Unit {
  readonly type: JoinedUnit;
  readonly key: string;
  /** A visit of it, for the names as they are written. */
  readonly one: Seen;
  readonly all: Tally;
  readonly halves: Map<number, Tally>;
}

type Signs = ReturnType<ReturnType<typeof weakSigns>>;

function tell(unit: Unit, half: number, signs: Signs): void {
  unit.all.add(signs);
  let tally = unit.halves.get(half);
  if (tally === undefined) unit.halves.set(half, (tally = new Tally()));
  tally.add(signs);
}

/** How many visits have each sign, of how many that could. */
class Tally {
  visits = 0;
  readonly hits = new Uint32Array(WEAK_SIGNS.length);
  readonly of = new Uint32Array(WEAK_SIGNS.length);

  add(signs: Signs): void {
    this.visits += 1;
    for (const [place, sign] of WEAK_SIGNS.entries()) {
      const has = signs[sign];
      if (has === null) continue;
      this.of[place]! += 1;
      if (has) this.hits[place]! += 1;
    }
  }
}

/** The half-year of a unit with the largest sum, if that is worth a look. */
function strongest(unit: Unit, fleet: Tally): readonly JoinedSigns[] {
  let best: { readonly half: number; readonly terms: readonly SignTerm[]; readonly sum: number } | null = null;
  for (const [half, tally] of unit.halves) {
    if (tally.visits < VISITS) continue;
    const terms = termsOf(tally, unit.all, fleet);
    const sum = terms.reduce((whole, { value }) => whole + value, 0);
    if (best === null || sum > best.sum) best = { half, terms, sum };
  }
  if (best === null || best.sum < LEAST || best.terms.length < 2) return [];
  const { half, terms, sum } = best;
  const { visits } = unit.halves.get(half)!;
  return [{ unit: joinedOf(unit), ...daysOf(half), visits, terms, sum: rounded(sum) }];
}

function termsOf(tally: Tally, all: Tally, fleet: Tally): SignTerm[] {
  return WEAK_SIGNS.flatMap((sign, place): readonly SignTerm[] => {
    const [hits, of] = [tally.hits[place]!, tally.of[place]!];
    if (hits < 2) return [];
    const own = shareOf(all.hits[place]! - hits, all.of[place]! - of);
    const usual = Math.max(shareOf(fleet.hits[place]!, fleet.of[place]!), all.of[place] === of ? 0 : own);
    const value = Math.min(likelihoodAtMost, likelihoodRatio(hits, of, usual));
    return value < LEAST_TERM
      ? []
      : [{ sign, hits, of, usual: Math.round(usual * 1000) / 1000, value: rounded(value) }];
  }).sort((a, b) => b.value - a.value);
}

function shareOf(hits: number, of: number): number {
  return (hits + 0.5) / (of + 1);
}

/** Natural logarithm of how much likelier the counts are by their own share than by the usual one; 0 where not above it. */
export function likelihoodRatio(hits: number, of: number, usual: number): number {
  const share = hits / of;
  if (share <= usual) return 0;
  const others = of - hits;
  return hits * Math.log(share / usual) + (others === 0 ? 0 : others * Math.log((1 - share) / (1 - usual)));
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function halfYearOf(day: Seen['day']): number {
  const { year, month } = civilPartsOf(day);
  return year * 2 + (month > 6 ? 1 : 0);
}

function daysOf(half: number): Pick<JoinedSigns, 'from' | 'to'> {
  const [year, second] = [Math.floor(half / 2), half % 2 === 1];
  return {
    from: toCivilDate(epochDayOf(year, second ? 7 : 1, 1)),
    to: toCivilDate(second ? epochDayOf(year, 12, 31) : epochDayOf(year, 6, 30)),
  };
}

function joinedOf({ type, key, one: { visit, people } }: Unit): Joined {
  if (type === 'elevator') return { type, registrationNo: visit.registrationNo };
  return type === 'firm' ? { type, maintainer: key } : { type, people: [...people].sort() };
}

function nameOf(unit: Joined): string {
  return unit.type === 'crew' ? unit.people.join('\n') : unit.type === 'firm' ? unit.maintainer : unit.registrationNo;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
