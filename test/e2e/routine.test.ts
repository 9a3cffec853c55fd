import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';
import { IN_THE_MORNING } from '../support/morning-host';
import { callHost } from '../support/window-bridge';

const NUMBERS = ['梯11浙A12014(04)', '梯11浙A12015(04)'];
const TITLE = '日管控、周排查、月调度';

describe('the daily checks of a site, in a browser', () => {
  // What the page calls today must be the same day from the first step to the last.
  const app = new LoopbackApp(undefined, undefined, IN_THE_MORNING);
  let page: Page;
  const dialog = () => page.getByRole('dialog');
  const closed = () => dialog().waitFor({ state: 'detached' });
  const row = (name: RegExp) => page.getByRole('grid', { name: TITLE }).getByRole('row', { name });

  beforeAll(async () => {
    await app.startHost();
    await callHost(app.address, 'settings.write', { author: '吴国平' });
    for (const [index, registrationNo] of NUMBERS.entries()) {
      const place = { address: '翠柏路18号翠柏苑', internalNo: `${index + 1}幢A梯` };
      await callHost(app.address, 'elevator.register', {
        elevator: { registrationNo, kind: '3110', regime: 'standard', ...place },
      });
    }
    page = await app.openPage();
  });
  afterAll(() => app.end());

  it('nothing found is a key an elevator, what was found a form, and each stands in its row', async () => {
    await go(page, '#/routine');
    await page.getByRole('button', { name: '无隐患', exact: false }).and(page.locator(':enabled')).waitFor();
    await row(/1幢A梯 今日待记/).waitFor();
    await page.keyboard.press('Enter');
    await row(/1幢A梯 无隐患/).waitFor();
    await page.locator('[role=row][aria-current=true]', { hasText: '2幢A梯' }).waitFor();
    await page.keyboard.press('x');
    await dialog().getByLabel('轿厢与层站').check();
    await dialog().getByLabel('保存后登记为隐患').uncheck();
    await page.keyboard.press('Control+Enter');
    await dialog().getByText('请写明').waitFor();
    await dialog().getByLabel('发现的问题').fill('层门异响');
    await page.keyboard.press('Control+Enter');
    await closed();
    await row(/2幢A梯 有隐患/).waitFor();
    await page
      .getByRole('region', { name: /2幢A梯/ })
      .getByText('层门异响')
      .waitFor();
    await page.getByText('今日已记 2／2').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('a past day is no tick: its paper is named, or it is explained', async () => {
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: '补录纸面记录', exact: false }).and(page.locator(':enabled')).waitFor();
    await page.keyboard.press('l');
    await dialog().waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog().getByText('请写明或拍下当日的纸面记录').waitFor();
    await dialog().getByLabel('为何现在才录入').fill('当日停电');
    await dialog().getByLabel('纸面记录的名称或编号').fill('检查表 7');
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.getByText('补录，迟 1 天').waitFor();
    await row(/2幢A梯 无隐患/).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator('[role=row][aria-current=true]', { hasText: '1幢A梯' }).waitFor();
    await row(/1幢A梯 无记录/).waitFor();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('当日为何没有检查').fill('全院停电');
    await page.keyboard.press('Control+Enter');
    await closed();
    await row(/1幢A梯 未检查，有说明/).waitFor();
  });
});
