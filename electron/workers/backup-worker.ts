import { parentPort, workerData } from 'node:worker_threads';
import { runBackup, type BackupJob } from '../backup/automatic';
import { BackupFault } from '../backup/backup-fault';
import type { BackupOutcome } from '../backup/backup-runner';

if (parentPort === null) throw new Error('this file is a worker');

const outcome = await runBackup(workerData as BackupJob).then(
  (done): BackupOutcome => ({ done }),
  (error: unknown): BackupOutcome => {
    if (error instanceof BackupFault) return { fault: { code: error.code, what: error.what } };
    throw error;
  },
);
parentPort.postMessage(outcome);
parentPort.close();
