import { Worker } from 'node:worker_threads';
import type { Progress } from '../../domain/bridge/contract';
import type { Dossier } from '../../domain/record/dossier';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { judgeFiles, type DryRun, type FilesRead, type ImportJob } from './preview';

/** What an import is asked of; the caller may run it here or in a worker. */
export interface ImportRequest extends Omit<ImportJob, 'lookup'> {
  readonly dossiers: ReadonlyMap<RegistrationNo, Dossier>;
}

export type ImportRunner = (request: ImportRequest) => Promise<DryRun>;

export type ImportTask = Pick<ImportJob, 'files' | 'context'>;
export type ImportMessage =
  { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'read'; readonly read: FilesRead };

/** Most memory the reading of foreign files may take before it is stopped. */
const MAX_WORKER_MEGABYTES = 4096;

/** Reads the files in a worker that ends with the job: what is read from a file can neither block nor take down the program. */
export function importInWorker(workerPath: string): ImportRunner {
  return async ({ files, context, dossiers, progress, signal }) => {
    const read = await new Promise<FilesRead>((resolve, reject) => {
      const task: ImportTask = { files, context };
      const worker = new Worker(workerPath, {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: MAX_WORKER_MEGABYTES },
      });
      const stop = (): void => {
        void worker.terminate();
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: ImportMessage) => {
        if (message.kind === 'progress') progress(message.progress);
        else resolve(message.read);
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        signal.removeEventListener('abort', stop);
        reject(new Error('the import worker ended without a result'));
      });
    });
    return judgeFiles(read, (registrationNo) => dossiers.get(registrationNo));
  };
}
