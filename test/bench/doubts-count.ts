import type { Doubt, DoubtLevel } from '../../domain/doubts/doubt';
import type { JoinedSigns, JoinedUnit } from '../../domain/doubts/join-signs';
import type { Elevator } from '../../domain/elevator/elevator';
import type { DoubtKind } from '../../domain/pack/doubt-threshold';
import type { Fabrication, FieldVisit } from '../../domain/sample/field/kinds';
import type { Visit } from '../../domain/visit/visit';

/** Of how many how many. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

export interface DoubtCounts {
  /** Fabricated rounds that a doubt names. */
  readonly found: ReadonlyMap<Fabrication, Share>;
  /** Honest visits that a doubt names in which there is no fabricated one. */
  readonly falseAlarms: Share;
  /** The same by the kind of doubt; a visit may stand in several. */
  readonly falseAlarmsBy: ReadonlyMap<DoubtKind, number>;
  /** Fabricated rounds by the kind of doubt that names them. */
  readonly foundBy: ReadonlyMap<DoubtKind, ReadonlyMap<Fabrication, number>>;
}

/**
 * A round counts as found where a doubt of one of the levels names a visit of it. An honest visit counts as a false
 * alarm where such a doubt names it and no fabricated one beside it: of two records that cannot both be true one is
 * honest as a rule.
 */
export function countDoubts(
  doubts: readonly Doubt[],
  truth: ReadonlyMap<Visit, FieldVisit>,
  levels: readonly DoubtLevel[],
): DoubtCounts {
  const rounds = new Map<Fabrication, Set<number>>();
  let honest = 0;
  for (const { fabricated, round } of truth.values())
    if (fabricated === null) honest += 1;
    else setOf(rounds, fabricated.kind).add(round);
  const found = new Map<Fabrication, Set<number>>();
  const foundBy = new Map<DoubtKind, Map<Fabrication, Set<number>>>();
  const alarms = new Set<Visit>();
  const alarmsBy = new Map<DoubtKind, Set<Visit>>();
  for (const { kind, level, visits } of doubts) {
    if (!levels.includes(level)) continue;
    const told = visits.map((visit) => truth.get(visit)!); // checks give the very visits they were given
    const invented = told.filter(({ fabricated }) => fabricated !== null);
    for (const { fabricated, round } of invented) {
      setOf(found, fabricated!.kind).add(round);
      let ofKind = foundBy.get(kind);
      if (ofKind === undefined) foundBy.set(kind, (ofKind = new Map<Fabrication, Set<number>>()));
      setOf(ofKind, fabricated!.kind).add(round);
    }
    if (invented.length > 0) continue;
    for (const visit of visits) {
      alarms.add(visit);
      setOf(alarmsBy, kind).add(visit);
    }
  }
  return {
    found: new Map(
      [...rounds].map(([kind, all]) => [kind, { hits: found.get(kind)?.size ?? 0, of: all.size }] as const),
    ),
    falseAlarms: { hits: alarms.size, of: honest },
    falseAlarmsBy: sizes(alarmsBy),
    foundBy: new Map([...foundBy].map(([kind, by]) => [kind, sizes(by)] as const)),
  };
}

export interface JoinedCounts {
  /** Of the listed those with a fabricated visit in the half-year that is told. */
  readonly right: Readonly<Record<JoinedUnit, Share>>;
  /** Fabricated rounds of a listed elevator in the half-year that is told. */
  readonly rounds: Share;
  /** Listed elevators, of all. */
  readonly elevators: Share;
}

export function countJoined(
  list: readonly JoinedSigns[],
  truth: ReadonlyMap<Visit, FieldVisit>,
  elevators: readonly Elevator[],
): JoinedCounts {
  const byElevator = new Map<string, FieldVisit[]>();
  const byCrew = new Map<string, FieldVisit[]>();
  const byFirm = new Map<string, FieldVisit[]>();
  const firmOf = new Map<string, string>(
    elevators.map(({ registrationNo, maintainer = '' }) => [registrationNo, maintainer]),
  );
  const rounds = new Set<number>();
  for (const field of truth.values()) {
    if (field.fabricated !== null) rounds.add(field.round);
    push(byElevator, field.visit.registrationNo, field);
    push(byFirm, firmOf.get(field.visit.registrationNo)!, field);
    push(byCrew, [...field.visit.technicians].sort().join(), field);
  }
  const right = { elevator: { hits: 0, of: 0 }, crew: { hits: 0, of: 0 }, firm: { hits: 0, of: 0 } };
  const found = new Set<number>();
  for (const { unit, from, to } of list) {
    const theirs =
      unit.type === 'elevator'
        ? byElevator.get(unit.registrationNo)
        : unit.type === 'crew'
          ? byCrew.get(unit.people.join())
          : byFirm.get(unit.maintainer);
    const made = (theirs ?? []).filter(
      ({ visit, fabricated }) => fabricated !== null && visit.date >= from && visit.date <= to,
    );
    right[unit.type].of += 1;
    if (made.length > 0) right[unit.type].hits += 1;
    if (unit.type === 'elevator') for (const { round } of made) found.add(round);
  }
  return {
    right,
    rounds: { hits: found.size, of: rounds.size },
    elevators: { hits: right.elevator.of, of: byElevator.size },
  };
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

export function sum(shares: Iterable<Share>): Share {
  let [hits, of] = [0, 0];
  for (const share of shares) [hits, of] = [hits + share.hits, of + share.of];
  return { hits, of };
}

const Z = 1.959964; // 95 of 100

/** Wilson's interval of a share, 95 of 100. */
export function wilson({ hits, of }: Share): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const share = hits / of;
  const middle = share + (Z * Z) / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const whole = 1 + (Z * Z) / of;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
}

function setOf<K, V>(sets: Map<K, Set<V>>, key: K): Set<V> {
  let known = sets.get(key);
  if (known === undefined) sets.set(key, (known = new Set()));
  return known;
}

function sizes<K, V>(sets: ReadonlyMap<K, ReadonlySet<V>>): Map<K, number> {
  return new Map([...sets].map(([key, values]) => [key, values.size] as const));
}
