import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Doubt } from '../../../domain/doubts/doubt';
import { factsOf } from '../../../domain/doubts/facts';
import { lookForDoubts } from '../../../domain/doubts/look';
import { movementsOf } from '../../../domain/doubts/movements';
import { DOUBT_KINDS } from '../../../domain/pack/doubt-threshold';
import { seededRandom, type Random } from '../../../domain/sample/random';
import type { Visit } from '../../../domain/visit/visit';
import { cnPack } from '../../support/cn-pack';
import { elevator, tables, visit } from '../../support/doubt-tables';
import { rounds } from '../../support/length';
import { placed, slowMovements } from '../../support/slow-movements';

const ADDRESSES = ['甲路1号', '甲路1号', '乙路2号', '丙路3号', '丁路4号'];
const elevators = ADDRESSES.map((address, n) => elevator(`E${n}`, address));
const siteOf = (no: string): string => ADDRESSES[Number(no.slice(1))]!;

/** A crowded month: few people, few sites, visits that overlap, touch, nest and repeat. */
function crowded(random: Random, count: number): Visit[] {
  const seen = new Set<string>();
  return Array.from({ length: count }, () => {
    const start = random.whole(30, 60) * 10;
    const end = start + random.whole(0, 8) * 10 + (random.chance(0.2) ? 1 : 0);
    const time = (m: number): string =>
      `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
    const technicians = ['样一', '样二', '样三'].filter(() => random.chance(0.5));
    const date = toCivilDate(toEpochDay('2026-03-01' as CivilDate) + random.whole(0, 3));
    const rest = {
      technicians,
      enteredAt: random.chance(0.5)
        ? `${date}T${time(random.whole(60, 1200))}`
        : toCivilDate(toEpochDay(date) + random.whole(0, 20)),
      ...(random.chance(0.3) && { confirmedBy: random.pick(['样一', '样九', '样八']) }),
      ...(random.chance(0.3) && { note: random.pick(['无', '制动间隙0.42毫米', '制动间隙0.43毫米']) }),
    };
    return visit(`E${random.whole(0, 4)}`, date, time(start), time(end), rest);
  }).filter((one) => {
    // Two records that differ in nothing that orders them have no order of their own.
    const key = `${one.registrationNo} ${one.date} ${one.startedAt} ${one.endedAt}`;
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

const SEEDS = Array.from({ length: rounds(60, 2000) }, (_, n) => n + 1);

/** A doubt without its days, as far as they move with all others. */
const shape = (doubts: readonly Doubt[]): string[] =>
  doubts.map(({ kind, level, people, measure, visits }) =>
    JSON.stringify([
      kind,
      level,
      people,
      measure,
      visits.map((one) => [one.registrationNo, one.startedAt, one.endedAt]),
    ]),
  );

describe('doubts', () => {
  it('movements are those of a literal reading that compares every pair', () => {
    for (const seed of SEEDS) {
      const visits = crowded(seededRandom(seed), 40);
      for (const wanted of [(gap: number) => gap < 0, (gap: number) => gap >= 0 && gap < 25, () => true]) {
        const found = movementsOf(factsOf(tables(visits, { elevators })), wanted)
          .map(({ before, after, gap, people }) => `${placed(before)} ${placed(after)} ${gap} ${people.join(',')}`)
          .sort();
        expect(found, `seed ${seed}`).toEqual(slowMovements(visits, siteOf, wanted));
      }
    }
  });

  it('do not change with the order of rows', () => {
    for (const seed of SEEDS) {
      const random = seededRandom(seed);
      const visits = crowded(random, 40);
      const one = lookForDoubts(tables(visits, { elevators }), cnPack);
      const other = lookForDoubts(tables(random.shuffled(visits), { elevators: random.shuffled(elevators) }), cnPack);
      expect(other, `seed ${seed}`).toEqual(one);
    }
  });

  it('move with all days when these are moved by whole weeks', () => {
    for (const seed of SEEDS) {
      const random = seededRandom(seed);
      const visits = crowded(random, 40);
      const move = (day: string): string => toCivilDate(toEpochDay(day as CivilDate) + 7 * weeks);
      const weeks = random.whole(-60, 30);
      const moved = visits.map((one) => ({
        ...one,
        date: move(one.date) as CivilDate,
        enteredAt: `${move(one.enteredAt!.slice(0, 10))}${one.enteredAt!.slice(10)}` as Visit['enteredAt'] & string,
      }));
      const [here, there] = [visits, moved].map((all) =>
        lookForDoubts(tables(all, { elevators, asOf: '2028-01-01' as CivilDate }), cnPack),
      );
      expect(shape(there!.doubts), `seed ${seed}`).toEqual(shape(here!.doubts));
      expect(there!.checks).toEqual(here!.checks);
    }
  });

  it('of records without any fact there are none, and every check names what is missing', () => {
    const bare = [visit('E0', '2026-03-02', undefined, undefined, { technicians: [], confirmedBy: undefined })];
    const { doubts, checks } = lookForDoubts(tables(bare, { elevators: [elevator('E0', undefined)] }), cnPack);
    expect(doubts).toEqual([]);
    expect(checks.map(({ kind }) => kind)).toEqual([...DOUBT_KINDS]);
    for (const check of checks) {
      expect(check.status, check.kind).toBe('not-applicable');
      expect(check.missing.length, check.kind).toBeGreaterThan(0);
    }
  });

  it('a pack without thresholds asks nothing and says so', () => {
    const { doubts, checks } = lookForDoubts(tables([visit('E0', '2026-03-02')]), {});
    expect(doubts).toEqual([]);
    expect(new Set(checks.flatMap(({ missing }) => missing))).toEqual(new Set(['threshold']));
  });

  it('visits after the day of judgement are not looked at', () => {
    const { checks } = lookForDoubts(tables([visit('E0', '2027-01-01')]), cnPack);
    expect(checks.map(({ of }) => of)).toEqual(DOUBT_KINDS.map(() => 0));
  });

  it('of overlaps without end read each visit no more often than of few', () => {
    const readsPerVisit = (count: number): number => {
      let reads = 0;
      const visits = crowded(seededRandom(1), count).map(
        (one, n): Visit =>
          new Proxy(
            { ...one, registrationNo: `E${n % 5}`, date: toCivilDate(toEpochDay(one.date) + Math.floor(n / 40)) } as Visit, // prettier-ignore
            {
              get(target, field): unknown {
                reads += 1;
                return Reflect.get(target, field) as unknown;
              },
            },
          ),
      );
      lookForDoubts(tables(visits, { elevators }), cnPack);
      return reads / visits.length;
    };
    // Sorting the doubts reads them log n times.
    expect(readsPerVisit(3200)).toBeLessThan(2 * readsPerVisit(400));
  });
});
