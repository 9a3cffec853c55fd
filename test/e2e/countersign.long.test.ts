import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go, makeCertificate } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const CLI = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js');
const PASSPHRASE = '翠柏苑-e2e-口令-7';

describe('a paper is received inside its file', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'countersign-e2e-'));
  const at = (...names: string[]): string => join(scratch, ...names);
  const app = new LoopbackApp();
  let page: Page;
  let paper: string;

  beforeAll(async () => {
    const cli = (...argv: readonly string[]): string =>
      execFileSync(process.execPath, [CLI, ...argv], { encoding: 'utf8' });
    writeFileSync(at('pass.txt'), `${PASSPHRASE}\n`);
    cli('sample', '--elevators', '1', '--years', '1', '--seed', '7', '--out', scratch);
    const identity = ['--identity', at('firm.p12'), '--passphrase-file', at('pass.txt')];
    cli(
      'identity',
      'create',
      '--name',
      '恒升电梯工程有限公司',
      '--out',
      at('firm.p12'),
      '--passphrase-file',
      at('pass.txt'),
    );
    const tables = ['--register', at('elevators.csv'), '--visits', at('visits.csv'), '--as-of', '2026-11-23'];
    const kind = ['--elevator', 'all', '--kind', 'compliance', '--locale', 'zh-CN', '--out', at('reports')];
    cli('report', ...tables, ...kind, ...identity);
    paper = at('reports', readdirSync(at('reports'))[0]!);
    await app.startHost();
    page = await app.openPage();
    await go(page, '#/settings');
    await makeCertificate(page, PASSPHRASE);
  });
  afterAll(async () => {
    await app.end();
    rmSync(scratch, { recursive: true, force: true });
  });

  const choose = (accept: string, file: string): Promise<void> =>
    page.locator(`input[type=file][accept*="${accept}"]`).first().setInputFiles(file);

  it('the paper of another house is verified and signed, as a new file', async () => {
    await go(page, '#/verify');
    await choose('.pdf', paper);
    await page.getByRole('heading', { name: '内容完好，签名人尚未受信任' }).waitFor();
    await choose('.pem', at('firm.pem'));
    await page.getByRole('heading', { name: '内容完好，签名人可信' }).waitFor();
    await page.getByRole('button', { name: '签收', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('备注').fill('一式两份，已核对');
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('请输入口令').waitFor();
    await dialog.getByLabel('证书口令').fill('not the passphrase');
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('口令不对').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByLabel('证书口令').fill(PASSPHRASE);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+Enter');
    await (await download).saveAs(at('received.pdf'));
    await dialog.waitFor({ state: 'detached' });
    expect(readFileSync(at('received.pdf')).subarray(0, readFileSync(paper).length).equals(readFileSync(paper))).toBe(
      true,
    );
  });

  it('the new file is valid, and tells who signed it after whom, and for what', async () => {
    await choose('.pdf', at('received.pdf'));
    await page.getByText('received.pdf').first().waitFor();
    await page.getByText('received.pdf').first().click();
    const list = page.locator('.signature-list li');
    await expect.poll(() => list.count()).toBe(2);
    await expect.poll(() => list.nth(0).innerText()).toMatch(/有效[^]*出具 恒升电梯工程有限公司/);
    await expect
      .poll(() => list.nth(1).innerText())
      .toMatch(/签收 绿源物业服务有限公司[^]*一式两份，已核对[^]*其前增加：签名/);
    await page.getByRole('heading', { name: '内容完好，签名人可信' }).waitFor();
  });

  it('it stands in the list of papers received, from which it is saved again', async () => {
    await go(page, '#/reports');
    const row = page.getByRole('row', { name: /恒升电梯工程有限公司/ });
    await row.getByText('一式两份，已核对').waitFor();
    const download = page.waitForEvent('download');
    await row.getByRole('button', { name: '另存 PDF' }).click();
    await (await download).saveAs(at('again.pdf'));
    expect(readFileSync(at('again.pdf')).equals(readFileSync(at('received.pdf')))).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
  });
});
