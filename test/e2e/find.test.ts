import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

describe('one box for elevators, firms, hazards and pages, by keyboard', () => {
  const app = new LoopbackApp();
  let page: Page;
  let box: Locator;

  const options = () => page.getByRole('listbox', { name: '查找结果' }).getByRole('option');
  const hash = () => page.evaluate(() => decodeURIComponent(location.hash));
  const type = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    await page.getByRole('listbox', { name: '查找结果' }).waitFor();
  };

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await page.getByRole('button', { name: '载入样例' }).click();
    await page.getByRole('grid').waitFor();
    box = page.getByRole('search').getByRole('combobox');
  });
  afterAll(() => app.end());

  it('initials find the elevators of a site, marked, with their verdicts', async () => {
    await type('cphy');
    const first = options().first();
    await first.locator('u').waitFor();
    await expect.poll(() => first.locator('u').innerText()).toBe('翠屏花园');
    await expect
      .poll(() => page.getByRole('listbox').getByRole('option', { selected: true }).innerText())
      .toContain('翠屏花园');
    expect(await violationsOf(page)).toEqual([]);
    const second = await options().nth(1).innerText();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const registrationNo = (await hash()).split('/').at(-1)!;
    expect(second).toContain(registrationNo);
    await expect.poll(() => box.inputValue()).toBe('');
  });

  it('those that are not shown are listed by the fleet', async () => {
    await type('cphy');
    await page.getByRole('option', { name: /^另有/ }).click();
    await page.getByRole('grid').waitFor();
    const field = page.locator('main input.search').first();
    await expect.poll(() => field.inputValue()).toBe('cphy');
    await page.locator('[role=row] a').nth(5).waitFor();
    await expect.poll(() => hash()).toBe('#/');
  });

  it('a firm leads to its elevators, a hazard to its page, a page by its sound', async () => {
    await type('@hsdt');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('main input.search').first().inputValue()).toContain('恒升');
    await type('#门');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.startsWith('#/hazards/'));
    await type('ljpx');
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: '老旧电梯排序' }).waitFor();
  });

  it('what is not there is said so, and Escape empties the box, then leaves it', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('查无此处');
    await page.getByText(/^没有找到。/).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => box.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    expect(app.faults).toEqual([]);
  });
});
