import { useEffect, useRef } from 'react';
import { useSearchParams } from 'wouter';

/** Takes a text that another place asked the list to be filtered by, with `?find=`, once each time. */
export function useFindParameter(take: (text: string) => void): void {
  const [params] = useSearchParams();
  const text = params.get('find');
  const taken = useRef(take);
  taken.current = take;
  useEffect(() => {
    if (text === null) return;
    taken.current(text);
    // The hash router keeps a query for later pages; what was asked for once is not asked for again.
    history.replaceState(history.state, '', `${location.pathname}${location.hash}`);
  }, [text]);
}
