import { parentPort, workerData } from 'node:worker_threads';
import type { ImportMessage, ImportTask } from '../import/import-runner';
import { readFiles } from '../import/preview';

const { files, context } = workerData as ImportTask;
const post = (message: ImportMessage): void => parentPort?.postMessage(message);

const read = await readFiles({
  files,
  context,
  signal: new AbortController().signal, // the job is cancelled by ending this worker
  progress: (progress) => post({ kind: 'progress', progress }),
});
post({ kind: 'read', read });
