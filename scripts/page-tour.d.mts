import type { Page } from 'playwright-core';

export const PAGES: readonly (readonly [name: string, hash: string])[];

export class PageTour {
  constructor(root?: string);
  start(): Promise<void>;
  open(look: {
    readonly width: number;
    readonly height: number;
    readonly scale?: number;
    readonly colorScheme?: 'light' | 'dark';
  }): Promise<Page>;
  go(page: Page, hash: string): Promise<void>;
  readonly folder: string;
  readonly report: string;
  readonly registrationNo: string;
  end(): Promise<void>;
}
