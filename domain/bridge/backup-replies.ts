import type { Entry } from '../record/entry';
import type { BackupFaultCode } from '../terms/backup-fault';

/** The automatic backups; instants are ISO 8601 with offset. */
export interface BackupStatus {
  /** Null = none is chosen. */
  readonly folder: string | null;
  readonly sealed: boolean;
  readonly running: boolean;
  /** The last one that was restored into a scratch place and found whole. */
  readonly proved: {
    readonly at: string;
    readonly name: string;
    readonly seq: number;
    readonly hash: string;
    readonly elevators: number;
    readonly photos: number;
    readonly files: number;
    readonly bytes: number;
  } | null;
  /** Of the last attempt, where it failed. */
  readonly failed: { readonly at: string; readonly code: BackupFaultCode; readonly what: string } | null;
}

/** `backup` tells whether the backup that closes the ledger was proved; where it was not, another one can be made. */
export interface BackupMoved {
  readonly entry: Entry;
  readonly backup: BackupStatus;
}

export interface RecoverySheet {
  readonly fileName: string;
  readonly html: string;
}

export interface BackupListed {
  readonly name: string;
  readonly madeAt: string;
  readonly feed: string;
  readonly seq: number;
  /** Null of a sealed one: it is read when it is opened. */
  readonly hash: string | null;
  readonly sealed: boolean;
  /** Of this ledger, in the feed that is written now or one before it. */
  readonly own: boolean;
}

export interface BackupPreview extends BackupListed {
  /** Whether its last entry is the one that the open journal has under that number; null = it cannot be told. */
  readonly fits: boolean | null;
  /** Entries of the open journal that are not in it; null of another feed. */
  readonly missing: number | null;
  /** Where it would be restored to. */
  readonly folder: string;
}

export interface BackupRestored {
  readonly folder: string;
  readonly seq: number;
}
