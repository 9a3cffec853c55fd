import { useEffect, useRef, useState } from 'react';
import { useUnfinished } from './unfinished';

export interface Saving {
  /** Something is being written; another attempt does nothing meanwhile. */
  readonly busy: boolean;
  readonly failure: unknown;
  /**
   * Writes once, however often it is asked for in one breath (a double click, a key held down), then `leave` closes the
   * form, and nothing more is written from it. Work that comes in steps looks at `signal` between them.
   */
  readonly save: (work: (signal: AbortSignal) => Promise<unknown>, leave?: () => void) => void;
  /** Asks the work that goes on to end before its next step. */
  readonly cancel: () => void;
  /** Told beside the form: what failed while it was made ready, or null. */
  readonly fail: (failure: unknown) => void;
}

/** The one guard of everything that writes. */
export function useSaving(): Saving {
  const writing = useRef<AbortController | null>(null); // state alone comes too late: two clicks may share one frame
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [ended, setEnded] = useState(0);
  useUnfinished(busy);
  useEffect(() => {
    writing.current = null; // only once the form as it is after saving is on the screen
  }, [ended]);
  const end = (): void => {
    setBusy(false);
    setEnded((before) => before + 1);
  };
  const save: Saving['save'] = (work, leave) => {
    if (writing.current !== null) return;
    const controller = (writing.current = new AbortController());
    setFailure(null);
    setBusy(true);
    void work(controller.signal).then(
      () => (leave ?? end)(),
      (error: unknown) => {
        setFailure(error);
        end();
      },
    );
  };
  return { busy, failure, save, cancel: () => writing.current?.abort(), fail: setFailure };
}
