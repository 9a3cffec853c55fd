import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go, judgeFrom, makeCertificate, written } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const NO = '梯11浙A12014(04)';
const ELEVATORS = `registration_no,kind,area,accepted_on,in_service_on\n${NO},3110,城区,2019-05-01,2019-06-01\n`;
const VISITS = `registration_no,date,task,start,end,technicians\n${NO},2026-11-10,半月,09:00,09:40,张建国\n`;
const PASSPHRASE = '翠柏苑-记录-口令-7';

describe('papers of one record, in a browser', () => {
  const app = new LoopbackApp();
  const scratch = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-record-'));
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await go(page, '#/import');
    await page.setInputFiles('input[type=file]', [
      written(scratch, 'elevators.csv', ELEVATORS),
      written(scratch, 'visits.csv', VISITS),
    ]);
    await page.getByText('新增 1 台').first().waitFor();
    await judgeFrom(page, 'proposed');
    await page.keyboard.press('Control+Enter');
    await go(page, '#/settings');
    await makeCertificate(page, PASSPHRASE);
  });
  afterAll(async () => {
    await app.end();
    rmSync(scratch, { recursive: true, force: true });
  });

  const saved = async (): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+Enter');
    const file = await download;
    const path = join(scratch, file.suggestedFilename());
    await file.saveAs(path);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    return path;
  };

  it('the opened visit makes its paper by one key, and tells a missing passphrase in place', async () => {
    await go(page, `#/elevator/${encodeURIComponent(NO)}`);
    await page.getByRole('button', { name: '2026-11-10' }).click();
    await page.getByRole('button', { name: /^出具记录单/ }).waitFor();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: '维护保养记录单' });
    await dialog.getByLabel('证书口令').waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog.getByRole('alert').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByLabel('证书口令').fill(PASSPHRASE);
    const path = await saved();
    expect(path).toMatch(/维保记录单_2026-11-10\.pdf$/);
    expect(readFileSync(path).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('the paper is listed with the reports, and Verify finds record and pages in it', async () => {
    await go(page, '#/reports');
    await page.getByRole('cell', { name: '维护保养记录单' }).waitFor();
    await go(page, '#/verify');
    const [name] = readdirSync(scratch).filter((file) => file.endsWith('.pdf'));
    await page.setInputFiles('input[type=file]', join(scratch, name!));
    for (const held of ['结论由证据重算一致', '页面由证据重排一致'])
      await page.getByRole('listitem').filter({ hasText: held }).filter({ hasText: '通过' }).first().waitFor();
    await expect.poll(() => page.locator('main').innerText()).not.toContain('不一致');
  });

  it('nothing left the machine and no page complained', () => {
    expect(app.faults).toEqual([]);
  });
});
