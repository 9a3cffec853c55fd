import { DAY } from './day';
import { wayMinutes, type FieldSite } from './depots';
import type { Draft } from './drafts';
import type { Care, Person } from './kinds';

interface Taken {
  readonly from: number;
  readonly to: number;
  readonly site: number;
}

const STEP = 10;
const EARLIEST = 7 * 60 + 30;
const LATEST_END = 22 * 60;
const LATEST_END_AT_NIGHT = DAY + 60;

/** Where people are by the records of a day, as somebody at a desk could look it up. */
export class Agenda {
  readonly #taken = new Map<string, Taken[]>();
  readonly #sites: readonly FieldSite[];

  constructor(sites: readonly FieldSite[], drafts: readonly Draft[]) {
    this.#sites = sites;
    for (const draft of drafts) this.add(draft);
  }

  add({ people, date, from, to, round: { site } }: Draft): void {
    for (const person of people) {
      const key = keyOf(person, date);
      const known = this.#taken.get(key);
      if (known === undefined) this.#taken.set(key, [{ from, to, site }]);
      else known.push({ from, to, site });
    }
  }

  /** Last recorded minute of these people on a day; null where they have none. */
  lastEnd(people: readonly Person[], day: number): number | null {
    const ends = people.flatMap((person) => (this.#taken.get(keyOf(person, day)) ?? []).map(({ to }) => to));
    return ends.length === 0 ? null : Math.max(...ends);
  }

  /**
   * When `minutes` at a site would be put: at the wish by who is careless, else at the next time that is free of other
   * records, with the way for who is careful; at the wish where the day has none.
   */
  place(want: {
    readonly people: readonly Person[];
    readonly site: number;
    readonly wish: number;
    readonly minutes: number;
    readonly night: boolean;
    readonly care: Care;
  }): number {
    const { people, wish, minutes, care } = want;
    if (care === 'careless') return wish;
    const day = Math.floor(wish / DAY);
    const taken = people.flatMap((person) => this.#taken.get(keyOf(person, day)) ?? []);
    const isFree = (from: number): boolean =>
      taken.every((other) => {
        const margin = care === 'careful' ? wayMinutes(this.#sites[want.site]!, this.#sites[other.site]!) : 0;
        return from >= other.to + margin || from + minutes + margin <= other.from;
      });
    const last = day * DAY + (want.night ? LATEST_END_AT_NIGHT : LATEST_END) - minutes;
    for (let from = wish; from <= last; from += STEP) if (isFree(from)) return from;
    for (let from = day * DAY + EARLIEST; from < wish; from += STEP) if (isFree(from)) return from;
    return wish;
  }
}

const keyOf = ({ certificateNo }: Person, day: number): string => `${certificateNo} ${day}`;
