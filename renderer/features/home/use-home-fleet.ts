import { useMemo } from 'react';
import { sortFleet, type OrderedFleet } from '../fleet/fleet-filter';
import { useFleetRows, useListedRows } from '../fleet/use-fleet';
import { useAppState } from '../../session/app-state';
import { useAuditQuestion } from '../../session/use-audit-question';

/** The fleet as its page lists it before anything is chosen; null until it was judged. */
export function useHomeFleet(): { readonly fleet: OrderedFleet | null; readonly failure: unknown } {
  const { isFollowing } = useAppState();
  const { rows, failure } = useFleetRows(useAuditQuestion());
  const { rows: listed } = useListedRows(rows ?? []);
  const fleet = useMemo(() => sortFleet(listed, 'urgency'), [listed]);
  return { fleet: rows === null || (rows.length === 0 && isFollowing) ? null : fleet, failure };
}
