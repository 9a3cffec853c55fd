/** Things to choose from, the best by points per yuan first; every cost and every count of points is a whole number above zero. */
export interface Wares {
  readonly costs: readonly number[];
  readonly points: readonly number[];
}

export interface Filling {
  readonly points: number;
  readonly cost: number;
}

/** Divisions are off by less than this; whole numbers lie further apart. */
export const HAIR = 1e-6;

/**
 * The most points that the capacity takes, and the fewest yuan that give them; exact.
 *
 * Works outwards from the place where the best by points per yuan no longer fit: in turn, the next one beyond it may be
 * added and the last one before it left out. Of the ways kept none has both fewer points and more yuan than another, so
 * there is at most one for each number of points; a way is given up once even fractions of what is left could not better
 * the best found. Yuan are compared, never counted off, so a large budget costs no more than a small one. The worst case
 * is candidates times points, met only where nearly all have the same points per yuan and no sum fits well.
 */
export function bestFilling(wares: Wares, capacity: number): Filling {
  return new Search(wares, capacity, greedyFilling(wares, capacity)).run(Infinity);
}

/** Whether so many points fit into the capacity. */
export function canReach(wares: Wares, capacity: number, points: number): boolean {
  if (points <= 0) return true;
  return new Search(wares, capacity, { points: points - 1, cost: 0 }).run(points).points >= points;
}

class Search {
  /** First one not looked at yet after the break, and last one before it. */
  private add: number;
  private drop: number;
  private ways: Filling[];
  private best: Filling;
  private readonly wares: Wares;
  private readonly capacity: number;

  constructor(wares: Wares, capacity: number, best: Filling) {
    this.wares = wares;
    this.capacity = capacity;
    this.best = best;
    const { count, filling } = upToBreak(wares, capacity);
    this.add = count;
    this.drop = count - 1;
    this.ways = [filling];
  }

  run(enough: number): Filling {
    this.settle();
    while (this.ways.length > 0 && this.best.points < enough) {
      if (this.add < this.wares.costs.length) this.widen(this.add++, 1);
      if (this.drop >= 0) this.widen(this.drop--, -1);
    }
    return this.best;
  }

  private widen(index: number, sign: 1 | -1): void {
    const [cost, points] = [this.wares.costs[index]! * sign, this.wares.points[index]! * sign];
    this.ways = merged(
      this.ways,
      this.ways.map((way) => ({ points: way.points + points, cost: way.cost + cost })),
    );
    this.settle();
  }

  /** Takes note of what is better than the best, then gives up what cannot become so. */
  private settle(): void {
    for (const way of this.ways) if (way.cost <= this.capacity && isBetter(way, this.best)) this.best = way;
    this.ways = this.ways.filter((way) => this.isPromising(way));
  }

  private isPromising(way: Filling): boolean {
    const most = Math.floor(this.mostPoints(way) + HAIR);
    if (most !== this.best.points) return most > this.best.points;
    return this.leastCost(way, this.best.points) <= this.best.cost - 1 + HAIR;
  }

  /** Points that a way could still come to, if fractions could be bought or given back. */
  private mostPoints({ points, cost }: Filling): number {
    const { wares, capacity, add, drop } = this;
    if (cost <= capacity)
      return add < wares.costs.length ? points + ((capacity - cost) * wares.points[add]!) / wares.costs[add]! : points;
    return drop >= 0 ? points - ((cost - capacity) * wares.points[drop]!) / wares.costs[drop]! : -Infinity;
  }

  /** Yuan for which a way could come to just so many points, if fractions could be bought or given back. */
  private leastCost({ points, cost }: Filling, wanted: number): number {
    const { wares, add, drop } = this;
    if (points === wanted) return cost;
    const [index, exists] = points < wanted ? [add, add < wares.costs.length] : [drop, drop >= 0];
    return exists ? cost + ((wanted - points) * wares.costs[index]!) / wares.points[index]! : Infinity;
  }
}

function isBetter(a: Filling, b: Filling): boolean {
  return a.points > b.points || (a.points === b.points && a.cost < b.cost);
}

/** How many of the first fit together, and what they come to. */
function upToBreak({ costs, points }: Wares, capacity: number): { count: number; filling: Filling } {
  let [count, cost, sum] = [0, 0, 0];
  while (count < costs.length && cost + costs[count]! <= capacity) {
    cost += costs[count]!;
    sum += points[count]!;
    count += 1;
  }
  return { count, filling: { points: sum, cost } };
}

function greedyFilling({ costs, points }: Wares, capacity: number): Filling {
  let [cost, sum] = [0, 0];
  for (const [index, price] of costs.entries()) {
    if (cost + price > capacity) continue;
    cost += price;
    sum += points[index]!;
  }
  return { points: sum, cost };
}

/** Two lists by rising yuan as one, without those that another way beats or equals in both. */
function merged(these: readonly Filling[], those: readonly Filling[]): Filling[] {
  const kept: Filling[] = [];
  let [i, j] = [0, 0];
  while (i < these.length || j < those.length) {
    const [a, b] = [these[i], those[j]];
    const next = b === undefined || (a !== undefined && isCheaper(a, b)) ? a! : b;
    if (next === a) i += 1;
    else j += 1;
    const last = kept.at(-1);
    if (last === undefined || next.points > last.points) kept.push(next);
  }
  return kept;
}

function isCheaper(a: Filling, b: Filling): boolean {
  return a.cost < b.cost || (a.cost === b.cost && a.points >= b.points);
}
