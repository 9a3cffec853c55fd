import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAGES } from '../../scripts/page-tour.mjs';

/** What the tour fills in while it runs. */
const FILLED: Readonly<Record<string, string>> = { '{hazard}': '#/hazards/a/b', '{round}': '#/round/a', '{no}': 'a' };
const filled = (hash: string): string => hash.replace(/\{\w+\}/, (place) => FILLED[place] ?? place).slice(1);

it('the pictures and the checks of the pages walk through every page that has an address', () => {
  const app = readFileSync(join(import.meta.dirname, '..', '..', 'renderer', 'app', 'app.tsx'), 'utf8');
  const routes = Array.from(app.matchAll(/<Route path="([^"]+)"/g), ([, path]) => path!);
  expect(routes.length).toBeGreaterThan(20);
  const walked = PAGES.map(([, hash]) => filled(hash));
  const isWalked = (route: string): boolean => {
    const pattern = new RegExp(`^${route.replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`);
    return walked.some((hash) => pattern.test(hash));
  };
  expect(routes.filter((route) => !isWalked(route))).toEqual([]);
});
