import { useMemo } from 'react';
import { toCivilDate, toEpochDay } from '../../../domain/calendar/civil-date';
import { useAppState } from '../../session/app-state';
import { useFleetAnswer } from '../../session/use-fleet-answer';

/** How far back closed hazards are listed. */
export const CLOSED_SPANS = ['30', '365', 'all'] as const;
export type ClosedSpan = (typeof CLOSED_SPANS)[number];

/** The hazards of the fleet as of the day of judgement; none are asked for where the pack knows nothing of hazards. */
export function useFleetHazards(span: ClosedSpan) {
  const { asOf, pack, settings } = useAppState();
  const criteria = pack.hazards;
  const days = settings.hazardDays;
  const question = useMemo(() => {
    if (criteria === undefined) return null;
    const { matrix, duties, deadlines } = criteria;
    const closedFrom = span === 'all' ? null : toCivilDate(toEpochDay(asOf) - Number(span));
    return { asOf, criteria: { matrix, duties, deadlines }, days, closedFrom };
  }, [asOf, criteria, days, span]);
  return useFleetAnswer('hazards', question);
}
