import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

/** The number at the end of a figure, or the one in it. */
const numberIn = (words: string): number => Number(/\d+(?=\D*$)/.exec(words)?.[0]);

describe('the first page of a role', () => {
  const app = new LoopbackApp();
  let page: Page;
  const hash = () => page.evaluate(() => location.hash);

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await page.getByRole('button', { name: '载入样例' }).click();
    await page.getByRole('grid').waitFor();
  });
  afterAll(() => app.end());

  it('is opened first and heads the menu once it is chosen, and nothing of the menu is gone', async () => {
    const entries = page.getByRole('navigation', { name: '页面' }).getByRole('link');
    const before = await entries.count();
    await go(page, '#/settings');
    await page.getByLabel('身份', { exact: true }).selectOption('manager');
    await page.getByLabel('打开时先看', { exact: true }).selectOption('home');
    await page.getByRole('button', { name: '保存', exact: true }).first().click();
    await page.getByText('已保存', { exact: true }).first().waitFor();
    await expect.poll(() => entries.first().innerText()).toBe('本月');
    await expect.poll(() => entries.count()).toBe(before);
    await page.close();
    page = await app.openPage();
    await page.getByRole('heading', { level: 1, name: '本月', exact: true }).waitFor();
    expect(await hash()).toBe('#/month');
  });

  it.each([
    ['#/month', 7],
    ['#/desk', 5],
  ])('%s says what the lists behind its %i figures say', async (home, all) => {
    await go(page, home);
    const figures = page.locator('main .home-panel > header a');
    await expect.poll(() => figures.count()).toBe(all);
    expect(await violationsOf(page)).toEqual([]);
    const wanted = await figures.evaluateAll((links) =>
      links.map((link) => ({ href: link.getAttribute('href') ?? '', words: link.textContent })),
    );
    for (const { href, words } of wanted) {
      await page.locator(`main .home-panel > header a[href="${href}"]`).first().click();
      await expect.poll(hash).toBe(`#${/^#(\/\w*)/.exec(href)?.[1] ?? ''}`);
      const figure = numberIn(words);
      if (href.startsWith('#/hazards'))
        await expect.poll(() => page.locator('main [data-hazard]').count()).toBe(figure);
      else if (figure > 0)
        await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(figure + 1));
      else await page.locator('main .panel.empty').waitFor();
      await go(page, home);
      await page.locator('main .home-panel').first().waitFor();
    }
  });

  it('every firm on the desk leads to its elevators', async () => {
    await go(page, '#/desk');
    const link = page.locator('main .home-panel td a[aria-label]').first();
    await link.waitFor();
    const figure = numberIn((await link.getAttribute('aria-label')) ?? '');
    await link.click();
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(figure + 1));
    expect(app.faults).toEqual([]);
  });
});
