import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { go, judgeFrom, written } from '../support/app-steps';
import { LoopbackApp } from '../support/loopback-app';

const app = new LoopbackApp();
const scratch = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-use-'));
let page: Page;

const REGISTER = `registration_no,kind,address,internal_no,in_service_on
梯11浙A90001(20),3110,翠柏苑,1#,2026-01-01
梯11浙A90002(20),3110,翠柏苑,2#,2026-01-01
`;
const VISITS = `registration_no,date,task
梯11浙A90002(20),2026-01-10,year
梯11浙A90002(20),2026-01-20,half-month
`;
const INSPECTIONS = `registration_no,date,kind,result
梯11浙A90001(20),2026-01-15,periodic,fail
`;

beforeAll(async () => {
  await app.startHost();
  page = await app.openPage();
  await page.getByRole('button', { name: '载入样例' }).click();
  await page.getByRole('grid').waitFor();
  await go(page, '#/import');
  await page.setInputFiles('input[type=file]', [
    written(scratch, 'elevators.csv', REGISTER),
    written(scratch, 'visits.csv', VISITS),
    written(scratch, 'inspections.csv', INSPECTIONS),
  ]);
  await page
    .getByText(/2 台电梯/)
    .first()
    .waitFor();
  await judgeFrom(page, 'proposed');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^已写入/).waitFor();
  await go(page, '#/');
  await page.getByRole('grid').waitFor();
});
afterAll(async () => {
  await app.end();
  rmSync(scratch, { recursive: true, force: true });
});

it('what must not run is counted, comes first, and is shown alone by a click or a key', async () => {
  const count = page.getByRole('button', { name: /台须立即处理$/ });
  const first = page.getByRole('row').nth(1);
  await first.getByText('不得使用').waitFor();
  await count.click();
  await expect.poll(() => page.getByText('梯11浙A90001(20)').count()).toBe(1);
  await expect.poll(() => page.getByText('梯11浙A90002(20)').count()).toBe(0);
  await page.keyboard.press('u');
  await expect.poll(() => count.getAttribute('aria-pressed')).toBe('false');
});
