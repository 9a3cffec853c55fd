import type { Recorded } from '../../record/dossier';
import type { Visit } from '../../visit/visit';

/** The records of which visits of the period go along as papers: inspectors usually ask for the last four of each elevator. */
export const VISITS_IN_PACK = ['last-four', 'all', 'none'] as const;
export type VisitsInPack = (typeof VISITS_IN_PACK)[number];

const LAST = 4;

/** Those that stand, by date. */
export function visitsInPack(visits: readonly Recorded<Visit>[], which: VisitsInPack): Recorded<Visit>[] {
  if (which === 'none') return [];
  const standing = visits
    .filter(({ withdrawn }) => withdrawn !== true)
    .sort((a, b) => (a.value.date < b.value.date ? -1 : a.value.date > b.value.date ? 1 : 0));
  return which === 'all' ? standing : standing.slice(-LAST);
}
