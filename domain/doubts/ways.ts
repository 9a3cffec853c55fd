import { siteKey } from './names';

/** Minutes that people need from one site to another, the shorter where both directions are given. */
export interface Ways {
  readonly minutes: (from: string, to: string) => number | null;
  /** Of all ways that are known; 0 where none is. */
  readonly longest: number;
}

export interface Way {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

/** Ways by the addresses at both ends; of several between the same two sites the shortest counts. */
export function waysOf(ways: readonly Way[]): Ways {
  const known = new Map<string, Map<string, number>>();
  const keep = (from: string, to: string, minutes: number): void => {
    const there = known.get(from) ?? new Map<string, number>();
    known.set(from, there.set(to, Math.min(minutes, there.get(to) ?? minutes)));
  };
  for (const { from, to, minutes } of ways) {
    const [one, other] = [siteKey(from) ?? '', siteKey(to) ?? ''];
    keep(one, other, minutes);
    keep(other, one, minutes);
  }
  const longest = ways.reduce((most, { minutes }) => Math.max(most, minutes), 0);
  return { minutes: (from, to) => known.get(from)?.get(to) ?? null, longest };
}
