import type { Settings } from '../../domain/bridge/replies';
import { HOMES } from '../features/home/homes';

/** The pages of the navigation with their names; null = a line between groups. */
export const PLACES = [
  { path: '/', word: 'nav.fleet' },
  { path: '/plan', word: 'nav.plan' },
  { path: '/month', word: 'nav.month' },
  { path: '/due', word: 'nav.due' },
  { path: '/visit', word: 'nav.visit' },
  { path: '/round', word: 'nav.round' },
  { path: '/confirm', word: 'nav.confirm' },
  { path: '/routine', word: 'nav.routine' },
  { path: '/hazards', word: 'nav.hazards' },
  { path: '/doubts', word: 'nav.doubts' },
  { path: '/reports', word: 'nav.reports' },
  { path: '/callouts', word: 'nav.callouts' },
  { path: '/stock', word: 'nav.stock' },
  { path: '/assess', word: 'nav.assess' },
  { path: '/insurance', word: 'nav.insurance' },
  { path: '/people', word: 'nav.people' },
  { path: '/notice', word: 'nav.notice' },
  { path: '/desk', word: 'nav.desk' },
  null,
  { path: '/import', word: 'nav.import' },
  { path: '/verify', word: 'nav.verify' },
  null,
  { path: '/compare', word: 'nav.compare' },
  { path: '/packs', word: 'nav.packs' },
  { path: '/settings', word: 'nav.settings' },
  { path: '/help', word: 'nav.help' },
] as const;

export type Place = NonNullable<(typeof PLACES)[number]>;

/** What a role works with most follows its home, as far as it stands in another order. */
const FIRST: Readonly<Record<Settings['role'], readonly Place['path'][]>> = {
  maintainer: [HOMES.maintainer],
  manager: [HOMES.manager, '/', '/routine', '/confirm', '/due', '/hazards'],
  inspector: [HOMES.inspector, '/', '/doubts', '/verify', '/hazards'],
};

/** All pages in the order of a role: none is taken away by it. */
export function placesOf(role: Settings['role']): readonly (Place | null)[] {
  const first = FIRST[role];
  const rank = (place: Place | null): number => (place === null ? -1 : first.indexOf(place.path));
  const leading = PLACES.filter((place) => rank(place) >= 0).sort((a, b) => rank(a) - rank(b));
  return [...leading, ...PLACES.filter((place) => rank(place) < 0)];
}
