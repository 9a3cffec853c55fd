import { toEpochDay } from '../../calendar/civil-date';
import type { Random } from '../random';
import { isClosed, nextWorkingDay } from './closed-days';
import { one, type Depot } from './depots';
import { FABRICATIONS, type Care, type Fabrication, type Rates } from './kinds';
import { isOut, type Batch, type Lift, type Round } from './rounds';

/** Rounds that were invented together. */
export type Episode = { readonly care: Care; readonly rounds: readonly Round[] } & (
  | { readonly kind: 'desk' | 'copied' | 'photo-reuse' | 'walk-by' | 'lent-name' }
  /** The crew that signs. */
  | { readonly kind: 'one-crew'; readonly signer: number }
  /** Day on which the folder was filled. */
  | { readonly kind: 'gap-fill'; readonly filledOn: number }
  /** Day on which each round was truly done, in their order. */
  | { readonly kind: 'back-dated'; readonly doneOn: readonly number[] }
);

export interface Ground {
  readonly depot: Depot;
  readonly rounds: readonly Round[];
  readonly batches: readonly Batch[];
  readonly lifts: readonly Lift[];
}

/** Least and most rounds of an episode; of `one-crew` least and most days. */
const SIZES = {
  desk: [3, 8],
  copied: [2, 6],
  'photo-reuse': [2, 5],
  'walk-by': [2, 6],
  'back-dated': [3, 6],
  'gap-fill': [2, 7],
  'lent-name': [2, 2],
  'one-crew': [3, 10],
} as const satisfies Record<Fabrication, readonly [number, number]>;

/** Those with the least room first. */
const ORDER: readonly Fabrication[] = ['gap-fill', 'one-crew', 'lent-name', 'back-dated', 'desk', 'copied', 'photo-reuse', 'walk-by']; // prettier-ignore
const ATTEMPTS = 80;
const LEAST_LATE = 4;
const MOST_LATE = 10;

/** Chooses the rounds that are fabricated, depot after depot, and keeps count of what the rates still ask for. */
export class EpisodeChooser {
  readonly #rates: Rates;
  readonly #taken: Record<Fabrication, number>;
  #rounds = 0;

  constructor(rates: Rates) {
    this.#rates = rates;
    this.#taken = Object.fromEntries(FABRICATIONS.map((kind) => [kind, 0])) as Record<Fabrication, number>; // every kind
  }

  choose(ground: Ground, random: Random): Episode[] {
    this.#rounds += ground.rounds.length;
    const finder = new EpisodeFinder(ground);
    const episodes: Episode[] = [];
    for (const kind of ORDER) {
      const own = random.fork(FABRICATIONS.indexOf(kind));
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const room = Math.floor((this.#rates[kind] ?? 0) * this.#rounds - this.#taken[kind] + 1e-9);
        if (room < SIZES[kind][0]) break;
        const found = finder.find(kind, room, own);
        if (found === null) continue;
        attempt = -1;
        this.#taken[kind] += found.rounds.length;
        episodes.push(found);
      }
    }
    return episodes;
  }
}

class EpisodeFinder {
  readonly #ground: Ground;
  readonly #taken = new Set<Round>();
  readonly #byBatch: readonly Round[][];
  readonly #byCrew: readonly Round[][];

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#byBatch = ground.batches.map(() => []);
    this.#byCrew = ground.depot.crews.map(() => []);
    for (const round of ground.rounds) {
      if (round.batch !== null) this.#byBatch[round.batch]!.push(round);
      this.#byCrew[round.crew]!.push(round);
    }
  }

  /** An episode of at most `room` rounds, none of which is taken; null where this try found none. */
  find(kind: Fabrication, room: number, random: Random): Episode | null {
    const care = one<Care>(random, [40, 'careless'], [40, 'ordinary'], [20, 'careful']);
    const found = this.#episode(kind, care, room, random);
    if (found === null || found.rounds.some((round) => this.#taken.has(round))) return null;
    for (const round of found.rounds) this.#taken.add(round);
    return found;
  }

  #episode(kind: Fabrication, care: Care, room: number, random: Random): Episode | null {
    switch (kind) {
      case 'one-crew':
        return this.#oneCrew(care, room, random);
      case 'gap-fill':
        return this.#gap(care, room, random);
      case 'lent-name':
        return this.#lent(care, random);
      case 'back-dated': {
        const rounds = this.#run(kind, room, random);
        const doneOn = rounds?.map((round) => this.#lateDay(round, random)) ?? [null];
        return rounds === null || doneOn.includes(null) ? null : { kind, care, rounds, doneOn: doneOn as number[] };
      }
      default: {
        const rounds = this.#run(kind, room, random);
        return rounds === null ? null : { kind, care, rounds };
      }
    }
  }

  /** Rounds of one batch that follow each other, and not its first. */
  #run(kind: Fabrication, room: number, random: Random): Round[] | null {
    if (this.#byBatch.length === 0) return null;
    const rounds = random.pick(this.#byBatch);
    const size = Math.min(room, random.whole(SIZES[kind][0], SIZES[kind][1]));
    if (rounds.length < size + 1) return null;
    const from = random.whole(1, rounds.length - size);
    return rounds.slice(from, from + size);
  }

  #oneCrew(care: Care, room: number, random: Random): Episode | null {
    const { crews } = this.#ground.depot;
    if (crews.length < 2) return null;
    const covered = random.whole(0, crews.length - 1);
    const signer = (covered + random.whole(1, crews.length - 1)) % crews.length;
    const rounds = this.#byCrew[covered]!;
    if (rounds.length === 0) return null;
    const start = random.pick(rounds).day;
    let days = random.whole(...SIZES['one-crew']);
    let end = start;
    for (; days > 1; days--) end = nextWorkingDay(end);
    const found = rounds.filter(({ day }) => start <= day && day <= end);
    const whole = found.length <= room ? found : found.filter(({ day }) => day < found[room]!.day);
    return whole.length === 0 ? null : { kind: 'one-crew', care, rounds: whole, signer };
  }

  #gap(care: Care, room: number, random: Random): Episode | null {
    const { batches, lifts } = this.#ground;
    if (batches.length === 0) return null;
    const index = random.whole(0, batches.length - 1);
    const dates = batches[index]!.lifts.flatMap((lift) =>
      lifts[lift]!.inspections.flatMap(({ kind, date }) => (kind === 'periodic' || kind === 'self-test' ? [date] : [])),
    );
    if (dates.length === 0) return null;
    const inspected = toEpochDay(random.pick(dates));
    const filledOn = inspected - random.whole(2, 10);
    const from = inspected - random.whole(40, 100);
    const rounds = this.#byBatch[index]!.slice(1).filter(({ day }) => from <= day && day < filledOn);
    const [least, most] = SIZES['gap-fill'];
    const whole = rounds.slice(-Math.min(room, most));
    return whole.length < least ? null : { kind: 'gap-fill', care, rounds: whole, filledOn };
  }

  #lent(care: Care, random: Random): Episode | null {
    const rounds = random.pick(this.#byCrew);
    if (rounds.length === 0) return null;
    const first = random.pick(rounds);
    const second = rounds.find(
      (other) => other.day === first.day && other.night === first.night && other.site !== first.site,
    );
    return second === undefined ? null : { kind: 'lent-name', care, rounds: [first, second] };
  }

  /** A working day 4 to 10 days later and before the next round on which all its lifts are in service. */
  #lateDay(round: Round, random: Random): number | null {
    const { lifts } = this.#ground;
    const rounds = this.#byBatch[round.batch!]!;
    const next = rounds[rounds.indexOf(round) + 1]?.day ?? lifts[0]!.course.asOfDay + 1;
    const days = [];
    for (let day = round.day + LEAST_LATE; day <= round.day + MOST_LATE && day < next; day++)
      if (!isClosed(day) && round.stops.every(({ lift }) => !isOut(lifts[lift]!.outages, day))) days.push(day);
    return days.length === 0 ? null : random.pick(days);
  }
}
