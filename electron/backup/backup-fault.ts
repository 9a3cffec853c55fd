export const BACKUP_FAULTS = [
  'no-ledger',
  'journal-broken',
  'journal-newer',
  'not-a-backup',
  'not-signed',
  'file-missing',
  'file-differs',
  'file-unexpected',
  'journal-differs',
  'target-in-use',
] as const;
export type BackupFaultCode = (typeof BACKUP_FAULTS)[number];

/** Why a backup cannot be made, proved or restored. `what` = the file, folder or line that it is about. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
  readonly code: BackupFaultCode;
  readonly what: string;

  constructor(code: BackupFaultCode, what: string) {
    super(`${code} ${what}`);
    this.code = code;
    this.what = what;
  }
}
