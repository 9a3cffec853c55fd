import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsOf } from '../support/axe';
import { fillPaperVisit, go, registerElevator } from '../support/app-steps';
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

const journal = (): string => readFileSync(join(app.profileDir, 'journal', 'journal.ndjson'), 'utf8');
const shot = async (name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
};

it('a name is found wherever it stands on record, and erased with a reason', async () => {
  await registerElevator(page, NO);
  await go(page, `#/visit/${encodeURIComponent(NO)}`);
  await fillPaperVisit(page, '张三、李四');
  await page.keyboard.press('Control+Enter');
  await page.getByText('张三、李四').first().waitFor(); // on the page that opens when it is on record
  await go(page, '#/settings');
  const panel = page.locator('#details');
  await panel.getByLabel('姓名、电话或其中一部分').fill('张三');
  await panel.getByRole('button', { name: '查找' }).click();
  await panel.getByText('维保 1 处').waitFor();
  await expect.poll(() => panel.getByRole('checkbox', { name: '张三' }).isChecked()).toBe(true);
  await panel.scrollIntoViewIfNeeded();
  await shot('details-found.zh');
  await panel.getByRole('button', { name: '删除所选…' }).click();
  const dialog = page.getByRole('dialog', { name: '删除个人信息' });
  await dialog.getByRole('button', { name: '删除，不可恢复' }).click();
  await dialog.getByText('请选择理由').waitFor();
  await dialog.getByLabel('理由').selectOption('request');
  await shot('details-erase.zh');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await panel.getByText(/已删除 1 处/).waitFor();
  expect(journal()).not.toContain('张三');
  expect(journal()).toContain('李四');
  await panel.getByLabel('姓名、电话或其中一部分').fill('张三');
  await panel.getByRole('button', { name: '查找' }).click();
  await panel.getByText('记录里没有含“张三”的个人信息。').waitFor();
});

it('pages say when and why in its place, in both languages, also after a new start', async () => {
  await go(page, `#/elevator/${encodeURIComponent(NO)}`);
  await page
    .getByText(/已于 \d{4}-\d\d-\d\d 删除（本人请求）、李四/)
    .first()
    .waitFor();
  await shot('details-page.zh');
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page
    .getByText(/erased on \d{4}-\d\d-\d\d \(asked for by the person\), 李四/)
    .first()
    .waitFor();
  await shot('details-page.en');
  await go(page, '#/settings');
  await page.locator('#details').getByLabel('Name, telephone number, or part of one').fill('李');
  await page.locator('#details').getByRole('button', { name: 'Find' }).click();
  await page.locator('#details').getByText('李四').waitFor();
  await page.locator('#details').scrollIntoViewIfNeeded();
  await shot('details-found.en');
  await page.close();
  await app.stopHost();
  await app.startHost();
  page = await app.openPage();
  await go(page, `#/elevator/${encodeURIComponent(NO)}`);
  await page
    .getByText(/erased on/)
    .first()
    .waitFor();
  await expect.poll(() => page.getByText('张三').count()).toBe(0);
  expect(app.faults).toEqual([]);
});
