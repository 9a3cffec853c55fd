import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../domain/record/entry';
import { go, registerElevator } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const app = new LoopbackApp();
const disk = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-disk-'));
const shots = process.env['SHOTS'];
const NO = '梯11浙A12345(10)';
let page: Page;
let restored = '';

beforeAll(async () => {
  await app.startHost();
  page = await app.openPage();
  await registerElevator(page, NO);
});
afterAll(async () => {
  await app.end();
  for (const folder of [disk, restored]) if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

const panel = () => page.locator('#backups');
const shot = async (name: string): Promise<void> => {
  if (shots === undefined) return;
  await panel().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(shots, `${name}.png`) });
};

describe('backups in the window', () => {
  it('go where a folder is named, are made at once, and their day of proof stands at the bottom of every page', async () => {
    await page.locator('footer').getByText('未设备份').waitFor();
    await go(page, '#/settings');
    await panel().getByLabel('备份文件夹').fill(disk);
    await panel().getByRole('button', { name: '保存备份设置' }).click();
    await panel().getByText('还没有核验成立的备份').waitFor();
    await panel().getByRole('button', { name: '现在备份' }).click();
    await panel()
      .getByText(/最近核验成立：.*1 台电梯/)
      .waitFor();
    await page.locator('footer').getByText('备份核验 今日').waitFor();
    expect(readdirSync(disk)).toHaveLength(1);
    expect(await violationsOf(page)).toEqual([]);
    await shot('backups.zh');
    await go(page, '#/fleet');
    await page.locator('footer').getByText('备份核验 今日').waitFor();
  });

  it('are restored into a new folder, in a part of the journal of their own', async () => {
    await go(page, '#/settings');
    await panel().getByRole('button', { name: '恢复…' }).click();
    const dialog = page.getByRole('dialog', { name: '恢复备份' });
    await dialog.getByText('备份之后没有写过新的记录').waitFor();
    await shot('backups-restore.zh');
    await dialog.getByRole('button', { name: '恢复到新文件夹' }).click();
    await dialog.getByText(/已恢复到 .*其后另起一段/).waitFor();
    await dialog.getByRole('button', { name: '关闭' }).click();
    const name = readdirSync(dirname(app.profileDir)).find((one) => one.includes('-restored-') && isOf(one))!;
    restored = join(dirname(app.profileDir), name);
    const [here, there] = [app.profileDir, restored].map(entriesOf);
    expect(there!.slice(0, -1)).toEqual(here);
    expect(there!.at(-1)).toMatchObject({ type: 'journal-mended', author: '孙丽华', body: { found: 'restored' } });
    expect(there!.at(-1)!.feed).not.toBe(here!.at(-1)!.feed);
  });

  it('move the records to another machine: what stays is read, and says why, in both languages', async () => {
    await panel().getByRole('button', { name: '迁到另一台机器…' }).click();
    const dialog = page.getByRole('dialog', { name: '迁到另一台机器' });
    await shot('backups-move.zh');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: '写下迁出并备份' }).click();
    await dialog.getByText(/已迁出。请把备份/).waitFor();
    await dialog.getByRole('button', { name: '关闭' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText(/由孙丽华迁往另一台机器，到第 2 条为止/).waitFor();
    await page.locator('footer').getByText('日志已迁出').waitFor();
    await expect.poll(() => panel().getByRole('button', { name: '迁到另一台机器…' }).isDisabled()).toBe(true);
    await shot('backups-moved.zh');
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await alert.getByText(/was moved to another machine on .* and ends here with entry 2/).waitFor();
    await shot('backups-moved.en');
    expect(entriesOf(app.profileDir).at(-1)).toMatchObject({ type: 'feed-closed', body: { why: 'moved' } });
    expect(app.faults).toEqual([]);
  });
});

function isOf(name: string): boolean {
  return name.startsWith(app.profileDir.slice(dirname(app.profileDir).length + 1));
}

function entriesOf(profile: string): Entry[] {
  const text = readFileSync(join(profile, 'journal', 'journal.ndjson'), 'utf8').trimEnd();
  return text.split('\n').map((line) => JSON.parse(line) as Entry);
}
