import { useEffect, useState } from 'react';
import { elevatorsOnRecord } from '../data/elevators-on-record';
import { useAppState } from './app-state';

interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
}

/** The elevators before and after this one, in the order the fleet was last shown; else in the register's. */
export function useNeighbours(registrationNo: string): Neighbours {
  const { shownOrder, revision } = useAppState();
  const [order, setOrder] = useState<readonly string[]>(shownOrder.current);
  useEffect(() => {
    if (shownOrder.current.includes(registrationNo as never) || revision === 0) return;
    let wanted = true;
    void elevatorsOnRecord().then((elevators) => {
      if (wanted) setOrder(elevators.map((elevator) => elevator.registrationNo));
    });
    return () => {
      wanted = false;
    };
  }, [registrationNo, revision, shownOrder]);
  const at = order.indexOf(registrationNo);
  return { previous: at > 0 ? (order[at - 1] ?? null) : null, next: at < 0 ? null : (order[at + 1] ?? null) };
}
