import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { hostWindow } from '../bridge/host-window';

interface GivenFiles {
  /** Files to be verified that came from elsewhere than the page Verify; it takes them once. */
  readonly files: readonly File[];
  readonly take: () => void;
}

const Context = createContext<GivenFiles>({ files: [], take: () => undefined });

export function useGivenFiles(): GivenFiles {
  return useContext(Context);
}

const TO_VERIFY = /\.(pdf|zip)$/i;

/**
 * Reports and bundles that the system opened the program with, or that were dropped anywhere on the page, go to the page
 * Verify. Without this a browser would leave the application for a file that was dropped beside a place for it.
 */
export function GivenFilesProvider({ children }: { readonly children: ReactNode }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [, navigate] = useLocation();
  const give = useCallback(
    (given: readonly File[]): void => {
      if (given.length === 0) return;
      setFiles((before) => [...before, ...given]);
      navigate('/verify');
    },
    [navigate],
  );
  useEffect(() => {
    const host = hostWindow();
    if (host === null) return;
    const stop = host.listen((event) => {
      if (event.kind !== 'opened') return;
      void Promise.all(event.files.map(({ name, ticket }) => host.opened(name, ticket))).then((opened) =>
        give(opened.filter((file) => file !== null)),
      );
    });
    host.ask({ kind: 'ready' });
    return stop;
  }, [give]);
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      if (event.defaultPrevented) return; // a place for files has taken it
      event.preventDefault();
      give([...(event.dataTransfer?.files ?? [])].filter(({ name }) => TO_VERIFY.test(name)));
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [give]);
  const value = useMemo(() => ({ files, take: () => setFiles([]) }), [files]);
  return <Context value={value}>{children}</Context>;
}
