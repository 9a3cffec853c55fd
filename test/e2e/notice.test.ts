import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go, judgeFrom, makeCertificate, written } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const NO = '梯11浙A12014(04)';
const ELEVATORS = `registration_no,kind,area,accepted_on,in_service_on\n${NO},3110,城区,2019-05-01,2019-06-01\n`;
const VISITS = `registration_no,date,task\n${NO},2026-11-10,年度\n`;
const PASSPHRASE = '翠柏苑-公示-口令-7';

describe('the notice board, in a browser', () => {
  const app = new LoopbackApp();
  const scratch = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-notice-'));
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
  });
  afterAll(async () => {
    await app.end();
    rmSync(scratch, { recursive: true, force: true });
  });

  const made = async (): Promise<string> => {
    await page.getByLabel('证书口令').fill(PASSPHRASE);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+Enter');
    const file = await download;
    const path = join(scratch, file.suggestedFilename());
    await file.saveAs(path);
    await page.getByText('已制作并签名 1 台').waitFor();
    return path;
  };

  it('without a signing identity the way to make one is shown', async () => {
    await go(page, '#/notice');
    await page.getByText('还没有签名证书').waitFor();
    await page.getByRole('link', { name: '去设置' }).first().click();
    await makeCertificate(page, PASSPHRASE);
  });

  it('what is missing and a wrong passphrase are told in place', async () => {
    await go(page, '#/notice');
    await page.getByRole('heading', { name: '公示' }).waitFor();
    await page.getByLabel('证书口令').fill('not the passphrase');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: '还没有选电梯' }).waitFor();
    await page.getByRole('checkbox', { name: new RegExp('12014') }).check();
    await page.getByLabel('证书口令').press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: '口令不对' }).waitFor();
  });

  it('a sheet is made as a zip of signed PDFs', async () => {
    const zip = readFileSync(await made());
    expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(zip.includes('%PDF-')).toBe(true); // stored, not packed
  });

  it('labels are made as one PDF, and the text of their code is checked', async () => {
    await page.getByRole('button', { name: '二维码标签' }).click();
    await page.getByText('每张 70 × 37 毫米，一页 24 张').waitFor();
    await page.getByLabel('规格').selectOption('2x5');
    await page.getByText('每张 105 × 57 毫米，一页 10 张').waitFor();
    await page.getByLabel('列数').fill('9');
    await page.getByRole('alert').filter({ hasText: '写 1 到 8 的整数' }).waitFor();
    await page.getByLabel('列数').fill('2');
    expect(await violationsOf(page)).toEqual([]);
    const pdf = await made();
    execFileSync('pdfdetach', ['-saveall', '-o', scratch, pdf]);
    const attached = execFileSync('grep', ['-rhoaE', 'EAS1\\.[A-Z2-7]+\\.[A-Z2-7]+', scratch], { encoding: 'utf8' });
    const [text = ''] = attached.split('\n');
    await go(page, '#/verify');
    const check = async (scanned: string, verdict: string): Promise<void> => {
      await page.getByLabel('扫码读到的文字').fill(scanned);
      await page.getByRole('button', { name: '核验', exact: true }).click();
      await page.getByRole('status').filter({ hasText: verdict }).waitFor();
    };
    await check('https://example.org/', '不是公示摘要');
    await check(text, '2026-11-10 年度');
    await expect.poll(() => page.locator('.scanned-result').innerText()).toContain(NO);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('nothing left the machine and no page complained', () => {
    expect(app.faults).toEqual([]);
  });
});
