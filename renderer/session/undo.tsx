import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';

/** How long what was just done can be taken back by one key; it waits while somebody looks at the offer. */
const UNDO_SECONDS = 10;

/** Something that was just done, and the way back. */
export interface Undoable {
  /** What was done, in a sentence. */
  readonly done: string;
  /** Takes it back; answers the sentence of how things stand then. */
  readonly undo: () => Promise<string>;
}

interface Offer {
  readonly offer: (undoable: Undoable) => void;
  readonly open: (Undoable & { readonly secondsLeft: number }) | null;
  readonly hold: (isHeld: boolean) => void;
  readonly drop: () => void;
}

const Context = createContext<Offer | null>(null);

/** One offer at a time: the latest. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<Offer['open']>(null);
  const isHeld = useRef(false);
  const drop = useCallback(() => setOpen(null), []);
  const hold = useCallback((held: boolean) => {
    isHeld.current = held;
  }, []);
  const offer = useCallback((undoable: Undoable) => {
    isHeld.current = false;
    setOpen({ ...undoable, secondsLeft: UNDO_SECONDS });
  }, []);
  const isOpen = open !== null;
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => {
      if (isHeld.current) return;
      setOpen((before) => {
        if (before === null || before.secondsLeft <= 1) return null;
        return { ...before, secondsLeft: before.secondsLeft - 1 };
      });
    }, 1000);
    return () => clearInterval(timer);
  }, [isOpen]);
  const value = useMemo(() => ({ offer, open, hold, drop }), [offer, open, hold, drop]);
  return <Context value={value}>{children}</Context>;
}

export function useUndo(): Offer {
  const offer = useContext(Context);
  if (offer === null) throw new Error('used outside UndoProvider');
  return offer;
}
