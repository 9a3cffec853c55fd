import { useEffect } from 'react';

/**
 * While `running`, leaving the page asks first: a browser by its own question, the window by one of the system. What is
 * on record stays either way; what is asked about is the rest.
 */
export function useUnfinished(running: boolean): void {
  useEffect(() => {
    if (!running) return;
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [running]);
}
