import { useCallback, useEffect, useState } from 'react';
import { keepTypedCosts, readTypedCosts, type TypedCosts } from './stock-costs';

/** The costs that people typed, kept across a restart. */
export function useTypedCosts(): {
  readonly costs: TypedCosts;
  readonly setCost: (registrationNo: string, cost: string) => void;
} {
  const [costs, setCosts] = useState<TypedCosts>({});
  useEffect(() => {
    readTypedCosts().then(setCosts, () => undefined); // without the store the costs live in this window
  }, []);
  const setCost = useCallback((registrationNo: string, cost: string): void => {
    setCosts((before) => {
      const next = { ...before, [registrationNo]: cost };
      if (cost.trim() === '') Reflect.deleteProperty(next, registrationNo);
      keepTypedCosts(next).catch(() => undefined);
      return next;
    });
  }, []);
  return { costs, setCost };
}
