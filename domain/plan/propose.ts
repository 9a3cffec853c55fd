/** One visit to be placed. Days are epoch days. */
export interface PlanItem {
  readonly key: string;
  readonly site: string;
  readonly crew: string;
  /** The first day that makes sense to the house. */
  readonly from: number;
  /** The first day on which a visit serves at all. */
  readonly opens: number;
  /** The last lawful day; one that has passed is today. */
  readonly last: number;
  /** The day that a person said, with the crew in `crew`; null = to be proposed. */
  readonly fixedOn: number | null;
}

/** What the days allow. */
export interface PlanGround {
  readonly today: number;
  /** How many days are planned, today being the first. */
  readonly days: number;
  /** Whether a crew goes to a site on a day: a working day on which it gives access. */
  readonly isOpen: (site: string, day: number) => boolean;
  /** How many elevators a crew takes on a day. */
  readonly limitOf: (crew: string, day: number) => number;
}

/** How a visit came to its day, where that is not the usual way. */
export type Placing = 'in-window' | 'early' | 'closed-day' | 'over-limit' | 'fixed';

interface Placed {
  readonly on: number;
  readonly how: Placing;
}

interface Proposal {
  /** By the key of the item; an item that can wait beyond the days and joins no journey has none. */
  readonly placed: ReadonlyMap<string, Placed>;
  /** Journeys: a crew at a site on a day. */
  readonly journeys: number;
  /** No plan with these windows, open days and limits has fewer journeys. */
  readonly bound: number;
}

interface Open extends PlanItem {
  /** Days on which it may be, ascending; of the widest kind that has one. */
  readonly days: readonly number[];
  readonly how: Placing;
}

/**
 * Proposes a day for each visit so that each keeps its window and crews go to few sites. Heuristic: in order of the last
 * lawful day, a visit joins a journey to its site that lies in its window and has room, the latest of several; else a
 * journey begins on the latest day of the window that has room, and takes along the others of the site that may be
 * visited then, those that end first before others. At the end journeys that others of the site can take over are given
 * up. Where a window has no open day the visit comes before it (`early`), else on the last lawful day though it is
 * closed; where no day has room, on the latest one though the crew is over its limit: the law comes before the limit.
 */
export function proposePlan(items: readonly PlanItem[], ground: PlanGround): Proposal {
  const end = ground.today + ground.days - 1;
  const must = items.filter(({ last, fixedOn }) => fixedOn !== null || last <= end);
  const may = items.filter(({ last, fixedOn }) => fixedOn === null && last > end);
  const open = must.map((item) => openDays(item, ground)).sort(byEnd);
  const desk = new Desk(ground);
  for (const item of open) if (item.fixedOn !== null) desk.put(item, item.fixedOn, 'fixed');
  const bySite = bySiteAndCrew(open.filter(({ fixedOn }) => fixedOn === null));
  for (const item of open) if (!desk.has(item)) placeOne(item, bySite.get(siteKey(item)) ?? [], desk);
  giveUpJourneys(desk, [...bySite.values()].flat());
  for (const item of may.map((one) => openDays({ ...one, last: end }, ground))) {
    const day = item.how === 'in-window' ? desk.roomOnJourney(item) : null;
    if (day !== null) desk.put(item, day, 'in-window');
  }
  return { placed: desk.placed, journeys: desk.journeys(), bound: boundOf(open, desk.placed, ground) };
}

function openDays(item: PlanItem, ground: PlanGround): Open {
  const { site, from, opens, last, fixedOn } = item;
  if (fixedOn !== null) return { ...item, days: [fixedOn], how: 'fixed' };
  const daysFrom = (first: number): number[] => {
    const days: number[] = [];
    for (let day = Math.max(first, ground.today); day <= last; day++) if (ground.isOpen(site, day)) days.push(day);
    return days;
  };
  const sensible = daysFrom(from);
  if (sensible.length > 0) return { ...item, days: sensible, how: 'in-window' };
  const early = daysFrom(opens);
  if (early.length > 0) return { ...item, days: early, how: 'early' };
  return { ...item, days: [Math.max(last, ground.today)], how: 'closed-day' };
}

function byEnd(a: Open, b: Open): number {
  return lastOf(a) - lastOf(b) || compareText(a.site, b.site) || compareText(a.key, b.key);
}

const lastOf = ({ days }: Open): number => days.at(-1)!; // never empty
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const siteKey = ({ site, crew }: Pick<PlanItem, 'site' | 'crew'>): string => JSON.stringify([site, crew]);

function bySiteAndCrew(items: readonly Open[]): ReadonlyMap<string, readonly Open[]> {
  const groups = new Map<string, Open[]>();
  for (const item of items) {
    const key = siteKey(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function placeOne(item: Open, ofSite: readonly Open[], desk: Desk): void {
  const joined = desk.roomOnJourney(item);
  if (joined !== null) {
    desk.put(item, joined, item.how);
    return;
  }
  const begun = item.days.findLast((day) => desk.room(item.crew, day) > 0);
  const day = begun ?? lastOf(item);
  desk.put(item, day, begun === undefined ? 'over-limit' : item.how);
  for (const other of ofSite)
    if (!desk.has(other) && other.days.includes(day) && desk.room(other.crew, day) > 0) desk.put(other, day, other.how);
}

/** Journeys whose visits all have room on others of their site are given up, the smallest first. */
function giveUpJourneys(desk: Desk, items: readonly Open[]): void {
  const byKey = new Map(items.map((item) => [item.key, item]));
  for (const { day: from, keys } of desk.bySize()) {
    const moving = [...keys].map((key) => byKey.get(key));
    if (!moving.every((item) => item !== undefined)) continue; // a person put some of them there
    const moved: { item: Open; before: Placed }[] = [];
    for (const item of moving) {
      const day = desk.roomOnJourney(item, from);
      if (day === null) break;
      moved.push({ item, before: desk.placed.get(item.key)! });
      desk.put(item, day, item.how);
    }
    if (moved.length < moving.length) for (const { item, before } of moved) desk.put(item, before.on, before.how);
  }
}

/** What is placed so far. */
class Desk {
  readonly placed = new Map<string, Placed>();
  readonly #ground: PlanGround;
  /** How many a crew has on a day. */
  readonly #load = new Map<string, Map<number, number>>();
  /** By site and crew: the days of its journeys with who is on them. */
  readonly #journeys = new Map<string, Map<number, Set<string>>>();

  constructor(ground: PlanGround) {
    this.#ground = ground;
  }

  has({ key }: PlanItem): boolean {
    return this.placed.has(key);
  }

  room(crew: string, day: number): number {
    return this.#ground.limitOf(crew, day) - (this.#load.get(crew)?.get(day) ?? 0);
  }

  /** The latest day of a journey to its site, but for one, on which a visit may be and the crew has room. */
  roomOnJourney(item: Open, but: number | null = null): number | null {
    const days = this.#journeys.get(siteKey(item));
    if (days === undefined) return null;
    return item.days.findLast((day) => days.has(day) && day !== but && this.room(item.crew, day) > 0) ?? null;
  }

  put(item: PlanItem, on: number, how: Placing): void {
    const before = this.placed.get(item.key);
    const journeys = mapIn(this.#journeys, siteKey(item));
    const load = mapIn(this.#load, item.crew);
    if (before !== undefined) {
      const keys = journeys.get(before.on);
      keys?.delete(item.key);
      if (keys?.size === 0) journeys.delete(before.on);
      load.set(before.on, (load.get(before.on) ?? 1) - 1);
    }
    this.placed.set(item.key, { on, how });
    const keys = journeys.get(on);
    if (keys === undefined) journeys.set(on, new Set([item.key]));
    else keys.add(item.key);
    load.set(on, (load.get(on) ?? 0) + 1);
  }

  /** Every journey with who is on it, also while others are moved. */
  bySize(): { readonly day: number; readonly keys: ReadonlySet<string> }[] {
    return [...this.#journeys.values()]
      .flatMap((days) => [...days].map(([day, keys]) => ({ day, keys })))
      .sort((a, b) => a.keys.size - b.keys.size);
  }

  journeys(): number {
    return [...this.#journeys.values()].reduce((sum, days) => sum + days.size, 0);
  }
}

function mapIn<V>(maps: Map<string, Map<number, V>>, key: string): Map<number, V> {
  let map = maps.get(key);
  if (map === undefined) maps.set(key, (map = new Map<number, V>()));
  return map;
}

/**
 * A lower bound of journeys, a site and crew after the other: as many as there are windows of which no two share a day,
 * and as many as the largest limit of the crew needs for those that keep it.
 */
function boundOf(
  items: readonly Open[],
  placed: ReadonlyMap<string, Placed>,
  { limitOf, today, days }: PlanGround,
): number {
  let bound = 0;
  for (const ofSite of bySiteAndCrew(items).values()) {
    let [apart, reached] = [0, -Infinity];
    for (const item of [...ofSite].sort(byEnd)) {
      if (item.days[0]! <= reached) continue;
      apart += 1;
      reached = lastOf(item);
    }
    const { crew } = ofSite[0]!;
    let most = 0;
    for (let day = today; day < today + days; day++) most = Math.max(most, limitOf(crew, day));
    const within = ofSite.filter(
      ({ key, fixedOn }) => fixedOn === null && placed.get(key)?.how !== 'over-limit',
    ).length;
    bound += Math.max(apart, most > 0 && Number.isFinite(most) ? Math.ceil(within / most) : 0);
  }
  return bound;
}
