import { parentPort, workerData } from 'node:worker_threads';
import { VISITS_PER_MESSAGE, type DossierMessage, type ImportMessage, type ImportTask } from '../import/import-runner';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { KnownNumbers } from '../../domain/elevator/known-numbers';
import type { Dossier } from '../../domain/record/dossier';
import { byCodeOf, codesIn } from '../import/codes';
import { judgeFiles, mentioned, readFiles } from '../import/preview';

const port = parentPort;
if (port === null) throw new Error('this file is a worker');
const post = (message: ImportMessage): void => port.postMessage(message);

const task = workerData as ImportTask;
const read = await readFiles({
  ...task,
  signal: new AbortController().signal, // the job is cancelled by ending this worker
  progress: (progress) => post({ kind: 'progress', progress }),
});

const dossiers = new Map<RegistrationNo, Dossier>();
await new Promise<void>((resolve) => {
  port.on('message', (message: DossierMessage) => {
    for (const dossier of message.dossiers) dossiers.set(dossier.registrationNo, dossier);
    if (message.last) resolve();
  });
  post({ kind: 'read', mentioned: [...mentioned(read)], codes: [...codesIn(read.rows)] });
});

const { preview, plan, refused } = judgeFiles(read, {
  ...task,
  lookup: (registrationNo) => dossiers.get(registrationNo),
  numbers: new KnownNumbers(dossiers.keys()),
  byCode: byCodeOf([...dossiers.values()].map(({ elevator }) => elevator.value)),
});
for (let from = 0; from < plan.visits.length; from += VISITS_PER_MESSAGE)
  post({ kind: 'visits', visits: plan.visits.slice(from, from + VISITS_PER_MESSAGE) });
post({ kind: 'done', run: { preview, refused, plan: { ...plan, visits: [] } } });
port.close();
