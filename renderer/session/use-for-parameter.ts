import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { RegistrationNo } from '../../domain/elevator/elevator';

/** The elevators that another page asked for with `?for=`, once. */
export function useForParameter(): readonly RegistrationNo[] {
  const [params] = useSearchParams();
  const [wanted] = useState(() =>
    (params.get('for') ?? '').split(',').filter((part): part is RegistrationNo => part !== ''),
  );
  useEffect(() => {
    // The hash router keeps a query for later pages; what was asked for once is not asked for again.
    history.replaceState(history.state, '', `${location.pathname}${location.hash}`);
  }, []);
  return wanted;
}
