import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go, written } from '../support/app-steps';
import { LoopbackApp } from '../support/loopback-app';

const app = new LoopbackApp();
const scratch = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-successor-'));
const shots = process.env['SHOTS'];
const [OLD, NEW, TWICE] = ['梯11浙A90001(20)', '梯11浙A80002(26)', '梯11浙A70003(26)'];
let page: Page;
const shot = async (name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
};

const REGISTER = `registration_no,kind,device_code,address,internal_no,in_service_on,records_from,status,ended_on,successor_no
${OLD},3110,311010101200400004,翠柏苑,1#,2020-01-01,2025-10-01,relocated,2026-03-01,${NEW}
${NEW},3110,311010101200400004,翠柏苑,1#,2026-03-01,,,,
${TWICE},3110,311010101200400004,青松里,3#,2026-09-20,2026-09-20,,,
`;
const VISITS = `registration_no,date,task
${OLD},2025-10-10,year
${OLD},2026-02-20,half-month
${NEW},2026-03-05,year
`;

beforeAll(async () => {
  await app.startHost();
  page = await app.openPage();
  await go(page, '#/import');
  await page.setInputFiles('input[type=file]', [
    written(scratch, 'elevators.csv', REGISTER),
    written(scratch, 'visits.csv', VISITS),
  ]);
  await page
    .getByText(/3 台电梯/)
    .first()
    .waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^已写入/).waitFor();
});
afterAll(async () => {
  await app.end();
  rmSync(scratch, { recursive: true, force: true });
});

describe('an elevator that goes on under another certificate', () => {
  it('is found under its old number, whose page leads to the new one', async () => {
    const finder = page.getByRole('search').getByRole('combobox');
    await finder.fill('A90001');
    await finder.press('Enter');
    await page
      .getByText(/已移装/)
      .first()
      .waitFor();
    await shot('retired');
    await page.getByRole('link', { name: new RegExp('A80002') }).click();
    await page.getByRole('heading', { name: /翠柏苑/ }).waitFor();
    await page.getByText('承接自').waitFor();
  });

  it('has its history before on the page of the new number, with the way back', async () => {
    await go(page, `#/elevator/${encodeURIComponent(NEW)}`);
    await page.getByText(`换证前的记录：${OLD}`).click();
    await page.locator('.history-before').getByText('2 条').waitFor();
    await shot('successor');
    await page.getByRole('link', { name: OLD }).click();
    await page
      .getByText(/已移装/)
      .first()
      .waitFor();
  });

  it('under two certificates in use is told on both pages', async () => {
    for (const [no, other] of [
      [NEW, TWICE],
      [TWICE, NEW],
    ] as const) {
      await go(page, `#/elevator/${encodeURIComponent(no)}`);
      const notice = page.locator('.notice', { hasText: '设备代码 311010101200400004' });
      await notice.getByRole('link', { name: other }).waitFor();
      await expect.poll(() => notice.getByRole('link').count()).toBe(1);
    }
  });
});
