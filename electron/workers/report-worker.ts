import { parentPort } from 'node:worker_threads';
import { openFonts } from '../pdf/fonts';
import type { RenderAnswer, RenderTask } from '../pdf/report-renderer';
import { renderPaper } from '../pdf/render-paper';

const fonts = openFonts();

parentPort?.on('message', ({ id, evidence, photos }: RenderTask) => {
  renderPaper(evidence, fonts, photos).then(
    (report) => {
      const unsigned = Uint8Array.from(report.unsigned); // a buffer of its own can be handed over without a copy
      parentPort?.postMessage({ id, report: { ...report, unsigned } } satisfies RenderAnswer, [unsigned.buffer]);
    },
    (error: unknown) => {
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ id, failure } satisfies RenderAnswer);
    },
  );
});
