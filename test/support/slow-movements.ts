import type { Visit } from '../../domain/visit/visit';

interface Stay {
  readonly visit: Visit;
  readonly site: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Movements read literally: for each visit of each person every other visit of that person is compared. Visits are of
 * one month, with times that end on their own day; `siteOf` is the address.
 */
export function slowMovements(
  visits: readonly Visit[],
  siteOf: (registrationNo: string) => string,
  wanted: (gap: number) => boolean,
): string[] {
  const people = [...new Set(visits.flatMap(({ technicians }) => technicians))];
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const pairs = new Map<string, string[]>();
  for (const person of people) {
    const stays = visits
      .filter(({ technicians, startedAt, endedAt }) => technicians.includes(person) && startedAt! < endedAt!)
      .map((visit): Stay => {
        const midnight = Number(visit.date.slice(8)) * 1440;
        const [start, end] = [midnight + minutes(visit.startedAt!), midnight + minutes(visit.endedAt!)];
        return { visit, site: siteOf(visit.registrationNo), start, end };
      })
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.visit.registrationNo < b.visit.registrationNo ? -1 : 1));
    stays.forEach((after, at) => {
      const befores = stays.slice(0, at).filter(({ site }) => site !== after.site);
      const latest = Math.max(...befores.map(({ end }) => end));
      const before = befores.findLast(({ end }) => end === latest);
      if (before === undefined) return;
      const shared = Math.min(before.end, after.end) - Math.max(before.start, after.start);
      const gap = shared > 0 ? -shared : after.start - before.end;
      const hereBefore = stays.slice(stays.indexOf(before) + 1, at).some(({ site }) => site === after.site);
      if ((gap >= 0 && hereBefore) || !wanted(gap)) return;
      const key = `${placed(before)} ${placed(after)} ${gap}`;
      pairs.set(key, [...(pairs.get(key) ?? []), person].sort());
    });
  }
  return [...pairs].map(([key, who]) => `${key} ${who.join(',')}`).sort();
}

export function placed({ visit }: { readonly visit: Visit }): string {
  return `${visit.registrationNo}@${visit.date}T${visit.startedAt}-${visit.endedAt}`;
}
