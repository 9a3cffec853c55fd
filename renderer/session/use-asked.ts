import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';

/** What another page asked this one to show, with `?name=` in the address, once: by name, null where nothing was asked. */
export function useAsked(): (name: string) => string | null {
  const [params] = useSearchParams();
  const [asked] = useState(() => new Map(params));
  useEffect(() => {
    if (asked.size === 0) return;
    // The hash router keeps a query for later pages; what was asked for once is not asked for again.
    history.replaceState(history.state, '', `${location.pathname}${location.hash}`);
  }, [asked]);
  return (name) => asked.get(name) ?? null;
}

/** The same for one of a closed set; anything else was not asked. */
export function askedAmong<T extends string>(value: string | null, among: readonly T[]): T | null {
  return among.find((one) => one === value) ?? null;
}
