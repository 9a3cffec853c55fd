import { composer, type Composer } from '../../domain/report/composer';
import type { Fonts } from '../pdf/fonts';
import { wordsOfRelease } from '../pdf/kept-words';
import { LAYOUT_ID } from '../pdf/layout-id';
import { renderPaper } from '../pdf/render-paper';
import type { Layout } from './check-pages';

/** Lays papers out with this program's own code and the words of their release, in the thread that asks. */
export function ownLayout(program: string, fonts: () => Fonts): Layout {
  const words = (layout: string | undefined): Composer => (layout === LAYOUT_ID ? composer : wordsOfRelease(layout));
  return {
    id: LAYOUT_ID,
    program,
    fonts,
    words,
    layOut: async (evidence, photos) => (await renderPaper(evidence, fonts(), photos, words(evidence.layout))).unsigned,
  };
}
