import { bestFilling, canReach, HAIR, type Filling, type Wares } from './knapsack';

export interface Candidate {
  readonly id: string;
  /** Whole yuan. */
  readonly cost: number;
  /** Whole points. */
  readonly points: number;
}

export interface Choice {
  /** Ids in the order of the candidates. */
  readonly chosen: readonly string[];
  readonly cost: number;
  readonly points: number;
}

/**
 * Which candidates to take first with a budget: of all sets that it pays for the one with the most points; of several
 * such the one that costs fewest yuan; of several such the one that has the earlier candidates, compared from the first.
 * A candidate without points is never taken. Throws where a number is not whole or is below zero, or where points times
 * yuan pass what can be computed exactly.
 */
export function withinBudget(budget: number, candidates: readonly Candidate[]): Choice {
  requireWhole(budget, candidates);
  const useful = candidates.map((one, place) => ({ ...one, place })).filter(({ points }) => points > 0);
  const taken = new Set(useful.filter(({ cost }) => cost === 0).map(({ place }) => place));
  const paid = useful.filter(({ cost }) => cost > 0 && cost <= budget).sort(byValue);
  // No sum of prices lies between: the bounds close in sooner where prices are round.
  const spendable = budget - (budget % paid.reduce((divisor, { cost }) => commonDivisor(divisor, cost), 0) || 0);
  const best = bestFilling(new Shelf(paid), spendable);
  for (const place of firstInOrder(paid, best)) taken.add(place);
  const chosen = candidates.filter((_, place) => taken.has(place));
  return {
    chosen: chosen.map(({ id }) => id),
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
    points: chosen.reduce((sum, { points }) => sum + points, 0),
  };
}

interface Placed extends Candidate {
  readonly place: number;
}

/** Of the sets that come to the best, the one with the earlier candidates: each is taken if the rest can still be reached. */
function firstInOrder(paid: readonly Placed[], best: Filling): Set<number> {
  const { sure, open } = sorted(paid, best.points, best.cost);
  const taken = new Set(sure.map(({ place }) => place));
  let points = best.points - total(sure, 'points');
  let cost = best.cost - total(sure, 'cost');
  const rest = new Shelf(open);
  // A later one just like it could be exchanged for it, so it is refused too.
  const refused = new Set<string>();
  for (const one of [...open].sort((a, b) => a.place - b.place)) {
    if (points === 0) break;
    rest.remove(one);
    const alike = `${one.points} ${one.cost}`;
    if (refused.has(alike)) continue;
    if (one.cost > cost || !canReach(rest, cost - one.cost, points - one.points)) {
      refused.add(alike);
      continue;
    }
    taken.add(one.place);
    points -= one.points;
    cost -= one.cost;
  }
  return taken;
}

/** Wares from which single ones are taken away. */
class Shelf implements Wares {
  readonly costs: number[];
  readonly points: number[];
  private readonly kept: Placed[];

  constructor(inOrder: readonly Placed[]) {
    this.kept = [...inOrder];
    this.costs = inOrder.map(({ cost }) => cost);
    this.points = inOrder.map(({ points }) => points);
  }

  remove(one: Placed): void {
    let [low, high] = [0, this.kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byValue(this.kept[middle]!, one) < 0) low = middle + 1;
      else high = middle;
    }
    for (const list of [this.kept, this.costs, this.points]) list.splice(low, 1);
  }
}

/**
 * Tells those that every set with so many points for so many yuan contains from those that stay open; those that none
 * contains are left out. By the bound of the fractional optimum: what forcing one in or out costs at least.
 */
function sorted(
  paid: readonly Placed[],
  points: number,
  capacity: number,
): { readonly sure: readonly Placed[]; readonly open: readonly Placed[] } {
  let [count, left, sum] = [0, capacity, 0];
  while (count < paid.length && paid[count]!.cost <= left) {
    left -= paid[count]!.cost;
    sum += paid[count]!.points;
    count += 1;
  }
  const next = paid[count];
  const rate = next === undefined ? 0 : next.points / next.cost;
  const fractional = sum + left * rate;
  const loses = ({ cost, points: own }: Placed): number => Math.abs(own - cost * rate);
  const isOpen = (one: Placed): boolean => Math.floor(fractional - loses(one) + HAIR) >= points;
  return {
    sure: paid.slice(0, count).filter((one) => !isOpen(one)),
    open: paid.filter(isOpen),
  };
}

function total(candidates: readonly Candidate[], of: 'points' | 'cost'): number {
  return candidates.reduce((sum, one) => sum + one[of], 0);
}

/** Most points per yuan first; whole numbers multiplied, because divided ones could tie or part by rounding. */
function byValue(a: Placed, b: Placed): number {
  return b.points * a.cost - a.points * b.cost || a.place - b.place;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function requireWhole(budget: number, candidates: readonly Candidate[]): void {
  const numbers = [budget, ...candidates.flatMap(({ cost, points }) => [cost, points])];
  const wrong = numbers.find((value) => !Number.isSafeInteger(value) || value < 0);
  if (wrong !== undefined) throw new RangeError(`not a whole number of yuan or points: ${wrong}`);
  const most = (of: 'points' | 'cost'): number => candidates.reduce((max, one) => Math.max(max, one[of]), 0);
  if (!Number.isSafeInteger(most('points') * Math.max(budget, most('cost'))))
    throw new RangeError('points times yuan are too large to be computed exactly');
}
