import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES, PageTour } from '../../scripts/page-tour.mjs';
import { violationsOf } from '../support/axe';

/** The last one is 1280×720 at 200 %. */
const SIZES = [
  [1280, 720],
  [1366, 600],
  [1920, 1080],
  [640, 360],
] as const;
const LANGUAGES = ['中文', 'EN'] as const;

/** What of the layout of a page is amiss; scrollbars take their place, as people see them. */
function flawsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const flaws: string[] = [];
    const { documentElement: root } = document;
    if (root.scrollWidth > root.clientWidth)
      flaws.push(`the window scrolls sideways by ${root.scrollWidth - root.clientWidth}`);
    const main = document.querySelector('main')!;
    if (main.scrollWidth > main.clientWidth)
      flaws.push(`the page scrolls sideways by ${main.scrollWidth - main.clientWidth}`);
    const scrolls = (element: Element): boolean =>
      element === root || ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
    const bars = [];
    for (let element: Element | null = main; element !== null; element = element.parentElement)
      if (element.scrollHeight > element.clientHeight + 1 && scrolls(element)) bars.push(element.tagName.toLowerCase());
    if (bars.length > 1) flaws.push(`scrollbars of ${bars.join(' and ')}`);
    return flaws;
  });
}

describe('every page with scrollbars shown', () => {
  const tour = new PageTour();

  beforeAll(() => tour.start());
  afterAll(() => tour.end());

  describe.each(SIZES)('at %d×%d', (width, height) => {
    let page: Page;
    beforeAll(async () => {
      page = await tour.open({ width, height });
    });
    afterAll(() => page.context().close());

    it.each(LANGUAGES)('in %s nothing is cut, scrolls twice or breaks WCAG A and AA', async (language) => {
      await page.getByRole('button', { name: language, exact: true }).click();
      const found: Record<string, readonly string[]> = {};
      for (const [name, hash] of PAGES) {
        await tour.go(page, hash);
        const flaws = [...(await flawsOf(page)), ...(await violationsOf(page))];
        if (flaws.length > 0) found[name] = flaws;
      }
      expect(found).toEqual({});
    });
  });
});
