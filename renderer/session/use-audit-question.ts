import { useMemo } from 'react';
import type { AuditQuestion } from '../../domain/fleet/fleet-row';
import { useAppState } from './app-state';

/** What the fleet is asked on every page that lists it. */
export function useAuditQuestion(): AuditQuestion {
  const { asOf, period, pack, settings, inspectionsKept: kept } = useAppState();
  const { hazardDays } = settings;
  return useMemo(() => {
    const { id, version, rules, requirements, hazards } = pack;
    const asked = { id, version, rules, requirements, ...(hazards !== undefined && { hazards }) };
    return { asOf, period, pack: asked, hazardDays, kept };
  }, [asOf, period, pack, hazardDays, kept]);
}
