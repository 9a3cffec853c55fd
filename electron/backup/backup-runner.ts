import { Worker } from 'node:worker_threads';
import type { BackupFaultCode } from '../../domain/terms/backup-fault';
import { BackupFault } from './backup-fault';
import type { BackupDone, BackupJob } from './automatic';

export type BackupOutcome =
  | { readonly done: BackupDone; readonly fault?: never }
  | { readonly done?: never; readonly fault: { readonly code: BackupFaultCode; readonly what: string } };

export type BackupRunner = (job: BackupJob) => Promise<BackupDone>;

/** Runs the job in a worker that ends with it, so that no save waits for a backup. Throws BackupFault. */
export function backupInWorker(workerPath: string): BackupRunner {
  return async (job) => {
    const key = job.key === null ? null : { ...job.key, key: Uint8Array.from(job.key.key) };
    const worker = new Worker(workerPath, { workerData: { ...job, key } });
    try {
      const outcome = await new Promise<BackupOutcome>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('the backup worker ended without a result')));
      });
      if (outcome.fault !== undefined) throw new BackupFault(outcome.fault.code, outcome.fault.what);
      return outcome.done;
    } finally {
      await worker.terminate();
    }
  };
}
