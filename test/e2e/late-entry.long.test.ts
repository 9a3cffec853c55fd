import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../domain/calendar/civil-date';
import { fillPaperVisit, go, registerElevator } from '../support/app-steps';
import { LoopbackApp } from '../support/loopback-app';

const app = new LoopbackApp();
const NO = '梯11浙A12056(04)';
const HERE = `#/elevator/${encodeURIComponent(NO)}`;
const VISIT = `#/visit/${encodeURIComponent(NO)}`;
const DAYS = 40;
let page: Page;

beforeAll(async () => {
  await app.startHost();
  page = await app.openPage();
  await registerElevator(page, NO);
});
afterAll(() => app.end());

it('a visit of a day long past asks for a reason, is saved, and row, detail and strip say how late it came', async () => {
  const word = `补录，迟 ${DAYS} 天`;
  await go(page, VISIT);
  const date = page.locator('[data-field="date"]');
  await date.waitFor();
  const today = (await date.inputValue()) as CivilDate;
  await date.fill(toCivilDate(toEpochDay(today) - DAYS));
  await page.getByRole('status').filter({ hasText: '将记为' }).getByText(word).waitFor();
  await fillPaperVisit(page, '王海');
  await page.keyboard.press('Control+Enter');
  await page.getByText('改变结论的补录要写原因').waitFor();
  const reason = page.getByLabel('补录原因');
  await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
  await reason.fill('纸质记录后补');
  await page.getByLabel('证明文件').fill('WB-17');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '年历' }).waitFor();
  const row = page.locator('tr.visit-line');
  await row.getByText(word).waitFor();
  await row.getByRole('button').click();
  const detail = page.locator('.visit-detail');
  await detail.getByText('纸质记录后补').waitFor();
  await detail.getByText('WB-17').waitFor();
  await expect
    .poll(() =>
      page
        .getByRole('group', { name: /其中补录 1 次/ })
        .locator('.late-mark')
        .count(),
    )
    .toBe(1);
  await go(page, HERE);
});
