import { LAYOUT_ID } from '../pdf/layout-id';
import type { ReportRenderer } from '../pdf/report-renderer';
import type { Layout } from './check-pages';

/** A report of hundreds of pages takes seconds; what takes longer was made to. */
const MOST_MS = 60_000;

/** Lays papers out with this program's own code. A paper that takes too long ends the renderer, which starts anew when asked again. */
export function layoutWith(renderer: ReportRenderer, signal?: AbortSignal): Layout {
  return {
    id: LAYOUT_ID,
    layOut: async (evidence, photos) => {
      const limit = AbortSignal.timeout(MOST_MS);
      try {
        const { unsigned } = await renderer.render(
          evidence,
          photos,
          signal === undefined ? limit : AbortSignal.any([limit, signal]),
        );
        return unsigned;
      } catch (error) {
        await renderer.close();
        throw error;
      }
    },
  };
}
