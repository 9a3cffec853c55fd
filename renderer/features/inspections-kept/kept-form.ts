import type { Elevator } from '../../../domain/elevator/elevator';
import { siteOf } from '../../../domain/elevator/site';
import { MOST_SITES, type InspectionsKept } from '../../../domain/record/inspections-kept';

export const KEPT_FOR = ['all', 'sites', 'recorded'] as const satisfies readonly InspectionsKept['for'][];

/** The answer as it is being given; the sites stay while another choice is looked at. */
export interface KeptForm {
  readonly for: InspectionsKept['for'] | null;
  readonly sites: ReadonlySet<string>;
}

export type KeptProblem = 'none-chosen' | 'no-site' | 'too-many-sites';

export interface Site {
  readonly name: string;
  readonly elevators: number;
}

export function keptForm(kept: InspectionsKept | null): KeptForm {
  return { for: kept?.for ?? null, sites: new Set(kept?.for === 'sites' ? kept.sites : []) };
}

export function keptProblem({ for: chosen, sites }: KeptForm): KeptProblem | null {
  if (chosen === null) return 'none-chosen';
  if (chosen !== 'sites') return null;
  if (sites.size === 0) return 'no-site';
  return sites.size > MOST_SITES ? 'too-many-sites' : null;
}

/** The answer of a form without a problem. */
export function keptOf(form: KeptForm): InspectionsKept | null {
  if (form.for === null || keptProblem(form) !== null) return null;
  return form.for === 'sites' ? { for: 'sites', sites: [...form.sites].sort() } : { for: form.for };
}

/** The sites of a fleet by name, with those that the answer names and no elevator has any more. */
export function sitesOf(elevators: readonly Pick<Elevator, 'address'>[], { sites }: KeptForm): readonly Site[] {
  const counts = new Map<string, number>([...sites].map((site) => [site, 0]));
  for (const { address } of elevators) {
    if (address === undefined) continue;
    const site = siteOf(address);
    counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b, 'zh-CN'))
    .map(([name, elevatorCount]) => ({ name, elevators: elevatorCount }));
}
