import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

describe('a first start', () => {
  const app = new LoopbackApp(undefined, null);
  const backups = mkdtempSync(join(tmpdir(), 'elevator-audit-first-'));
  let page: Page;
  const main = () => page.locator('main');
  const state = (title: string) => main().getByRole('region', { name: title, exact: true }).locator('.state');

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
  });
  afterAll(async () => {
    await app.end();
    rmSync(backups, { recursive: true, force: true });
  });

  it('is offered where nothing is on record, and can be skipped whole', async () => {
    await main().getByRole('link', { name: '第一次打开', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '第一次打开', exact: true }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '载入样例', exact: true }).waitFor();
  });

  it('settles each matter once, and says what is left', async () => {
    await go(page, '#/start');
    await main().getByRole('radio', { name: '物业单位', exact: false }).click();
    await expect.poll(() => state('你是哪一方').innerText()).toBe('已定');
    await main().getByLabel('单位名称', { exact: true }).fill('绿源物业服务有限公司');
    await main().getByLabel('姓名', { exact: true }).fill('孙丽华');
    await main().getByRole('button', { name: '保存', exact: true }).click();
    await expect.poll(() => state('单位与姓名').innerText()).toBe('已定');
    await main().getByRole('button', { name: '创建证书', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByLabel('单位名称').inputValue()).toBe('绿源物业服务有限公司');
    await dialog.getByLabel('口令（至少8位）').fill('first-start-pass');
    await dialog.getByLabel('再输一次').fill('first-start-pass');
    await dialog.getByRole('button', { name: '创建', exact: true }).click();
    await expect.poll(() => state('签名身份').innerText()).toBe('已定');
    await main().getByRole('button', { name: '载入样例', exact: true }).click();
    await expect.poll(() => state('从哪里开始').innerText()).toBe('已定');
    await main().getByLabel('备份文件夹', { exact: false }).fill(backups);
    await main().getByRole('region', { name: '备份', exact: true }).getByRole('button').first().click();
    await expect.poll(() => state('备份').innerText()).toBe('已定');
    await main().getByText('七件都已定', { exact: false }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: '本月', exact: true }).waitFor();
  });

  it('is not offered again, and the sample goes as it came', async () => {
    await go(page, '#/');
    await page.getByRole('grid').waitFor();
    expect(await main().getByRole('link', { name: '第一次打开', exact: true }).count()).toBe(0);
    await go(page, '#/help');
    await page.getByRole('heading', { level: 1, name: '帮助', exact: true }).waitFor();
    for (const part of ['手册', '结论的含义', '术语', '条文', '关于']) {
      await main().getByRole('button', { name: part, exact: true }).click();
      await main().locator('.panel').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
    }
    await main().locator('summary').first().click();
    await main().locator('pre').first().waitFor();
    await go(page, '#/import');
    await main().getByRole('button', { name: '查看、撤回…', exact: false }).first().click();
    await page.getByLabel('撤回理由').fill('只是试用');
    await page.locator('dialog .brought').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await go(page, '#/');
    await page.getByRole('button', { name: '载入样例', exact: true }).waitFor();
    expect(app.faults).toEqual([]);
  });
});
