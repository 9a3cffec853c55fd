import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { go, judgeFrom, leaveWordsAsked, makeCertificate } from './app-steps';

const SAMPLES = join(import.meta.dirname, '..', 'fixtures', 'samples');
const FILES = ['register.xlsx', 'visits-2025.csv', 'visits-2026.csv', 'outages.csv', 'inspections.csv'];
const PASSPHRASE = '翠柏苑-first-口令-7';

/**
 * From an empty profile to a verified report: identity, import of the samples, one signed report, its verification.
 * Resolves with the path of the report; every step waits for what the page says of it.
 */
export async function firstJob(page: Page, profileDir: string): Promise<string> {
  await go(page, '#/settings');
  await page.getByLabel('单位名称').fill('绿源物业服务有限公司');
  await page.getByLabel('单位简称').fill('绿源梯审');
  await page.getByLabel('姓名', { exact: true }).fill('孙丽华');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存').waitFor();
  await makeCertificate(page, PASSPHRASE);

  await go(page, '#/import');
  const samples = FILES.map((name) => join(SAMPLES, name));
  await page.setInputFiles('input[type=file]', samples);
  await leaveWordsAsked(page);
  await page.getByRole('heading', { name: '拒收 9 行' }).waitFor();
  await judgeFrom(page, 'proposed');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^已写入：37 台电梯/).waitFor();

  await go(page, `#/elevator/${encodeURIComponent('梯11浙A12056(04)')}`);
  await page.getByRole('heading', { name: /4幢B梯/ }).waitFor();
  await page.keyboard.press('p');
  await page.getByLabel('证书口令').fill(PASSPHRASE);
  await page.getByRole('button', { name: '出具并签名' }).click();
  await page.getByText(/已出具 绿源梯审〔\d{4}〕合字第[0-9A-F]{8}-0001号/).waitFor();

  const reports = join(profileDir, 'reports');
  const report = join(reports, readdirSync(reports).find((name) => name.endsWith('.pdf')) ?? '');
  await go(page, '#/verify');
  await page.locator('input[type=file][accept*=".pdf"]').setInputFiles(report);
  await page.getByRole('heading', { name: /^内容完好/ }).waitFor();
  return report;
}
