import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { go } from '../support/app-steps';
import { LoopbackApp } from '../support/loopback-app';

const app = new LoopbackApp();
const shots = process.env['SHOTS'];
const NO = '梯11浙A12345(10)';
let page: Page;

beforeAll(async () => {
  await app.startHost();
  page = await app.openPage();
});
afterAll(() => app.end());

it('an elevator of 2010 typed by hand is registered once it is said from which day it is judged', async () => {
  await go(page, '#/register');
  await page.getByLabel('使用登记证编号').fill(NO);
  await page.getByLabel('品种').selectOption('3110');
  await page.getByLabel('投用日期', { exact: true }).fill('2010-02-03');
  const question = page.getByRole('group', { name: '从哪天起算？' });
  await question.getByText(/没有维保记录/).waitFor();
  await expect.poll(() => question.getByRole('radio', { checked: true }).count()).toBe(0);
  await page.keyboard.press('Control+Enter');
  await question.getByRole('alert').waitFor();
  if (shots !== undefined) await page.screenshot({ path: join(shots, 'beginning.png') });
  await question.getByText(/此前不作判定/).click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '记停用' }).waitFor();
  await page
    .getByText(/记录自.*起，此前未审计/)
    .first()
    .waitFor();
  await expect.poll(() => page.getByText(/超期 \d{3,} 天/).count()).toBe(0);
});
