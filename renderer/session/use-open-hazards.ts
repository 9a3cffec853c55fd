import { useAppState } from './app-state';
import { useFleetAnswer } from './use-fleet-answer';

/** How many hazards of the fleet are open on the day of judgement; null until they were counted. */
export function useOpenHazards(): number | null {
  const { asOf } = useAppState();
  return useFleetAnswer('open-hazards', asOf).answer?.rest ?? null;
}
