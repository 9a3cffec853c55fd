import { useCallback, useEffect, useRef, useState } from 'react';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { deleteDraft, readDraft, saveDraft } from '../../data/drafts';
import { isUntouched, parseDraft, type VisitDraft } from './visit-draft';

const SAVE_AFTER_MS = 500;
export const DRAFT_PREFIX = 'visit:';

export interface KeptDraft {
  /** Null while the stored draft is being looked for. */
  readonly draft: VisitDraft | null;
  readonly change: (change: Partial<VisitDraft> | ((draft: VisitDraft) => Partial<VisitDraft>)) => void;
  /** When the draft that was found had been saved; null when there was none, or once the notice was answered. */
  readonly restoredAt: number | null;
  readonly savedAt: number | null;
  /** The draft could not be stored: what is typed lives only in this window. */
  readonly storeFailed: boolean;
  readonly acknowledge: () => void;
  /** Forgets the draft, stored and shown, and starts anew. */
  readonly discard: () => Promise<void>;
  /** Forgets the stored draft: the visit is on record. */
  readonly finish: () => Promise<void>;
}

/** Keeps a visit's draft across crashes: stored half a second after a change, and at once when the window is left. */
export function useVisitDraft(registrationNo: RegistrationNo, fresh: () => VisitDraft): KeptDraft {
  const key = `${DRAFT_PREFIX}${registrationNo}`;
  const [draft, setDraft] = useState<VisitDraft | null>(null);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [storeFailed, setStoreFailed] = useState(false);
  const unsaved = useRef<VisitDraft | null>(null);
  const start = useRef(fresh);

  const flush = useCallback(async () => {
    const pending = unsaved.current;
    if (pending === null) return;
    unsaved.current = null;
    const now = Date.now();
    try {
      const emptied = isUntouched(pending);
      await (emptied ? deleteDraft(key) : saveDraft(key, pending, now));
      setSavedAt(emptied ? null : now);
      setStoreFailed(false);
    } catch {
      setStoreFailed(true); // told on the page; the next change tries again
    }
  }, [key]);

  useEffect(() => {
    let wanted = true;
    readDraft(key)
      .catch(() => null)
      .then((found) => {
        if (!wanted) return;
        const kept = found === null ? null : parseDraft(found.value, registrationNo);
        if (found !== null && kept !== null && !isUntouched(kept)) setRestoredAt(found.savedAt);
        setDraft(kept ?? start.current());
      })
      .catch(() => setStoreFailed(true));
    return () => {
      wanted = false;
    };
  }, [key, registrationNo]);

  useEffect(() => {
    if (unsaved.current === null) return;
    const timer = setTimeout(() => void flush(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);

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

  const change = useCallback<KeptDraft['change']>((by) => {
    setDraft((before) => {
      if (before === null) return null;
      const next = { ...before, ...(typeof by === 'function' ? by(before) : by) };
      unsaved.current = next;
      return next;
    });
  }, []);
  const finish = useCallback(async () => {
    unsaved.current = null;
    await deleteDraft(key);
  }, [key]);
  const discard = useCallback(async () => {
    await finish();
    setRestoredAt(null);
    setSavedAt(null);
    setDraft(start.current());
  }, [finish]);
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
