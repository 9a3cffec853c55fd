import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withinBudget, type Candidate } from '../../../domain/risk/within-budget';
import { rounds } from '../../support/length';
import { processorSeconds } from '../../support/processor-seconds';

const SEED = 20_261_127;

interface Found {
  readonly points: number;
  readonly cost: number;
  /** `1` for each candidate taken, `0` for each left; the larger text has the earlier candidates. */
  readonly taken: string;
}

/** Every set there is, one after another. */
function byTrial(budget: number, candidates: readonly Candidate[]): Found {
  let best: Found = { points: 0, cost: 0, taken: '0'.repeat(candidates.length) };
  for (let set = 0; set < 1 << candidates.length; set++) {
    const isIn = (_: unknown, place: number): boolean => ((set >> place) & 1) === 1;
    const members = candidates.filter(isIn);
    if (members.some(({ points }) => points === 0)) continue;
    const cost = members.reduce((sum, one) => sum + one.cost, 0);
    const points = members.reduce((sum, one) => sum + one.points, 0);
    const taken = candidates.map((one, place) => (isIn(one, place) ? '1' : '0')).join('');
    if (cost > budget || points < best.points) continue;
    const tied = points === best.points;
    if (tied && (cost > best.cost || (cost === best.cost && taken < best.taken))) continue;
    best = { points, cost, taken };
  }
  return best;
}

function found(budget: number, candidates: readonly Candidate[]): Found {
  const { chosen, points, cost } = withinBudget(budget, candidates);
  return { points, cost, taken: candidates.map(({ id }) => (chosen.includes(id) ? '1' : '0')).join('') };
}

/** The most points for each number of units of the budget, unit by unit; the fewest units that give the most. */
function byTable(units: number, candidates: readonly { readonly units: number; readonly points: number }[]) {
  const most = new Int32Array(units + 1);
  for (const { units: price, points } of candidates)
    for (let at = units; at >= price; at--) most[at] = Math.max(most[at]!, most[at - price]! + points);
  return { points: most[units]!, units: most.indexOf(most[units]!) };
}

const named = (list: readonly { readonly cost: number; readonly points: number }[]): Candidate[] =>
  list.map((one, place) => ({ id: `梯${place + 1}`, ...one }));

/** Small stocks in which prices and points repeat, and some cost nothing or bring nothing. */
const stocks = fc.oneof(
  fc.array(fc.record({ cost: fc.nat({ max: 3 }), points: fc.nat({ max: 3 }) }), { maxLength: 9 }),
  fc.array(fc.record({ cost: fc.nat({ max: 40 }), points: fc.nat({ max: 8 }) }), { maxLength: 9 }),
  fc.array(
    fc.nat({ max: 12 }).map((points) => ({ cost: 5 * points, points })),
    { maxLength: 9 },
  ),
  fc.array(
    fc.nat({ max: 12 }).map((points) => ({ cost: 5 * points + 30, points })),
    { maxLength: 9 },
  ),
);

describe('what to do first with a budget', () => {
  it(`is the best of all sets, with the fewest yuan, with the earlier candidates (seed ${SEED})`, () => {
    let ties = 0;
    fc.assert(
      fc.property(stocks.map(named), fc.nat({ max: 160 }), (candidates, budget) => {
        const best = byTrial(budget, candidates);
        expect(found(budget, candidates)).toEqual(best);
        if (byTrial(budget, [...candidates].reverse()).taken !== Array.from(best.taken).reverse().join('')) ties += 1;
      }),
      { seed: SEED, numRuns: rounds(400, 4_000) },
    );
    expect(ties).toBeGreaterThan(rounds(20, 200));
  });

  it(`is as good as a table of every sum of yuan for stocks of 10 000 and 100 million yuan`, () => {
    const unit = 10_000;
    let state = 7;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor(state / 8) % below;
    };
    const kinds: readonly ((points: number) => number)[] = [
      () => 1 + random(60),
      (points) => [30, 15, 3][points % 3]!,
      (points) => points,
      (points) => points + 20,
      () => 30,
    ];
    for (const priceOf of kinds) {
      const stock = Array.from({ length: 10_000 }, () => {
        const points = 1 + random(300);
        return { points, units: priceOf(points) };
      });
      const { points, cost } = withinBudget(
        100_000_000,
        named(stock.map(({ units, points: own }) => ({ points: own, cost: units * unit }))),
      );
      const table = byTable(100_000_000 / unit, stock);
      expect({ points, cost }).toEqual({ points: table.points, cost: table.units * unit });
    }
  });

  it('answers for 10 000 elevators with prices to the yuan in a moment', async () => {
    let state = 11;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor(state / 8) % below;
    };
    const stock = named(
      Array.from({ length: 10_000 }, () => ({ cost: 10_000 + random(600_000), points: random(300) })),
    );
    const { value, seconds } = await processorSeconds(() => withinBudget(100_000_000, stock));
    const { cost, chosen } = value;
    expect(seconds).toBeLessThan(10);
    expect(cost).toBeLessThanOrEqual(100_000_000);
    expect(chosen.length).toBeGreaterThan(1000);
  });

  it('what costs nothing is always taken, what brings nothing never, even where it costs nothing', () => {
    const stock = named([
      { cost: 0, points: 1 },
      { cost: 0, points: 0 },
      { cost: 5, points: 0 },
      { cost: 5, points: 2 },
    ]);
    expect(withinBudget(0, stock)).toEqual({ chosen: ['梯1'], cost: 0, points: 1 });
    expect(withinBudget(10, stock)).toEqual({ chosen: ['梯1', '梯4'], cost: 5, points: 3 });
  });

  it('of equal points the cheaper is taken, of equal yuan the earlier', () => {
    const cheaper = named([
      { cost: 9, points: 4 },
      { cost: 8, points: 4 },
    ]);
    expect(withinBudget(10, cheaper).chosen).toEqual(['梯2']);
    const alike = named([
      { cost: 8, points: 4 },
      { cost: 8, points: 4 },
    ]);
    expect(withinBudget(10, alike).chosen).toEqual(['梯1']);
  });

  it('nothing to choose from, or nothing affordable, is an empty choice', () => {
    expect(withinBudget(100, [])).toEqual({ chosen: [], cost: 0, points: 0 });
    expect(withinBudget(4, named([{ cost: 5, points: 9 }]))).toEqual({ chosen: [], cost: 0, points: 0 });
  });

  it.each([
    ['a fraction of a yuan', 10.5, [{ cost: 1, points: 1 }]],
    ['a price below zero', 10, [{ cost: -1, points: 1 }]],
    ['points that are no number', 10, [{ cost: 1, points: Number.NaN }]],
    ['points times yuan beyond exact numbers', 10, [{ cost: 4_000_000_000, points: 4_000_000 }]],
  ])('%s is refused', (_, budget, stock) => {
    expect(() => withinBudget(budget, named(stock))).toThrow(RangeError);
  });
});
