import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

describe('people and firms, in a browser', () => {
  const app = new LoopbackApp();
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await page.getByRole('link', { name: '人员与单位', exact: true }).click();
  });
  afterAll(() => app.end());

  it('two of one name are told as two, and one whose certificate has ended is found', async () => {
    const dialog = page.getByRole('dialog');
    for (const [number, until] of [
      ['T330106', '2020-03-31'],
      ['T330107', '2099-03-31'],
    ] as const) {
      await page.getByRole('button', { name: '登记人员' }).click();
      await dialog.getByLabel('姓名').fill('王海');
      await dialog.getByLabel('证书编号').fill(number);
      await dialog.getByLabel('有效期至').fill(until);
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.getByText(number, { exact: true }).waitFor();
    }
    await expect.poll(() => page.getByText('同名 2 人').count()).toBe(2);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('checkbox', { name: /只看 60 日内到期/ }).check();
    await page.getByText('T330107', { exact: true }).waitFor({ state: 'detached' });
    await page.getByText('T330106', { exact: true }).waitFor();
  });
});
