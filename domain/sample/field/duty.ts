import type { Random } from '../random';
import { weekOf } from './closed-days';
import type { Depot, Pair } from './depots';
import type { Person, RoughEdge } from './kinds';

export interface OnDuty {
  readonly people: Pair;
  readonly edges: readonly RoughEdge[];
}

interface Absence {
  readonly from: number;
  readonly to: number;
  /** Who stands in for the first and the second of the pair. */
  readonly stand: readonly [Person | null, Person | null];
}

const PER_ABSENCE = 1 / 60;
const BOTH = 1 / 5;

/** Who works when: pairs of two shifts change every Monday, spare workers stand in for days on end. */
export class Duty {
  readonly #depot: Depot;
  readonly #absences: readonly (readonly Absence[])[];

  constructor(depot: Depot, firstDay: number, lastDay: number, random: Random) {
    this.#depot = depot;
    const freeFrom = new Map(depot.spares.map((spare) => [spare, firstDay]));
    const absences = depot.crews.map((): Absence[] => []);
    for (let day = firstDay; day <= lastDay; day++)
      for (const ofCrew of absences) {
        const gone = (ofCrew.at(-1)?.to ?? firstDay - 1) >= day;
        if (gone || !random.chance(PER_ABSENCE)) continue;
        const free = depot.spares.filter((spare) => freeFrom.get(spare)! <= day);
        const both = random.chance(BOTH);
        const to = day + random.whole(3, 10);
        if (free.length < (both ? 2 : 1)) continue;
        const stand: [Person | null, Person | null] = both
          ? [free[0]!, free[1]!]
          : random.chance(0.5)
            ? [free[0]!, null]
            : [null, free[0]!];
        for (const spare of stand) if (spare !== null) freeFrom.set(spare, to + 2);
        ofCrew.push({ from: day, to, stand });
      }
    this.#absences = absences;
  }

  of(crew: number, day: number, night: boolean): OnDuty {
    const { pairs } = this.#depot.crews[crew]!;
    const turn = (weekOf(day) % 2 === 0) === night ? 0 : 1;
    const pair = pairs.length === 1 ? pairs[0] : pairs[turn];
    const edges: RoughEdge[] = pairs.length === 2 && night ? ['two-shift'] : [];
    const absence =
      pair === pairs[0] ? this.#absences[crew]!.find(({ from, to }) => from <= day && day <= to) : undefined;
    if (absence === undefined) return { people: pair, edges };
    const [first, second] = absence.stand;
    return { people: [first ?? pair[0], second ?? pair[1]], edges: [...edges, 'substitute'] };
  }
}
