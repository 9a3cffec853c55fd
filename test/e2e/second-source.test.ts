import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerElevator } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const NO = '梯11浙A12015(04)';

describe('a second source beside the record, in a browser', () => {
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

  it('an event is recorded, what is missing told in place, and stands where no visit is', async () => {
    await page.getByRole('button', { name: '记设备事件', exact: true }).click();
    const form = page.getByRole('dialog', { name: '记设备事件' });
    await form.getByLabel('开始时间', { exact: true }).fill('2026/9/3 905');
    await form.getByLabel('结束时间', { exact: true }).fill('9:32');
    await page.keyboard.press('Control+Enter');
    await form.getByText('要填', { exact: true }).waitFor();
    await form.getByLabel('来源', { exact: true }).fill('物联网终端');
    await page.keyboard.press('Control+Enter');
    await closed();
    await page
      .getByRole('row', { name: /没有维保记录 检修模式 2026-09-03 09:05–09:32 物联网终端 记录中没有这 27 分钟/ })
      .waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('it is corrected and withdrawn with its reason, both told below', async () => {
    const open = () => page.getByRole('button', { name: '2026-09-03 09:05–', exact: false }).click();
    await open();
    await dialog().getByLabel('结束时间', { exact: true }).fill('9:40');
    await dialog().getByLabel('理由').fill('抄错了');
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.getByRole('row', { name: /09:05–09:40 物联网终端 记录中没有这 35 分钟/ }).waitFor();
    await open();
    await dialog().getByLabel('理由').fill('记重了');
    await page.getByRole('button', { name: '撤回这件事件', exact: true }).click();
    await closed();
    await page.getByText('没有一次维保与它对得上').waitFor();
    await page.getByText('更正和撤回的行').click();
    await page.getByText('记重了').waitFor();
  });
});
