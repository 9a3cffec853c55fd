import { parentPort } from 'node:worker_threads';
import { openFonts } from '../pdf/fonts';
import type { RenderAnswer, RenderTask } from '../pdf/report-renderer';
import { renderReport } from '../pdf/render-report';

const fonts = openFonts();

parentPort?.on('message', ({ id, evidence }: RenderTask) => {
  renderReport(evidence, fonts).then(
    (report) => parentPort?.postMessage({ id, report } satisfies RenderAnswer),
    (error: unknown) => {
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ id, failure } satisfies RenderAnswer);
    },
  );
});
