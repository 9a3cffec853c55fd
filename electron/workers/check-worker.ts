import { parentPort, workerData } from 'node:worker_threads';
import { openFonts } from '../pdf/fonts';
import { checkFile } from '../verify/check-file';
import type { CheckAnswer, CheckerData, CheckTask } from '../verify/file-checker';
import { ownLayout } from '../verify/own-layout';

const { packs, program } = workerData as CheckerData;
const fonts = openFonts();
const layout = ownLayout(program, () => fonts);

parentPort?.on('message', ({ id, bytes, trust }: CheckTask) => {
  const post = (answer: CheckAnswer): void => parentPort?.postMessage(answer);
  post({ id, kind: 'started' });
  // A fault ends the worker, and is told to whoever asked.
  void checkFile(bytes, trust, { packs, layout }, (checked) =>
    // The papers of a pack go out once, at the end.
    post({ id, kind: 'so-far', checked: { ...checked, pack: null } }),
  ).then((checked) => post({ id, kind: 'done', checked }));
});
