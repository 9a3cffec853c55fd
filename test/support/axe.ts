import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TRIES = 20;
const BETWEEN_TRIES_MS = 500;

/**
 * What axe finds amiss with a page by WCAG A and AA up to 2.2: each rule with the first place where it is broken. What is
 * still being drawn, faded in or read is looked at again until it stands.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(source);
  for (let tried = 1; ; tried += 1) {
    const found = await violationsNow(page);
    if (found.length === 0 || tried === TRIES) return found;
    await page.waitForTimeout(BETWEEN_TRIES_MS);
  }
}

function violationsNow(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          context: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
  });
}
