import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { LoopbackApp } from '../support/loopback-app';

const NO = '梯11浙A90001(20)';
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('records leave from the page and come in again', () => {
  const app = new LoopbackApp();
  const shots = process.env['SHOTS'];
  let page: Page;
  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    if (shots !== undefined) page.setDefaultTimeout(25_000);
  });
  afterAll(() => app.end());

  /** What the dialogue hands over when its button is pressed. */
  async function saved(press: () => Promise<void>): Promise<{ readonly name: string; readonly path: string }> {
    const download = page.waitForEvent('download');
    await press();
    const file = await download;
    return { name: file.suggestedFilename(), path: await file.path() };
  }
  const open = (hash: string): Promise<void> => page.evaluate((to) => void (location.hash = to), hash);
  const dialog = () => page.locator('dialog, [role=dialog]');

  it('the whole of a list as a workbook, nothing of which is new where it came from', async () => {
    await open('#/import');
    const input = page.locator('input[type=file]');
    await input.setInputFiles([
      csv('台账.csv', `使用登记证编号,品种,维保记录起始日期\n${NO},3110,2026-09-01\n`),
      csv('十月.csv', `使用登记证编号,维保日期,维保类别,维保人员,备注\n${NO},2026-10-24,半月,张建国、李明,=1+1\n`),
    ]);
    await page.locator('.import-foot').waitFor();
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/^已写入/)
      .first()
      .waitFor();
    await open('#/');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await dialog().getByText('这些电梯的全部记录').click();
    if (shots !== undefined) await page.screenshot({ path: join(shots, 'export-zh.png') });
    const all = await saved(() => dialog().getByRole('button', { name: '导出', exact: true }).click());
    expect(all.name).toBe('全部记录.xlsx');
    await dialog().waitFor({ state: 'detached' });
    await open('#/import');
    await input.setInputFiles([
      { name: all.name, mimeType: 'application/octet-stream', buffer: readFileSync(all.path) },
    ]);
    await page.getByText('没有新内容').waitFor();
  });

  it('an empty template, which says that it is one', async () => {
    await open('#/');
    await open('#/import');
    const panel = page.locator('.templates');
    await panel.waitFor();
    if (shots !== undefined) await page.screenshot({ path: join(shots, 'templates-zh.png') });
    const template = await saved(() => panel.getByRole('button', { name: '存模板' }).click());
    expect(template.name).toBe('维保记录模板.xlsx');
    await page
      .locator('input[type=file]')
      .setInputFiles([
        { name: template.name, mimeType: 'application/octet-stream', buffer: readFileSync(template.path) },
      ]);
    await page.getByText('这是“维保记录”的空表').waitFor();
  });
});

describe('each list leaves as it is shown', () => {
  const app = new LoopbackApp();
  let page: Page;
  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await page.getByRole('button', { name: '载入样例' }).click();
    await page.getByRole('grid').waitFor();
  });
  afterAll(() => app.end());

  it.each(['#/due', '#/confirm', '#/callouts', '#/hazards', '#/stock'])('%s', async (hash) => {
    await page.evaluate((to) => void (location.hash = to), hash);
    const button = page.locator('main').getByRole('button', { name: '导出', exact: true });
    if (hash === '#/due') await page.getByRole('button', { name: /90 日内/ }).click();
    await button.click();
    const dialog = page.getByRole('dialog', { name: '导出表格' });
    await dialog.getByRole('button', { name: 'CSV 文本' }).click();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '导出', exact: true }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    expect(
      readFileSync(await file.path(), 'utf8')
        .trimEnd()
        .split('\r\n').length,
    ).toBeGreaterThan(1);
    await dialog.waitFor({ state: 'detached' });
  });
});
