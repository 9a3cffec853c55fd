import type { BatchPlace } from './entry';

/**
 * Which entries of a journal do not count, by their place from 0: parts of an import whose last part is not there. Parts
 * of one import stand one after the other, so whatever is not the next part ends it.
 */
export function abandonedParts(places: readonly (BatchPlace | null)[]): number[] {
  const abandoned: number[] = [];
  let open: number[] = [];
  let of = 0;
  for (const [index, place] of places.entries()) {
    const follows = place !== null && place.part === open.length + 1 && (open.length === 0 || place.of === of);
    if (!follows) {
      abandoned.push(...open);
      open = [];
    }
    if (place === null) continue;
    if (!follows && place.part !== 1) {
      abandoned.push(index);
      continue;
    }
    open.push(index);
    of = place.of;
    if (place.part === place.of) open = [];
  }
  return [...abandoned, ...open];
}
