import { devPages, devServer } from './dev-pages';
import { answerPage, type PageAnswer } from './static-pages';

export interface PageRequest {
  readonly pathname: string;
  /** With its question mark; empty without a query. */
  readonly search: string;
  readonly accept: string;
}

/** Where a host has its pages from. Each answer carries the policy with its own nonce. */
export type PageSource = (request: PageRequest, nonce: string) => Promise<PageAnswer>;

/** The built pages below `rendererDir`; in a development build the sources, where `npm run dev` serves them. */
export function pageSource(rendererDir: string): PageSource {
  const built: PageSource = ({ pathname }, nonce) => answerPage(rendererDir, pathname, nonce);
  const server = devServer();
  return server === null ? built : devPages(server, built);
}
