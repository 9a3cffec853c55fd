import { DISTRICTS, MAINTAINERS, type SiteKind } from '../places';
import type { Random } from '../random';
import type { Site } from '../sample-elevators';
import type { Person } from './kinds';
import type { Hiring } from './people';

/** How records of a depot come into its ledger: at once in an application, that evening, by a clerk once a week, unsaid. */
export type EntryHabit = 'app' | 'evening' | 'weekly' | 'unsaid';
export type TimesHabit = 'exact' | 'five' | 'half';
export type Pair = readonly [Person, Person];

export interface FieldSite extends Site {
  /** Place of its first elevator in the fleet. */
  readonly first: number;
  /** Metres east and north of the middle of the depot. */
  readonly x: number;
  readonly y: number;
  readonly seldomConfirms: boolean;
  /** Index of the crew that has it on its beat. */
  readonly beat: number;
}

export interface Crew {
  /** The second pair of a crew that works in two shifts. */
  readonly pairs: readonly [Pair] | readonly [Pair, Pair];
  readonly times: TimesHabit;
  /** Words that it writes each time. */
  readonly phrase: string | null;
}

export interface Depot {
  readonly firm: string;
  readonly entry: EntryHabit;
  readonly sites: readonly FieldSite[];
  readonly crews: readonly Crew[];
  readonly spares: readonly Person[];
}

const LIFTS_A_CREW = 45;
const REACH = 4000;
const ACROSS_THE_STREET = 250;
const NIGHT_PLACES: readonly SiteKind['place'][] = ['商场', '交通枢纽', '医院'];
const PHRASES = ['设备运行正常', '正常', '保养完毕，运行正常'] as const;

export const isNightSite = (site: Site): boolean => NIGHT_PLACES.includes(site.kind.place);

/** Minutes from one site to another of its depot: by road, or on foot across a street. Whole, the same both ways. */
export function wayMinutes(a: Pick<FieldSite, 'x' | 'y'>, b: Pick<FieldSite, 'x' | 'y'>): number {
  const metres = metresBetween(a, b);
  if (metres <= ACROSS_THE_STREET) return Math.max(1, Math.ceil(metres / 90));
  return 3 + Math.ceil((metres * 1.35 * 60) / 22_000);
}

export const areNeighbours = (a: FieldSite, b: FieldSite): boolean =>
  a !== b && metresBetween(a, b) <= ACROSS_THE_STREET;

function metresBetween(a: Pick<FieldSite, 'x' | 'y'>, b: Pick<FieldSite, 'x' | 'y'>): number {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/** Sites in their order, 8 to 12 a depot, each with firm, crews and habits. The register's firm and district follow. */
export function planDepots(sites: readonly Site[], { hire }: Hiring, random: Random): Depot[] {
  const depots: Depot[] = [];
  let first = 0;
  for (let taken = 0; taken < sites.length;) {
    const own = random.fork(depots.length);
    const many = sites.length - taken <= 12 ? sites.length - taken : own.whole(8, 12);
    const mine = sites.slice(taken, taken + many);
    depots.push(depotOf(mine, first, hire, own));
    taken += many;
    first += mine.reduce((sum, { elevators }) => sum + elevators, 0);
  }
  return depots;
}

function depotOf(sites: readonly Site[], first: number, hire: Hiring['hire'], random: Random): Depot {
  const firm = random.pick(MAINTAINERS);
  const district = random.pick(DISTRICTS);
  const entry = one<EntryHabit>(random, [45, 'app'], [25, 'evening'], [20, 'weekly'], [10, 'unsaid']);
  const lifts = sites.reduce((sum, { elevators }) => sum + elevators, 0);
  const crewCount = Math.min(sites.length, Math.max(1, Math.round(lifts / LIFTS_A_CREW)));
  let before = 0;
  let near: { x: number; y: number } | null = null;
  const placed = sites.map((site, nth): FieldSite => {
    const spot = nth === 1 && near !== null ? nextDoor(near, random) : anySpot(random);
    near = spot;
    const beat = Math.min(crewCount - 1, Math.floor((before * crewCount) / lifts));
    before += site.elevators;
    return {
      ...site,
      ...spot,
      district: district.name,
      address: `${random.pick(district.streets)}${random.whole(1, 999)}号${site.name}`,
      maintainer: firm,
      first: first + before - site.elevators,
      seldomConfirms: random.chance(0.08),
      beat,
    };
  });
  const crews = Array.from({ length: crewCount }, (_, crew): Crew => {
    const pair = (): Pair => [hire(firm), hire(firm)];
    const atNight = placed.some((site) => site.beat === crew && isNightSite(site)) && random.chance(0.5);
    return {
      pairs: atNight ? [pair(), pair()] : [pair()],
      times: entry === 'app' ? 'exact' : one<TimesHabit>(random, [50, 'exact'], [30, 'five'], [20, 'half']),
      phrase: random.chance(0.3) ? random.pick(PHRASES) : null,
    };
  });
  return { firm, entry, sites: placed, crews, spares: [hire(firm), hire(firm)] };
}

function anySpot(random: Random): { x: number; y: number } {
  for (;;) {
    const [x, y] = [random.whole(-REACH, REACH), random.whole(-REACH, REACH)];
    if (x * x + y * y <= REACH * REACH) return { x, y };
  }
}

function nextDoor({ x, y }: { x: number; y: number }, random: Random): { x: number; y: number } {
  return { x: x + random.whole(40, 150), y: y + random.whole(-100, 100) };
}

/** One of the choices by their shares in per cent, which add up to 100. */
export function one<T>(random: Random, ...choices: readonly (readonly [share: number, choice: T])[]): T {
  let drawn = random.whole(0, 99);
  for (const [share, choice] of choices) {
    if (drawn < share) return choice;
    drawn -= share;
  }
  throw new Error('shares do not add up to 100');
}
