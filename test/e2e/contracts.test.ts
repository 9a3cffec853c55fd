import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerElevator } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const NO = '梯11浙A12014(04)';

describe('maintenance contracts, in a browser', () => {
  const app = new LoopbackApp();
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await registerElevator(page, NO);
  });
  afterAll(() => app.end());

  const dialog = () => page.getByRole('dialog');
  const closed = () => dialog().waitFor({ state: 'detached' });

  it('one is recorded, told as who maintains it today, corrected and withdrawn with its reason', async () => {
    await page.getByText('没有维保合同记录', { exact: false }).waitFor();
    await page.getByRole('button', { name: '记合同', exact: true }).click();
    const form = page.getByRole('dialog', { name: '记维保合同' });
    await form.getByLabel('合同开始').fill('2020/1/1');
    await page.keyboard.press('Control+Enter');
    await form.getByText('写维保单位').waitFor();
    await form.getByLabel('维保单位').fill('恒升电梯');
    await form.getByLabel('保养方式').selectOption({ label: '全包' });
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.getByText('今日由 恒升电梯 负责维保（据合同）').waitFor();
    await page.getByRole('row', { name: /恒升电梯 2020-01-01 未写终止日 — 全包/ }).waitFor();
    expect(await violationsOf(page)).toEqual([]);

    await page.getByRole('button', { name: '恒升电梯', exact: true }).click();
    await dialog().getByLabel('合同结束').fill('2021-12-31');
    await dialog().getByLabel('理由').fill('提前解约');
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.getByText('今日没有在期的维保合同记录').waitFor();
    await page.getByRole('button', { name: '恒升电梯', exact: true }).click();
    await dialog().getByLabel('理由').fill('记错了电梯');
    await page.getByRole('button', { name: '撤回这份合同' }).click();
    await closed();
    await page.getByText('记错了电梯').waitFor();
    await expect.poll(() => page.getByText('今日没有在期的维保合同记录').count()).toBe(0);
  });
});
