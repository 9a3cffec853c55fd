import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { go, judgeFrom, leaveWordsAsked } from '../support/app-steps';
import { LoopbackApp } from '../support/loopback-app';

const app = new LoopbackApp(undefined, null);
const shots = process.env['SHOTS'];
const NO = '梯11浙A12345(10)';
let page: Page;

beforeAll(async () => {
  await app.startHost();
  page = await app.openPage();
});
afterAll(() => app.end());

function authors(): string[] {
  const text = readFileSync(join(app.profileDir, 'journal', 'journal.ndjson'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { author: string }).author);
}

it('an import asks who writes before anything is on record, and nothing is written without an answer', async () => {
  await go(page, '#/import');
  const sample = join(import.meta.dirname, '..', 'fixtures', 'samples', 'register.xlsx');
  await page.setInputFiles('input[type=file]', [sample]);
  await leaveWordsAsked(page);
  await judgeFrom(page, 'proposed');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '是谁在记录？' });
  await dialog.waitFor();
  if (shots !== undefined) await page.screenshot({ path: join(shots, 'author.zh.png') });
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.getByText('已取消。').waitFor();
  expect(authors()).toEqual([]);
});

it('a form asks the same, once, and what was typed goes on record by that name', async () => {
  await go(page, '#/register');
  await page.getByLabel('使用登记证编号').fill(NO);
  await page.getByLabel('品种').selectOption('3110');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '是谁在记录？' });
  await dialog.getByRole('button', { name: '继续保存' }).click();
  await dialog.getByText('请填写姓名').waitFor();
  await dialog.getByLabel('姓名', { exact: true }).fill('  周敏 ');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '记停用' }).waitFor();
  expect(authors()).toEqual(['周敏']);
  await page.getByRole('button', { name: '记停用' }).click();
  await page.getByRole('dialog').getByLabel('停用日期').fill('2026-01-05');
  await page.keyboard.press('Control+Enter');
  await expect.poll(authors).toEqual(['周敏', '周敏']);
  expect(app.faults).toEqual([]);
});
