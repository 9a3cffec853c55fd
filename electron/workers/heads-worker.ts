import { parentPort, workerData } from 'node:worker_threads';
import { readElsewhere, type Elsewhere } from '../host/read-elsewhere';

parentPort?.postMessage(await readElsewhere(workerData as Elsewhere)); // what `elsewhereInWorker` hands over
