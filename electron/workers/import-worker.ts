import { parentPort, workerData } from 'node:worker_threads';
import type { Dossier } from '../../domain/record/dossier';
import { FilesAtHand, type ImportTask, type Mentioned } from '../import/files-at-hand';
import { VISITS_PER_MESSAGE, type FromImportWorker, type ToImportWorker } from '../import/import-runner';
import type { InputFile } from '../import/read-sheets';

const port = parentPort;
if (port === null) throw new Error('this file is a worker');
const post = (message: FromImportWorker): void => port.postMessage(message);
const atHand = new FilesAtHand(workerData as readonly InputFile[]);

let heard: Dossier[] = [];
let allHeard: (dossiers: readonly Dossier[]) => void = () => undefined;

function onRecord(of: Mentioned): Promise<readonly Dossier[]> {
  heard = [];
  return new Promise((resolve) => {
    allHeard = resolve;
    post({ kind: 'read', ...of });
  });
}

async function run(task: ImportTask): Promise<void> {
  const how = {
    signal: new AbortController().signal, // a job is cancelled by ending this worker
    progress: (progress: Extract<FromImportWorker, { readonly kind: 'progress' }>['progress']) =>
      post({ kind: 'progress', progress }),
  };
  const { preview, plan } = await atHand.run(task, how, onRecord);
  post({ kind: 'tried', preview, elevators: plan.elevators });
}

function sendPlan(): void {
  const { plan } = atHand.last;
  for (let from = 0; from < plan.visits.length; from += VISITS_PER_MESSAGE)
    post({ kind: 'visits', visits: plan.visits.slice(from, from + VISITS_PER_MESSAGE) });
  post({ kind: 'plan', plan: { ...plan, visits: [] } });
}

port.on('message', (message: ToImportWorker) => {
  switch (message.kind) {
    case 'run':
      return void run(message.task);
    case 'dossiers':
      for (const dossier of message.dossiers) heard.push(dossier);
      if (message.last) allHeard(heard);
      return;
    case 'rows':
      return post({ kind: 'rows', rows: atHand.last.rowsOf(message.place) });
    case 'plan':
      return sendPlan();
    case 'refused':
      return post({ kind: 'refused', refused: atHand.last.refused });
  }
});
