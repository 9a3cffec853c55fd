import { isPlaced, writtenName, type DoubtFacts, type Placed, type Seen } from './facts';

/** Two visits of the same people at different sites, one begun after the other. */
export interface Movement {
  readonly before: Placed;
  readonly after: Placed;
  readonly people: readonly string[];
  /** Minutes from the end of the first to the start of the second; negative = minutes that both share. */
  readonly gap: number;
}

/**
 * For each visit of a person the one that ended last among those begun before it at other sites; a pair that several
 * people made stands once, with all of them. Who came to the site before is not asked about the same way again.
 * `wanted` decides before anything is kept. One pass over each person's visits.
 */
export function movementsOf({ byPerson }: Pick<DoubtFacts, 'byPerson'>, wanted: Wanted): readonly Movement[] {
  const found = new Map<Placed, Map<Placed, { readonly gap: number; readonly people: string[] }>>();
  for (const [person, visits] of byPerson()) {
    for (const { before, after, gap } of movementsOfOne(visits, wanted)) {
      const befores = found.get(after) ?? new Map<Placed, { gap: number; people: string[] }>();
      found.set(after, befores);
      const name = writtenName(after.visit, person);
      const known = befores.get(before);
      if (known === undefined) befores.set(before, { gap, people: [name] });
      else known.people.push(name);
    }
  }
  return [...found].flatMap(([after, befores]) =>
    [...befores].map(([before, { gap, people }]) => ({ before, after, gap, people: people.sort() })),
  );
}

type Wanted = (gap: number, from: string, to: string) => boolean;

interface InOrder {
  readonly at: number;
  readonly one: Placed;
}

/** The movements of one person, whose visits are in order, that are wanted. */
function* movementsOfOne(visits: readonly Seen[], wanted: Wanted): Generator<Omit<Movement, 'people'>> {
  // Of the visits so far the one that ended last, and the one that ended last at a site other than that one's.
  let last: InOrder | null = null;
  let elsewhere: InOrder | null = null;
  for (let at = 0; at < visits.length; at += 1) {
    const one = visits[at]!;
    if (!isPlaced(one)) continue;
    const before: InOrder | null = last?.one.site === one.site ? elsewhere : last;
    if (before !== null) {
      const gap = gapBetween(before.one, one);
      if (wanted(gap, before.one.site, one.site) && !(gap >= 0 && hasComeAfter(visits, before.at, at)))
        yield { before: before.one, after: one, gap };
    }
    if (last === null || one.end >= last.one.end) {
      if (last !== null && last.one.site !== one.site) elsewhere = last;
      last = { at, one };
    } else if (one.site !== last.one.site && (elsewhere === null || one.end >= elsewhere.one.end))
      elsewhere = { at, one };
  }
}

/** Whether between two of a person's visits lies another at the site of the later one. */
function hasComeAfter(visits: readonly Seen[], before: number, at: number): boolean {
  const { site } = visits[at]!;
  for (let between = at - 1; between > before; between -= 1) {
    const one = visits[between]!;
    if (isPlaced(one) && one.site === site) return true;
  }
  return false;
}

/** Longest step in which people round the hours they write. */
const HALF_HOUR = 30;

/** Whether what is wrong between two visits is no more than hours written as whole and half ones make. */
export function isRounding({ before, after, gap }: Pick<Movement, 'before' | 'after' | 'gap'>): boolean {
  return -gap <= HALF_HOUR && [before.end, after.start].every((minute) => minute % HALF_HOUR === 0);
}

/** Minutes between two visits of which the second did not begin first; negative = what they share. */
export function gapBetween(before: Pick<Placed, 'end'>, after: Pick<Placed, 'start' | 'end'>): number {
  return before.end > after.start ? after.start - Math.min(before.end, after.end) : after.start - before.end;
}
