import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerElevator } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const NO = '梯11浙A12014(04)';

describe('emergency drills of the user unit, in a browser', () => {
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

  it('one is recorded, what is missing told in place', async () => {
    await page.getByRole('button', { name: '记演练' }).click();
    const form = page.getByRole('dialog', { name: '记应急演练' });
    await form.getByLabel('演练日期').fill('2026/9/3');
    await form.getByLabel('开始时间').fill('930');
    await form.getByLabel('结束时间').fill('10:05');
    await page.keyboard.press('Control+Enter');
    await form.getByText('至少写一个人').waitFor();
    await form.getByLabel('参加人员').fill('王海、赵敏');
    await form.getByLabel('发现的问题').fill('对讲不通');
    await form.getByLabel('改进措施').fill('更换话筒，三日内复试');
    await page.keyboard.press('Control+Enter');
    await closed();
    const line = page.getByRole('row', { name: /2026-09-03 困人 35 王海、赵敏 对讲不通 更换话筒/ });
    await line.waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('it is corrected and withdrawn with its reason, both told below it', async () => {
    await page.getByRole('button', { name: '2026-09-03' }).click();
    await dialog().getByLabel('演练情景').selectOption({ label: '停电' });
    await dialog().getByLabel('理由').fill('误选');
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.getByRole('row', { name: /2026-09-03 停电/ }).waitFor();
    await page.getByRole('button', { name: '2026-09-03' }).click();
    await dialog().getByLabel('理由').fill('记重了');
    await page.getByRole('button', { name: '撤回这次演练' }).click();
    await closed();
    await page.getByText('记重了').waitFor();
  });
});
