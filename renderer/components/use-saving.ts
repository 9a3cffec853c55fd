import { useEffect, useRef, useState } from 'react';
import { useUnfinished } from './unfinished';

export interface Saving {
  /** Something is being written; another attempt does nothing meanwhile. */
  readonly busy: boolean;
  /** An attempt was made, sound or not: from now on every problem is told. */
  readonly tried: boolean;
  readonly failure: unknown;
  /**
   * Writes once, however often it is asked for in one breath (a double click, a key held down), then `leave` closes the
   * form, and nothing more is written from it. Without work only the attempt is noted.
   */
  readonly save: (work: (() => Promise<unknown>) | null, leave?: () => void) => void;
  /** Told beside the form: what failed while it was made ready, or null. */
  readonly fail: (failure: unknown) => void;
  /** The next attempt counts as the first again. */
  readonly untry: () => void;
}

/** The one guard of every form that writes. */
export function useSaving(): Saving {
  const writing = useRef(false); // state alone comes too late: two clicks may share one frame
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [ended, setEnded] = useState(0);
  useUnfinished(busy);
  useEffect(() => {
    writing.current = false; // only once the form as it is after saving is on the screen
  }, [ended]);
  const end = (): void => {
    setBusy(false);
    setEnded((before) => before + 1);
  };
  const save: Saving['save'] = (work, leave) => {
    if (writing.current) return;
    setTried(true);
    setFailure(null);
    if (work === null) return;
    writing.current = true;
    setBusy(true);
    void work().then(
      () => (leave ?? end)(),
      (error: unknown) => {
        setFailure(error);
        end();
      },
    );
  };
  return { busy, tried, failure, save, fail: setFailure, untry: () => setTried(false) };
}
