import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { go, registerElevator } from '../support/app-steps';
import { LoopbackApp } from '../support/loopback-app';

const app = new LoopbackApp();
const NO = '梯11浙A12077(04)';
let page: Page;

beforeAll(async () => {
  await app.startHost();
  page = await app.openPage();
  await registerElevator(page, NO);
});
afterAll(() => app.end());

it('another page opens at its top', async () => {
  await go(page, '#/settings');
  await page.getByLabel('单位名称').waitFor();
  const top = () => page.evaluate(() => document.querySelector('#main')!.scrollTop);
  await page.evaluate(() => {
    document.querySelector('#main')!.scrollTop = 400;
  });
  await expect.poll(() => top()).toBeGreaterThan(0);
  await go(page, '#/packs');
  await page.getByRole('heading', { name: '规则包', exact: true }).waitFor();
  await expect.poll(() => top()).toBe(0);
});

it('an elevator typed in part is taken by the key that saves', async () => {
  await go(page, '#/hazards');
  await page.getByRole('button', { name: '记隐患' }).first().click();
  const field = page.getByRole('dialog').getByLabel('电梯', { exact: true });
  await field.fill('12077');
  await page.locator('datalist option').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByText('要填写').first().waitFor(); // of the other fields
  await expect.poll(() => field.inputValue()).toBe(NO);
  expect(app.faults).toEqual([]);
});
