import { createContext, useContext } from 'react';
import type { BackupStatus } from '../../../domain/bridge/backup-replies';

export interface BackupWatch {
  /** Null until it has been asked for. */
  readonly status: BackupStatus | null;
  readonly look: () => Promise<void>;
}

export const BackupWatchContext = createContext<BackupWatch>({ status: null, look: () => Promise.resolve() });

export function useBackupWatch(): BackupWatch {
  return useContext(BackupWatchContext);
}
