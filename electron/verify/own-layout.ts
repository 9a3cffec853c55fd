import type { Fonts } from '../pdf/fonts';
import { LAYOUT_ID } from '../pdf/layout-id';
import { renderPaper } from '../pdf/render-paper';
import type { Layout } from './check-pages';

/** Lays papers out with this program's own code, in the thread that asks. */
export function ownLayout(program: string, fonts: () => Fonts): Layout {
  return {
    id: LAYOUT_ID,
    program,
    fonts,
    layOut: async (evidence, photos) => (await renderPaper(evidence, fonts(), photos)).unsigned,
  };
}
