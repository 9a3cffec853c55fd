import type { BatchPlace } from './entry';

/**
 * Which entries of a journal do not count, by their place from 0: parts of an import whose other parts do not all stand
 * where they belong, one after the other. A `damaged` place may have been any part, so that one that cannot be read
 * hides none of the others.
 */
export function abandonedParts(places: readonly (BatchPlace | 'damaged' | null)[]): number[] {
  const abandoned: number[] = [];
  let run: Run | null = null;
  /** Behind the last place that is not damaged. */
  let free = 0;
  for (const [index, place] of places.entries()) {
    if (place === 'damaged') continue;
    const start = place === null ? index : index - place.part + 1;
    const end = place === null ? index + 1 : start + place.of;
    if (run !== null && run.start === start && run.end === end) run.members.push(index);
    else {
      abandoned.push(...endedBefore(run, index));
      run = { start, end, members: [index], isOpen: start >= free };
    }
    free = index + 1;
  }
  return [...abandoned, ...endedBefore(run, places.length)];
}

/** Places from `start` to before `end` belong to one import; `isOpen` = nothing else stood where its first ones belong. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly members: number[];
  readonly isOpen: boolean;
}

function endedBefore(run: Run | null, next: number): readonly number[] {
  return run === null || (run.isOpen && run.end <= next) ? [] : run.members;
}
