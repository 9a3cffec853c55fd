import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go } from '../support/app-steps';
import { LoopbackApp } from '../support/loopback-app';
import { callHost } from '../support/window-bridge';

const app = new LoopbackApp();
const shots = process.env['SHOTS'];
let page: Page;
const shot = async (name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
};
const PASSPHRASE = 'long enough a phrase';

beforeAll(async () => {
  await app.startHost();
  await callHost(app.address, 'settings.write', { author: '张建国', organisation: '绿源物业' });
  await callHost(app.address, 'identity.create', { organisation: '绿源物业', kind: 'own-ca', passphrase: PASSPHRASE });
  page = await app.openPage();
  await go(page, '#/settings');
});
afterAll(() => app.end());

describe('signing identities in Settings', () => {
  it('are renewed under their root, and withdrawn with a day and a reason', async () => {
    const rows = page.locator('.identity');
    await rows.first().getByRole('button', { name: '续期' }).click();
    const dialog = page.getByRole('dialog');
    await shot('identity-renew');
    await dialog.getByLabel('现在的口令').fill(PASSPHRASE);
    await page.keyboard.press('Control+Enter');
    await rows.nth(1).waitFor();
    const old = rows.filter({ hasText: '接替' });
    await old.getByRole('button', { name: '停用' }).click();
    const day = dialog.getByLabel('停用日');
    const [year, month, ofMonth] = (await day.inputValue()).split('-').map(Number);
    await day.fill(`${year}年${month}月${ofMonth}日`);
    await dialog.getByLabel('原因').fill('到期更换');
    await shot('identity-withdraw');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/\d{4}-\d{2}-\d{2} 停用/).waitFor();
    await shot('identities');
    await expect.poll(() => rows.getByRole('button', { name: '停用' }).count()).toBe(1);
    expect(app.faults).toEqual([]);
  });
});
