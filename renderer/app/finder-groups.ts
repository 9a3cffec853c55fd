import type { FoundCounts, FoundKind, FoundThing } from '../../domain/fleet/find';
import { hazardPath } from '../features/hazard/hazard-path';

/** Signs that ask for one kind alone, typed first. */
const KIND_SIGNS: Readonly<Record<string, FoundKind>> = { '>': 'page', '》': 'page', '@': 'firm', '#': 'hazard' };

/** What was typed, without the sign in front that asks for one kind. */
export function askedFor(typed: string): { readonly text: string; readonly kind: FoundKind | null } {
  const text = typed.normalize('NFKC').trimStart();
  const kind = KIND_SIGNS[text.slice(0, 1)] ?? null;
  return { text: kind === null ? text : text.slice(1), kind };
}

export interface FinderGroup {
  readonly kind: FoundKind;
  readonly count: number;
  readonly things: readonly FoundThing[];
  /** Of those found, how many are not among the things. */
  readonly more: number;
}

/** The groups in the order in which they are shown: a page whose whole name was typed stands before all else. */
export function groupsOf(
  things: readonly FoundThing[],
  counts: FoundCounts,
  { text, kind }: ReturnType<typeof askedFor>,
): readonly FinderGroup[] {
  const named = text.trim().toLowerCase();
  const isPage = things.some((thing) => thing.kind === 'page' && thing.name.toLowerCase() === named);
  const order: readonly FoundKind[] = isPage
    ? ['page', 'elevator', 'firm', 'hazard']
    : ['elevator', 'page', 'firm', 'hazard'];
  return order
    .filter((one) => kind === null || one === kind)
    .map((one) => {
      const own = things.filter((thing) => thing.kind === one);
      return { kind: one, count: counts[one], things: own, more: counts[one] - own.length };
    })
    .filter(({ count }) => count > 0);
}

/** Where a thing leads. `pages` = the paths of the pages asked about. */
export function pathOfFound(thing: FoundThing, pages: readonly string[]): string {
  switch (thing.kind) {
    case 'elevator':
      return `/elevator/${encodeURIComponent(thing.row.registrationNo)}`;
    case 'page':
      return pages[thing.page] ?? '/';
    case 'firm':
      return filteredPath(thing.name);
    case 'hazard':
      return hazardPath(thing);
  }
}

/** The fleet, filtered by a text. */
export function filteredPath(text: string): string {
  return `/?find=${encodeURIComponent(text)}`;
}
