import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { BackupStatus } from '../../../domain/bridge/backup-replies';
import { call } from '../../bridge/client';
import { BackupWatchContext } from './backup-watch';

const LOOK_EVERY_MS = 60_000;

/** Knows how the backups stand: asked at the start, every minute, and after whatever a page does about them. */
export function BackupWatchProvider({ children }: { readonly children: ReactNode }) {
  const [status, setStatus] = useState<BackupStatus | null>(null);
  const look = useCallback(async () => setStatus(await call('backup.status', {})), []);
  useEffect(() => {
    const quietly = (): void => void look().catch(() => undefined); // the next look tells
    quietly();
    const timer = setInterval(quietly, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);
  const watch = useMemo(() => ({ status, look }), [status, look]);
  return <BackupWatchContext value={watch}>{children}</BackupWatchContext>;
}
