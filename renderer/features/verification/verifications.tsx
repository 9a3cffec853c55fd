import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from 'react';
import { call, fileForCall } from '../../bridge/client';
import { useAppState } from '../../session/app-state';
import { VerificationQueue, type FileCheck } from './verification-queue';

const Context = createContext<VerificationQueue | null>(null);

/** Files that were verified are kept, and go on being verified, while other pages are looked at. */
export function VerificationsProvider({ children }: { readonly children: ReactNode }) {
  const { lookAtJournal } = useAppState();
  const [queue] = useState(
    () =>
      new VerificationQueue(async (file, signal) => {
        const reply = await call('verify.file', { name: file.name, bytes: await fileForCall(file) }, { signal });
        if (reply.remarks.some(({ code }) => code.startsWith('own-journal-')))
          void lookAtJournal().catch(() => undefined); // the next write tells
        return reply;
      }),
  );
  return <Context value={queue}>{children}</Context>;
}

export function useVerifications(): { readonly queue: VerificationQueue; readonly checks: readonly FileCheck[] } {
  const queue = useContext(Context);
  if (queue === null) throw new Error('outside VerificationsProvider');
  return { queue, checks: useSyncExternalStore(queue.subscribe, queue.checks) };
}
