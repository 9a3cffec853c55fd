import type { Finding, MissingFact } from './doubt';
import { isPlaced, type DoubtFacts } from './facts';

/** How many visits name people, times and an address, and what the others lack. */
export function placedFacts({ seen }: Pick<DoubtFacts, 'seen'>): Pick<Finding, 'lookedAt' | 'missing'> {
  const missing = new Set<MissingFact>();
  let lookedAt = 0;
  for (const one of seen) {
    const lacks = one.visit.technicians.length === 0 || one.start === null || one.site === null;
    if (one.visit.technicians.length === 0) missing.add('people');
    if (one.start === null) missing.add('times');
    if (one.site === null) missing.add('address');
    if (!lacks && isPlaced(one)) lookedAt += 1;
  }
  return { lookedAt, missing: [...missing].sort() };
}
