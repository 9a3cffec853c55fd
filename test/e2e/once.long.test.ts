import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillPaperVisit, go, registerElevator } from '../support/app-steps';
import { LoopbackApp } from '../support/loopback-app';

const app = new LoopbackApp();
const NO = '梯11浙A12056(04)';
const HERE = `#/elevator/${encodeURIComponent(NO)}`;
const VISIT = `#/visit/${encodeURIComponent(NO)}`;
let page: Page;

beforeAll(async () => {
  await app.startHost();
  page = await app.openPage();
  await registerElevator(page, NO);
});
afterAll(() => app.end());

/** How many entries of a type stand in the journal's files. */
function entries(type: string): number {
  const files = readdirSync(join(app.profileDir, 'journal'), { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
  return texts.join('\n').split(`"type":"${type}"`).length - 1;
}

/** Two clicks, or two presses, before anything can have answered the first. */
const TWICE = {
  clicks: (button: string) =>
    page.evaluate((name) => {
      const found = [...document.querySelectorAll<HTMLButtonElement>('dialog[open] button')];
      const save = found.find((one) => one.textContent.startsWith(name));
      save?.click();
      save?.click();
    }, button),
  keys: () =>
    page.evaluate(() => {
      const field = document.querySelector('dialog[open] input') ?? document.querySelector('dialog[open]');
      for (let time = 0; time < 2; time++)
        field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    }),
};

it.each(['记停用', '记检验'] as const)('%s saves once, double-clicked or pressed twice', async (button) => {
  const type = button === '记停用' ? 'outage-recorded' : 'inspection-recorded';
  for (const [index, twice] of [() => TWICE.clicks('保存'), TWICE.keys].entries()) {
    await page.getByRole('button', { name: button }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const days = dialog.getByRole('textbox');
    if (button === '记停用') {
      await days.nth(0).fill(`2026-0${index + 3}-01`);
      await days.nth(1).fill(`2026-0${index + 3}-10`);
    } else {
      await days.nth(0).fill(`2026-0${index + 3}-02`);
      await dialog.getByLabel('补录原因').fill('报告后到');
    }
    await twice();
    await dialog.waitFor({ state: 'detached' });
    expect(entries(type)).toBe(index + 1);
  }
});

it('for which elevators inspections are kept is asked once, and the answer is seen in every window', async () => {
  const notice = (on: Page) => on.getByText('请说明本机为哪些电梯保存检验记录');
  const other = await app.openPage();
  await Promise.all([notice(page).waitFor(), notice(other).waitFor()]);
  await other.getByRole('button', { name: '以后再说' }).click();
  await notice(other).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '回答' }).click();
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').getByText('请选择一项').waitFor();
  await dialog.getByRole('radio', { name: '全部电梯' }).check();
  await TWICE.keys();
  await dialog.waitFor({ state: 'detached' });
  await notice(page).waitFor({ state: 'detached' });
  expect(entries('inspections-kept')).toBe(1);
  await go(other, '#/settings');
  await expect.poll(() => other.getByRole('radio', { name: '全部电梯' }).isChecked()).toBe(true);
  await other.getByRole('radio', { name: '只有已录检验的电梯' }).check();
  await other.getByRole('button', { name: '保存范围' }).click();
  await other.getByText('已保存').waitFor();
  await go(page, '#/settings');
  await page.getByText('现在按下面所选判定').waitFor();
  await expect.poll(() => page.getByRole('radio', { name: '只有已录检验的电梯' }).isChecked()).toBe(true);
  await page.reload();
  await page.getByText('现在按下面所选判定').waitFor();
  await expect.poll(() => notice(page).count()).toBe(0);
  await other.close();
  await go(page, HERE);
  await page.getByRole('button', { name: '记停用' }).first().waitFor();
});

it('the same outage asked for again is told with its record, and nothing is written', async () => {
  await page.getByRole('button', { name: '记停用' }).first().click();
  const days = page.getByRole('dialog').getByRole('textbox');
  await days.nth(0).fill('2026-03-05');
  await days.nth(1).fill('2026-03-08');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('这几天已在一次停用之内').waitFor();
  expect(entries('outage-recorded')).toBe(2);
  await expect.poll(() => page.getByRole('link', { name: /查看记录/ }).count()).toBe(0); // its page is open behind
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('what is written in one window is seen in the other, and the same visit saved there is named, its draft kept', async () => {
  const other = await app.openPage();
  for (const each of [page, other]) {
    await go(each, VISIT);
    await each.locator('[data-field="technicians"]').waitFor();
  }
  await fillPaperVisit(other, '张建国');
  await fillPaperVisit(page, '张建国');
  const watching = await app.openPage();
  await go(watching, HERE);
  await watching.getByRole('button', { name: '记停用' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL((url) => url.hash === HERE);
  await watching.getByText('张建国').first().waitFor();
  await other.keyboard.press('Control+Enter');
  await other.getByRole('alert').getByText('维保已在记录中').waitFor();
  expect(entries('visit-logged')).toBe(1);
  await expect.poll(() => other.locator('[data-field="technicians"]').inputValue()).toBe('张建国');
  await other.getByRole('link', { name: /查看记录/ }).click();
  await other.getByRole('button', { name: '记停用' }).waitFor();
});

it('settings saved in one window hold in the other at once, and what is being typed there stays', async () => {
  const other = await app.openPage();
  for (const each of [page, other]) {
    await go(each, '#/settings');
    await each.getByLabel('录入宽限天数').waitFor();
  }
  await other.getByLabel('单位名称').fill('正在打');
  await page.getByLabel('姓名', { exact: true }).fill('李四');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByLabel('录入宽限天数').fill('5');
  await page.getByRole('button', { name: '保存天数' }).first().click();
  await expect.poll(() => other.getByLabel('姓名', { exact: true }).inputValue()).toBe('李四');
  await expect.poll(() => other.getByLabel('录入宽限天数').inputValue()).toBe('5');
  await expect.poll(() => other.getByLabel('单位名称').inputValue()).toBe('正在打');
  await page.getByRole('button', { name: 'EN' }).click();
  await other.getByRole('heading', { name: 'Settings' }).waitFor();
  await other.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '设置' }).waitFor();
});

it('nothing failed on the way', () => {
  expect(app.faults).toEqual([]);
});
