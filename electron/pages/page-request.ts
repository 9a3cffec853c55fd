import type { PageAnswer } from './static-pages';

export interface PageRequest {
  readonly pathname: string;
  /** With its question mark; empty without a query. */
  readonly search: string;
  readonly accept: string;
}

/** Where a host has its pages from. Each answer carries the policy with its own nonce. */
export type PageSource = (request: PageRequest, nonce: string) => Promise<PageAnswer>;
