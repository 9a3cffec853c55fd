import { useCallback, useEffect, useRef, useState } from 'react';
import { deleteDraft, readDraft, saveDraft } from '../../data/drafts';

const SAVE_AFTER_MS = 500;

/** How drafts of one kind are kept; all but `key` must not change while the draft is open. */
export interface DraftKind<D> {
  /** Names the draft in the store. */
  readonly key: string;
  /** A draft read back; null when it is not one of this program's. */
  readonly parse: (value: unknown) => D | null;
  /** Whether nothing of it would be a loss. */
  readonly isUntouched: (draft: D) => boolean;
  readonly fresh: () => D;
}

export interface KeptDraft<D> {
  /** Null while the stored draft is being looked for. */
  readonly draft: D | null;
  readonly change: (change: Partial<D> | ((draft: D) => Partial<D>)) => void;
  /** When the draft that was found had been saved; null when there was none, or once the notice was answered. */
  readonly restoredAt: number | null;
  readonly savedAt: number | null;
  /** The draft could not be stored: what is typed lives only in this window. */
  readonly storeFailed: boolean;
  readonly acknowledge: () => void;
  /** Forgets the draft, stored and shown, and starts anew; answers how to have it again, null where nothing is lost. */
  readonly discard: () => Promise<(() => Promise<void>) | null>;
  /** Forgets the stored draft: what it was for is on record. */
  readonly finish: () => Promise<void>;
}

/** Keeps a draft across crashes: stored half a second after a change, and at once when the window is left. */
export function useKeptDraft<D extends object>({ key, ...kind }: DraftKind<D>): KeptDraft<D> {
  const [draft, setDraft] = useState<D | null>(null);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [storeFailed, setStoreFailed] = useState(false);
  const unsaved = useRef<D | null>(null);
  /** What it was for is on record: a field that is left as its form goes must not store the draft once more. */
  const isOver = useRef(false);
  const { current: of } = useRef(kind);

  const flush = useCallback(async () => {
    const pending = unsaved.current;
    if (pending === null) return;
    unsaved.current = null;
    const now = Date.now();
    try {
      const emptied = of.isUntouched(pending);
      await (emptied ? deleteDraft(key) : saveDraft(key, pending, now));
      setSavedAt(emptied ? null : now);
      setStoreFailed(false);
    } catch {
      setStoreFailed(true); // told on the page; the next change tries again
    }
  }, [key, of]);

  useEffect(() => {
    let wanted = true;
    isOver.current = false;
    readDraft(key)
      .catch(() => null)
      .then((found) => {
        if (!wanted) return;
        const kept = found === null ? null : of.parse(found.value);
        if (found !== null && kept !== null && !of.isUntouched(kept)) setRestoredAt(found.savedAt);
        setDraft(kept ?? of.fresh());
      })
      .catch(() => setStoreFailed(true));
    return () => {
      wanted = false;
    };
  }, [key, of]);

  useEffect(() => {
    if (unsaved.current === null) return;
    const timer = setTimeout(() => void flush(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);

  useOnLeaving(flush);

  const change = useCallback<KeptDraft<D>['change']>((by) => {
    setDraft((before) => {
      if (before === null || isOver.current) return before;
      const next = { ...before, ...(typeof by === 'function' ? by(before) : by) };
      unsaved.current = next;
      return next;
    });
  }, []);
  const finish = useCallback(async () => {
    isOver.current = true;
    unsaved.current = null;
    await deleteDraft(key);
  }, [key]);
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const discard = useCallback(async () => {
    const lost = draft;
    await finish();
    setRestoredAt(null);
    setSavedAt(null);
    isOver.current = false;
    setDraft(of.fresh());
    if (lost === null || of.isUntouched(lost)) return null;
    return async () => {
      const now = Date.now();
      await saveDraft(key, lost, now);
      if (!isShown.current) return; // the page reads it when it is opened
      setDraft(lost);
      setSavedAt(now);
    };
  }, [draft, finish, key, of]);
  return {
    draft,
    change,
    restoredAt,
    savedAt,
    storeFailed,
    acknowledge: useCallback(() => setRestoredAt(null), []),
    discard,
    finish,
  };
}

/** At once when the window is left, in whichever way, and when the page is. */
function useOnLeaving(flush: () => Promise<void>): void {
  useEffect(() => {
    const now = (): void => void flush();
    addEventListener('pagehide', now);
    addEventListener('blur', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      now();
      removeEventListener('pagehide', now);
      removeEventListener('blur', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, [flush]);
}
