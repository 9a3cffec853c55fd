import type { Scope } from '../audit/verdict';
import type { Elevator } from '../elevator/elevator';
import { siteOf } from '../elevator/site';
import type { CompiledRule } from '../service-clock/compiled-rule';
import type { InspectionsKept } from '../record/inspections-kept';

/**
 * Whether the inspections of an elevator are judged: by what the house said it keeps here. Before it was asked, only
 * where an inspection is on record.
 */
export function scopeFor(
  { address }: Pick<Elevator, 'address'>,
  hasInspections: boolean,
  kept: InspectionsKept | null,
): Scope {
  switch (kept?.for) {
    case 'all':
      return 'all';
    case 'sites':
      return address !== undefined && kept.sites.includes(siteOf(address)) ? 'all' : 'maintenance';
    case 'recorded':
    case undefined:
      return hasInspections ? 'all' : 'maintenance';
  }
}

/** Whether a rule is judged: in scope `maintenance` those that inspections answer are left out. */
export function isInScope({ acts }: Pick<CompiledRule, 'acts'>, scope: Scope): boolean {
  return scope === 'all' || acts.inspections === 0;
}
