import type { PlanSettings } from './plan-settings';

/** What stands between the names of a team. */
const BETWEEN = /[、，,;；/\s]+/;

/** The texts of a plan that are about people, each as often as it stands there: crews, who is in them, notes of sites. */
export function detailsOfPlan({ crews, away, sites, moves }: PlanSettings): string[] {
  const texts = [
    ...crews.flatMap(({ name, members }) => [name, ...members]),
    ...away.map(({ crew }) => crew),
    ...sites.flatMap(({ crew, note }) => [crew, note]),
    ...moves.map(({ crew }) => crew),
  ];
  return texts.filter((text): text is string => text !== null && text !== '');
}

/**
 * A plan without these details. A crew that is called by one is called by the first number that no crew has; who is named
 * for a site or a visit and is in no crew is no longer named there.
 */
export function withoutDetails(plan: PlanSettings, details: readonly string[]): PlanSettings {
  const gone = new Set(details);
  const isGone = (text: string): boolean => gone.has(text) || text.split(BETWEEN).some((name) => gone.has(name));
  const taken = new Set(plan.crews.map(({ name }) => name));
  const renamed = new Map<string, string>();
  for (const { name } of plan.crews) {
    if (!isGone(name)) continue;
    const free = firstFree(taken);
    taken.add(free);
    renamed.set(name, free);
  }
  const crewOf = (crew: string | null): string | null =>
    crew === null || !isGone(crew) ? crew : (renamed.get(crew) ?? null);
  return {
    ...plan,
    crews: plan.crews.map((crew) => ({
      ...crew,
      name: renamed.get(crew.name) ?? crew.name,
      members: crew.members.filter((member) => !isGone(member)),
    })),
    away: plan.away.flatMap((one) => {
      const crew = crewOf(one.crew);
      return crew === null ? [] : [{ ...one, crew }];
    }),
    sites: plan.sites.map((site) => ({
      ...site,
      crew: crewOf(site.crew),
      note: gone.has(site.note) ? '' : site.note,
    })),
    moves: plan.moves.map((move) => ({ ...move, crew: crewOf(move.crew) })),
  };
}

/** How many texts of a plan go with these details. */
export function detailsErasedOf(plan: PlanSettings, details: readonly string[]): number {
  const left = new Map<string, number>();
  const kept = detailsOfPlan(withoutDetails(plan, details));
  for (const text of kept) left.set(text, (left.get(text) ?? 0) + 1);
  return detailsOfPlan(plan).filter((text) => {
    const more = left.get(text) ?? 0;
    left.set(text, more - 1);
    return more <= 0;
  }).length;
}

function firstFree(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(String(number))) return String(number);
}
