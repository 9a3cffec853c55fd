import type { RegistrationNo } from '../../domain/elevator/elevator';
import { neighboursIn, type Neighbours } from '../../domain/fleet/elevator-search';
import { useAppState } from './app-state';
import { useFleetAnswer } from './use-fleet-answer';

const NONE: Neighbours = { previous: null, next: null };

/** The elevators before and after this one, in the order the fleet was last shown; else in the register's. */
export function useNeighbours(registrationNo: RegistrationNo): Neighbours {
  const { shownOrder } = useAppState();
  const isShown = shownOrder.current.includes(registrationNo);
  const { answer } = useFleetAnswer('neighbours', isShown ? null : registrationNo);
  return isShown ? neighboursIn(shownOrder.current, registrationNo) : (answer?.rest ?? NONE);
}
