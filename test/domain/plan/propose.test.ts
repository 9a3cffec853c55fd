import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposePlan, type PlanGround, type PlanItem } from '../../../domain/plan/propose';
import { rounds } from '../../support/length';

const SEED = 20_261_202;
const TODAY = 20_725;

const items = (most: number): fc.Arbitrary<PlanItem[]> =>
  fc
    .array(
      fc.record({
        site: fc.constantFrom('翠柏苑', '听潮里'),
        from: fc.integer({ min: -4, max: 5 }),
        length: fc.integer({ min: 0, max: 5 }),
        before: fc.integer({ min: 0, max: 3 }),
        fixed: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 8 }),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((list) =>
      list.map(({ site, from, length, before, fixed }, index) => {
        const last = Math.max(TODAY, TODAY + from + length);
        return {
          key: `电梯${index}`,
          site,
          crew: '一组',
          from: Math.min(last, TODAY + from),
          opens: Math.min(last, TODAY + from - before),
          last,
          fixedOn: fixed === null ? null : TODAY + fixed,
        };
      }),
    );

const grounds = fc
  .record({
    days: fc.constantFrom(6, 9),
    closed: fc.array(fc.tuple(fc.constantFrom('翠柏苑', '听潮里', '*'), fc.integer({ min: 0, max: 9 })), {
      maxLength: 12,
    }),
    limit: fc.constantFrom(1, 2, 3, Infinity),
  })
  .map(({ days, closed, limit }): PlanGround => ({
    today: TODAY,
    days,
    isOpen: (site, day) => !closed.some(([where, on]) => (where === '*' || where === site) && TODAY + on === day),
    limitOf: () => limit,
  }));

/** Where it may be, by the promise of the rule itself. */
function allowed({ site, from, opens, last, fixedOn }: PlanItem, { today, isOpen }: PlanGround): number[] {
  if (fixedOn !== null) return [fixedOn];
  const open = (first: number): number[] =>
    Array.from({ length: 40 }, (_, index) => today + index).filter(
      (day) => day >= first && day <= last && isOpen(site, day),
    );
  if (open(from).length > 0) return open(from);
  return open(opens).length > 0 ? open(opens) : [Math.max(last, today)];
}

/** Every plan there is, one after the other: the fewest journeys; null = none keeps the limit. */
function fewest(list: readonly PlanItem[], ground: PlanGround): number | null {
  let best: number | null = null;
  const walk = (at: number, load: ReadonlyMap<number, number>, journeys: ReadonlySet<string>): void => {
    if (best !== null && journeys.size >= best) return;
    const item = list[at];
    if (item === undefined) {
      best = journeys.size;
      return;
    }
    for (const day of allowed(item, ground)) {
      const next = (load.get(day) ?? 0) + 1;
      if (item.fixedOn === null && next > ground.limitOf(item.crew, day)) continue;
      walk(at + 1, new Map([...load, [day, next]]), new Set([...journeys, `${item.site} ${day}`]));
    }
  };
  walk(0, new Map(), new Set());
  return best;
}

describe('a proposed plan', () => {
  it(`keeps every window and every limit, or says which it could not (seed ${SEED})`, () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(items(14), grounds, (list, ground) => {
        const { placed, journeys } = proposePlan(list, ground);
        const end = ground.today + ground.days - 1;
        const load = new Map<number, number>();
        for (const item of list) {
          const at = placed.get(item.key);
          if (at === undefined) {
            expect(item.last).toBeGreaterThan(end);
            continue;
          }
          seen.set(at.how, (seen.get(at.how) ?? 0) + 1);
          expect(allowed(item, ground)).toContain(at.on);
          if (at.how !== 'over-limit' && at.how !== 'fixed') load.set(at.on, (load.get(at.on) ?? 0) + 1);
          if (at.how === 'in-window') expect(at.on).toBeGreaterThanOrEqual(item.from);
        }
        for (const [day, count] of load) expect(count).toBeLessThanOrEqual(ground.limitOf('一组', day));
        const gone = list.flatMap(({ key, site }) => (placed.has(key) ? [`${site} ${placed.get(key)!.on}`] : []));
        expect(journeys).toBe(new Set(gone).size);
      }),
      { seed: SEED, numRuns: rounds(500, 5_000) },
    );
    expect([...seen.keys()].sort()).toEqual(['closed-day', 'early', 'fixed', 'in-window', 'over-limit']);
  });

  it(`has no fewer journeys than its bound, and no plan at all has (seed ${SEED + 1})`, () => {
    let [best, all] = [0, 0];
    fc.assert(
      fc.property(items(6), grounds, (list, ground) => {
        const must = list.filter(({ last, fixedOn }) => fixedOn !== null || last < ground.today + ground.days);
        const { journeys, bound, placed } = proposePlan(must, ground);
        expect(journeys).toBeGreaterThanOrEqual(bound);
        const least = fewest(must, ground);
        if (least === null || [...placed.values()].some(({ how }) => how === 'over-limit')) return;
        expect(bound).toBeLessThanOrEqual(least);
        expect(journeys).toBeGreaterThanOrEqual(least);
        all += 1;
        if (journeys === least) best += 1;
      }),
      { seed: SEED + 1, numRuns: rounds(300, 3_000) },
    );
    expect(best / all).toBeGreaterThan(0.9);
  });

  it('goes on the latest day of the window, and takes along whom it finds there', () => {
    const item = (key: string, from: number, last: number, site = '翠柏苑'): PlanItem => ({
      ...{ key, site, crew: '一组', from: TODAY + from, opens: TODAY, last: TODAY + last, fixedOn: null },
    });
    const ground = { today: TODAY, days: 14, isOpen: () => true, limitOf: () => 6 };
    const list = [
      item('甲', -3, 0),
      item('乙', -1, 4),
      item('丙', 2, 9),
      item('丁', 5, 30),
      item('戊', 1, 3, '听潮里'),
    ];
    const { placed, journeys, bound } = proposePlan(list, ground);
    expect(Object.fromEntries([...placed].map(([key, { on }]) => [key, on - TODAY]))).toEqual({
      甲: 0,
      乙: 0,
      丙: 9,
      丁: 9,
      戊: 3,
    });
    expect([journeys, bound]).toEqual([3, 3]);
  });
});
