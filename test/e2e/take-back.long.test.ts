import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { LoopbackApp } from '../support/loopback-app';

const NO = '梯11浙A90001(20)';
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const REGISTER = csv('台账.csv', `使用登记证编号,品种\n${NO},3110\n`);
const VISITS = csv('维保.csv', `使用登记证编号,维保日期,维保类别\n${NO},2026-10-24,半月\n${NO},2026-13-01,半月\n`);

describe('an import that can be undone', () => {
  const app = new LoopbackApp();
  const shots = process.env['SHOTS'];
  let page: Page;
  const shot = async (name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
  };
  const goTo = (path: string) => page.evaluate((hash) => void (location.hash = hash), `#${path}`);
  /** The import page as it is opened: what it held before is gone with it. */
  const afresh = async (): Promise<void> => {
    await goTo('/settings');
    await page.getByRole('heading', { level: 1, name: /设置|Settings/ }).waitFor();
    await goTo('/import');
  };
  const give = async (...files: ReturnType<typeof csv>[]): Promise<void> => {
    await afresh();
    await page.locator('input[type=file]').setInputFiles(files);
    await page.locator('.import-foot').waitFor();
  };
  const commit = async (): Promise<void> => {
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/已写入/)
      .first()
      .waitFor();
  };
  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    if (shots !== undefined) page.setDefaultTimeout(25_000);
  });
  afterAll(() => app.end());

  it('the refused rows come back as their table and go in again once they are mended', async () => {
    await give(REGISTER, VISITS);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
    expect(download.suggestedFilename()).toBe('拒收行.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('使用登记证编号,维保日期,维保类别,拒收位置,拒收原因');
    await commit();
    await give(csv('改好.csv', text.replace('2026-13-01', '2026-11-08')));
    await commit();
    await goTo(`/elevator/${encodeURIComponent(NO)}`);
    await page.getByRole('heading', { name: NO }).waitFor();
  });

  it('nothing taken is not nothing new', async () => {
    await give(csv('坏.csv', `使用登记证编号,维保日期,维保类别\n${NO},2026-13-02,半月\n`));
    await page.getByText('没有一行被接受').waitFor();
    await give(csv('空.csv', '使用登记证编号,维保日期,维保类别\n'));
    await page.getByText('表中没有数据行').waitFor();
  });

  it('is listed with what it brought, and taken back as one entry with its reason', async () => {
    await afresh();
    const list = page.locator('.past-imports');
    await list.getByText('维保.csv').waitFor();
    await shot('past-zh');
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.getByText('Imports so far').first().waitFor();
    await shot('past-en');
    const open = async (name: RegExp): Promise<void> => {
      await list.getByRole('row').filter({ hasText: name }).getByRole('button').click();
      await page.locator('dialog .brought').waitFor();
    };
    await open(/台账/);
    await page.getByText('Kept as it is (1):').waitFor();
    await shot('brought-en');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '中文', exact: true }).click();
    for (const name of [/改好/, /台账/]) {
      await open(name);
      await page.getByLabel('撤回理由').fill('导错了单位');
      await shot(`brought-zh-${name.source}`);
      await page.keyboard.press('Control+Enter');
      await page.locator('dialog').waitFor({ state: 'detached' });
      await list.getByRole('row').filter({ hasText: name }).getByText('导错了单位').waitFor();
    }
    await shot('past-taken-back-zh');
    await goTo(`/elevator/${encodeURIComponent(NO)}`);
    await page
      .getByText(new RegExp(`台账中没有|没有.*${NO.slice(0, 6)}`))
      .first()
      .waitFor();
    await page.reload();
    await give(REGISTER, VISITS);
    await commit();
    await goTo('/');
    await page.locator('[role=row] a').first().waitFor();
    await expect.poll(() => page.locator('[role=row] a').allTextContents()).toEqual([NO]);
  });
});
