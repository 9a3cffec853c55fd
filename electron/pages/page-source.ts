import { devPages, devServer } from './dev-pages';
import type { PageSource } from './page-request';
import { answerPage } from './static-pages';

/** The built pages below `rendererDir`; in a development build the sources, where `npm run dev` serves them. */
export function pageSource(rendererDir: string): PageSource {
  const built: PageSource = ({ pathname }, nonce) => answerPage(rendererDir, pathname, nonce);
  const server = devServer();
  return server === null ? built : devPages(server, built);
}
