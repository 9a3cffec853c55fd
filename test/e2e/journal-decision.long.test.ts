import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';
import { callHost } from '../support/window-bridge';

const elevator = (number: number) => ({
  registrationNo: `梯11浙A1202${number}(04)`,
  kind: '3110',
  regime: 'standard',
  inServiceOn: '2026-11-01',
});

describe('a journal that lacks an entry which is known elsewhere', () => {
  const app = new LoopbackApp();
  let page: Page;
  const journal = (): string => join(app.profileDir, 'journal', 'journal.ndjson');

  beforeAll(async () => {
    await app.startHost();
    for (const number of [1, 2]) await callHost(app.address, 'elevator.register', { elevator: elevator(number) });
    await app.stopHost();
    const [first] = readFileSync(journal(), 'utf8').split('\n');
    writeFileSync(journal(), `${first}\n`);
    await app.startHost();
    page = await app.openPage();
  });
  afterAll(() => app.end());

  it('is read-only, says which entry, and shows what is there', async () => {
    const alert = page.getByRole('alert');
    await alert.getByText('日志里没有第 2 条').waitFor();
    await page.getByText('日志与已知的记号不符').waitFor();
    await page.getByText('梯11浙A12021(04)').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await expect(callHost(app.address, 'elevator.register', { elevator: elevator(3) })).rejects.toThrow('read-only');
  });

  it('goes on by a decision that asks for its reason', async () => {
    await page.getByRole('button', { name: '决定从这里继续' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '记下决定并继续' }).click();
    await dialog.getByText('请写明理由').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByLabel('理由').fill('磁盘损坏，找不到完整的副本');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('日志链完整').waitFor();
    await expect.poll(() => page.getByText('日志里没有第 2 条').count()).toBe(0);
    await callHost(app.address, 'elevator.register', { elevator: elevator(3) });
    const entries = readFileSync(journal(), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; body: object });
    expect(entries.map(({ type }) => type)).toEqual(['elevator-registered', 'journal-mended', 'elevator-registered']);
    expect(entries[1]!.body).toMatchObject({
      found: 'contradicted',
      reason: '磁盘损坏，找不到完整的副本',
      known: [{ seq: 2 }],
    });
  });
});

describe('what stands behind a break', () => {
  const app = new LoopbackApp();
  let page: Page;
  const journal = (): string => join(app.profileDir, 'journal', 'journal.ndjson');

  beforeAll(async () => {
    await app.startHost();
    for (const number of [1, 2]) await callHost(app.address, 'elevator.register', { elevator: elevator(number) });
    const set = [{ field: 'address', to: '文三路' }];
    const { registrationNo } = elevator(2);
    await callHost(app.address, 'elevator.correct', { registrationNo, set, reason: '补' });
    await app.stopHost();
    writeFileSync(journal(), readFileSync(journal(), 'utf8').replace('3110', '3120'));
    await app.startHost();
    page = await app.openPage();
  });
  afterAll(() => app.end());

  it('is marked: the particulars of an elevator as its corrections', async () => {
    await page.goto(`${app.address.split('#')[0]}#/elevator/${encodeURIComponent(elevator(2).registrationNo)}`);
    const corrections = page.locator('details.corrections');
    await corrections.locator('summary').getByText('断点之后').waitFor();
    await corrections.locator('summary').click();
    await corrections.locator('.amendments').getByText('断点之后').waitFor();
    await expect.poll(() => corrections.getByText('断点之后').count()).toBe(3);
  });
});
