import { parentPort, workerData } from 'node:worker_threads';
import { walkChain, type ChainToWalk } from '../journal/walk-chain';

parentPort?.postMessage(await walkChain(workerData as ChainToWalk)); // what `walkInWorker` hands over
