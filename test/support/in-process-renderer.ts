import { renderPaper } from '../../electron/pdf/render-paper';
import type { ReportRenderer } from '../../electron/pdf/report-renderer';
import { sharedFonts } from './pdf/rendered';

/** Lays papers out in the thread of the test; the worker needs a build. */
export const inProcessRenderer: ReportRenderer = {
  lanes: 1,
  render: (evidence, photos, signal) => {
    signal.throwIfAborted();
    return renderPaper(evidence, sharedFonts(), photos);
  },
  close: () => Promise.resolve(),
};
