import { useEffect, useState } from 'react';
import { EMPTY_ROSTER, type Roster } from '../../domain/roster/roster';
import { call } from '../bridge/client';

/** People and firms on record, read again after each change; null until they are known. One object while they are the same. */
export function useRosterOf(revision: number): Roster | null {
  const [held, setHeld] = useState<{ readonly roster: Roster; readonly text: string } | null>(null);
  useEffect(() => {
    let wanted = true;
    const take = (roster: Roster): void => {
      const text = JSON.stringify(roster);
      if (wanted) setHeld((before) => (before?.text === text ? before : { roster, text }));
    };
    call('roster.read', {}).then(
      ({ roster }) => take(roster),
      () => take(EMPTY_ROSTER), // a journal that cannot be read is told of on every page
    );
    return () => {
      wanted = false;
    };
  }, [revision]);
  return held?.roster ?? null;
}
