import type { Random } from '../random';
import { MINUTES } from '../sample-visits';
import { areNeighbours, wayMinutes, type FieldSite } from './depots';
import type { FieldMinute, Person, RoughEdge } from './kinds';
import type { Round, Stop } from './rounds';

export const DAY = 1440;

/** What truly happened at one lift. */
export interface Done {
  readonly round: Round;
  readonly stop: Stop;
  readonly from: FieldMinute;
  readonly to: FieldMinute;
  readonly people: readonly Person[];
  readonly edges: RoughEdge[];
}

/** The rounds of one pair on one day or in one night. */
export interface Shift {
  readonly day: number;
  readonly night: boolean;
  readonly people: readonly [Person, Person];
  readonly rounds: readonly Round[];
  readonly edges: readonly RoughEdge[];
}

export interface DayRules {
  readonly sites: readonly FieldSite[];
  readonly kindOf: (lift: number) => string;
  /** Whether the crew comes, signs and goes. */
  readonly isPassedBy: (round: Round) => boolean;
  /** The round that one of the pair does alone while the other does this one. */
  readonly partnerOf: (round: Round) => Round | undefined;
}

const MORNING = 8 * 60;
const NIGHT = 20 * 60 + 50;
const NOON = 11 * 60 + 30;
const EVENING = 18 * 60 + 30;
const LATE_START = 1 / 40;
/** A day with more rounds than this has no room for a late start. */
const EASY_ROUNDS = 2;
const SERVED_AT_ONCE = 0.12;
const DUMBWAITER = '3430';

/** Where people are, and from when on they may leave. */
interface Standing {
  readonly site: number;
  readonly free: number;
}

/** The day of a pair, one lift after another, with the ways between: nobody is in two places. */
export function layShift(shift: Shift, rules: DayRules, random: Random): Done[] {
  const layout = new ShiftLayout(shift, rules, random);
  return layout.lay();
}

class ShiftLayout {
  readonly #shift: Shift;
  readonly #rules: DayRules;
  readonly #random: Random;
  readonly #done: Done[] = [];
  /** None before the first round; two while the pair is apart. */
  #standing: Standing[] = [];
  #clock: number;

  constructor(shift: Shift, rules: DayRules, random: Random) {
    [this.#shift, this.#rules, this.#random] = [shift, rules, random];
    this.#clock = shift.night ? NIGHT + random.whole(0, 30) : MORNING + random.whole(-10, 40);
    const mayBeLate = !shift.night && shift.rounds.length <= EASY_ROUNDS;
    if (mayBeLate && random.chance(LATE_START)) this.#clock += random.whole(120, 210);
  }

  lay(): Done[] {
    const left = [...this.#shift.rounds];
    const [first, second] = this.#shift.people;
    let ate = this.#shift.night;
    while (left.length > 0) {
      const round = left.splice(this.#nearest(left), 1)[0]!;
      const partner = left.find((other) => other === this.#rules.partnerOf(round));
      if (!ate && this.#clock >= NOON) {
        this.#eat();
        ate = true;
      }
      const before = this.#standing;
      const end = this.#serve(round, before, partner === undefined ? this.#shift.people : [first]);
      this.#standing = [{ site: round.site, free: end }];
      if (partner !== undefined) {
        left.splice(left.indexOf(partner), 1);
        this.#standing.push({ site: partner.site, free: this.#serve(partner, before, [second]) });
      }
      this.#clock = Math.max(...this.#standing.map(({ free }) => free));
    }
    return this.#done;
  }

  #eat(): void {
    this.#clock += this.#random.whole(50, 70);
    this.#standing = this.#standing.map(({ site }) => ({ site, free: this.#clock }));
  }

  #nearest(rounds: readonly Round[]): number {
    const here = this.#standing[0];
    if (here === undefined) return 0;
    const way = ({ site }: Round): number => wayMinutes(this.#site(here.site), this.#site(site));
    return rounds.reduce((best, round, nth) => (way(round) < way(rounds[best]!) ? nth : best), 0);
  }

  /** One round by people who stood where `before` says. Returns its last minute of the day. */
  #serve(round: Round, before: readonly Standing[], people: readonly Person[]): number {
    const begin = this.#arrival(round.site, before);
    const across = before.some(({ site }) => areNeighbours(this.#site(site), this.#site(round.site)));
    const { stops } = round;
    const passedBy = this.#rules.isPassedBy(round);
    const atOnce = people.length === 2 && !passedBy && stops.length > 1 && this.#random.chance(SERVED_AT_ONCE);
    const first = atOnce ? this.#random.whole(0, stops.length - 2) : Number.NaN;
    let [start, end] = [begin, begin];
    stops.forEach((stop, nth) => {
      const grouped = nth === first || nth === first + 1;
      const usual = passedBy ? this.#random.whole(1, 4) : minutesOf(stop, this.#rules.kindOf(stop.lift), this.#random);
      if (nth === first + 1) start += this.#random.whole(0, 3);
      else if (nth > 0) start = end + (passedBy ? this.#random.whole(0, 2) : this.#random.whole(3, 12));
      const to = start + (grouped ? Math.ceil((usual * 5) / 4) : usual);
      this.#keep(round, stop, start, to, people, [
        ...(grouped ? (['group'] as const) : []),
        ...(across && nth === 0 ? (['neighbours'] as const) : []),
      ]);
      end = Math.max(end, to);
    });
    return end;
  }

  /** When those who stand somewhere can begin at a site. */
  #arrival(site: number, before: readonly Standing[]): number {
    if (before.length === 0) return this.#clock;
    const looking = this.#random.whole(1, 6);
    const arrivals = before.map(({ site: from, free }) => {
      if (from === site) return free + 3 + looking;
      const [a, b] = [this.#site(from), this.#site(site)];
      return free + wayMinutes(a, b) + (areNeighbours(a, b) ? 0 : looking);
    });
    return Math.max(...arrivals);
  }

  #keep(round: Round, stop: Stop, start: number, to: number, people: readonly Person[], edges: RoughEdge[]): void {
    const { day, night } = this.#shift;
    if (stop.part !== undefined || this.#rules.kindOf(stop.lift) === DUMBWAITER) edges.push('short');
    if (!night && to > EVENING) edges.push('overtime');
    edges.push(...this.#shift.edges);
    this.#done.push({ round, stop, from: day * DAY + start, to: day * DAY + to, people, edges });
  }

  #site(index: number): FieldSite {
    return this.#rules.sites[index]!;
  }
}

/** Honest minutes at one lift. */
export function minutesOf({ task, part }: Stop, kind: string, random: Random): number {
  if (part === 'second') return random.whole(8, 15);
  if (kind === DUMBWAITER) return random.whole(8, 18) * (task === 'half-month' ? 1 : 2);
  const minutes = random.whole(...MINUTES[task]);
  return part === 'first' ? Math.ceil(minutes * 0.6) : minutes;
}
