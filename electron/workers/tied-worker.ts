import { parentPort } from 'node:worker_threads';
import { TiedReader } from '../journal/tied';
import type { TiedAnswer, TiedTask } from '../journal/tied-in-worker';

const reader = new TiedReader();
let turn: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ id, question }: TiedTask) => {
  const post = (answer: TiedAnswer): void => parentPort?.postMessage(answer);
  // One after the other, for they share what is read; a fault ends the worker, and is told to whoever asked.
  turn = turn.then(async () => {
    post({ id, found: await reader.find(question, (done, total) => post({ id, done, total })) });
  });
});
