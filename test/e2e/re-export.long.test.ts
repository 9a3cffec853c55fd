import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { LoopbackApp } from '../support/loopback-app';

const NO = '梯11浙A90001(20)';
const HEAD = '使用登记证编号,维保日期,维保类别,到场时间,离场时间,评价';
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('a table exported anew', () => {
  const app = new LoopbackApp();
  const shots = process.env['SHOTS'];
  let page: Page;
  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    if (shots !== undefined) page.setDefaultTimeout(25_000);
  });
  afterAll(() => app.end());

  it('corrects the records that are chosen, old beside new, with a reason', async () => {
    await page.evaluate(() => void (location.hash = '#/import'));
    const input = page.locator('input[type=file]');
    const again = page.locator('.page-head .actions button').first();
    const row = `${NO},2026-10-24,半月,09:30,10:15,`;
    await input.setInputFiles([
      csv('台账.csv', `使用登记证编号,品种\n${NO},3110\n`),
      csv('十月.csv', `${HEAD}\n${row}\n`),
    ]);
    await page.locator('.import-foot').waitFor();
    await page.keyboard.press('Control+Enter');
    const written = page.getByText(/^已写入/).first();
    await written.waitFor();
    await again.click();
    await input.setInputFiles([csv('十一月.csv', `${HEAD}\n${row.replace('10:15', '10:20')}满意\n`)]);
    const panel = page.locator('.record-updates');
    await panel.getByText('10:15').waitFor();
    await panel.getByRole('button', { name: '全部按表格更正' }).click();
    if (shots !== undefined) await page.screenshot({ path: join(shots, 're-export-zh.png') });
    await page.keyboard.press('Control+Enter');
    await written.waitFor();
    await again.click();
    await input.setInputFiles([csv('再导.csv', `${HEAD}\n${row.replace('10:15', '10:20')}满意\n`)]);
    await page.getByText('没有新内容').waitFor();
    await expect.poll(() => panel.count()).toBe(0);
  });
});
