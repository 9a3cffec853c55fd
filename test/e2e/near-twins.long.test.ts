import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { LoopbackApp } from '../support/loopback-app';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'keys');
const NO = '梯11浙A12345(24)';
const WIDE = '梯11浙A12345（24）';
const csv = (name: string, text = readFileSync(join(FIXTURES, name), 'utf8')) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

describe('one form of a number in the application', () => {
  const app = new LoopbackApp();
  const shots = process.env['SHOTS'];
  let page: Page;
  const shot = async (name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
  };
  const goTo = (path: string) => page.evaluate((hash) => void (location.hash = hash), `#${path}`);
  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
  });
  afterAll(() => app.end());

  it('typed in full-width brackets and imported in half-width ones is one elevator, found by either spelling', async () => {
    await goTo('/register');
    await page.getByLabel('使用登记证编号').fill(WIDE);
    await page.getByLabel('品种').selectOption('3110');
    await page.getByLabel('维保记录起始日期').fill('2026-10-01');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: NO }).waitFor();

    await goTo('/import');
    await page.locator('input[type=file]').setInputFiles([csv('reg2.csv'), csv('vis.csv')]);
    await page.getByRole('button', { name: '写入', exact: true }).click();
    await page
      .getByText(/1 次维保/)
      .first()
      .waitFor();

    await goTo('/');
    await page.locator('[role=row] a').first().waitFor();
    await expect.poll(() => page.locator('[role=row] a').allTextContents()).toEqual([NO]);
    const finder = page.getByRole('search').getByRole('combobox');
    for (const typed of [WIDE.slice(0, -1), NO.slice(0, -1)]) {
      await finder.fill(typed);
      await finder.press('Enter');
      await page.getByRole('heading', { name: NO }).waitFor();
      await goTo('/');
    }
    await goTo(`/elevator/${encodeURIComponent(WIDE)}`);
    await page.getByRole('heading', { name: NO }).waitFor();
  });

  it('a near twin is asked about in the form and in the import', async () => {
    for (const [locale, name, number, kind, another] of [
      ['zh-CN', 'zh', '使用登记证编号', '品种', '是另一台电梯，仍要登记'],
      ['en', 'en', 'Registration number', 'Kind', 'Another elevator: register it all the same'],
    ] as const) {
      await page.getByRole('button', { name: locale === 'en' ? 'EN' : '中文', exact: true }).click();
      await goTo('/register');
      await page.getByLabel(number).fill('梯11浙a12345（25）');
      await page.getByLabel(kind, { exact: true }).selectOption('3110');
      await page.getByLabel(another).waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').first().waitFor();
      await shot(`form-${name}`);
      await goTo('/import');
      await page
        .locator('input[type=file]')
        .setInputFiles([
          csv('r.csv', 'registration_no,kind\n梯11浙A12345(25),3110\n梯11浙A\u000712346(24),3110\n'),
          csv('v.csv', 'registration_no,date,task\n梯11浙A12345(25),2026-10-24,half-month\n'),
        ]);
      await page.locator('.twins').waitFor();
      await shot(`import-${name}`);
      await expect.poll(() => page.locator('.import-foot button').isDisabled()).toBe(true);
    }
    await page.locator('.twins input[type=radio]').first().check();
    await page.locator('.twins button').last().click();
    await page.locator('.import-foot button:enabled').click();
    await page.locator('[role=status]', { hasText: /1 visit/ }).waitFor();
    expect(app.faults).toEqual([]);
  });
});
