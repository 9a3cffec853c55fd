import type { BackupFaultCode } from '../../domain/terms/backup-fault';

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
