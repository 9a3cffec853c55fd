import { useCallback, useLayoutEffect, useState } from 'react';

/**
 * Does something as soon as what was changed with it stands in the page: before the next key is read, so that nothing
 * typed at once goes astray (a frame later it would).
 */
export function useAfterCommit(): (act: () => void) => void {
  const [wanted, setWanted] = useState<{ readonly act: () => void } | null>(null);
  useLayoutEffect(() => wanted?.act(), [wanted]);
  return useCallback((act) => setWanted({ act }), []);
}
