import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const command = promisify(execFile);
const CLI = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js');
const TAMPERED = 2;
const FIRM = 120;
const OTHER = 20;
const PLAIN = 58;

/** Reports of one signer, made by the command line. */
async function reportsOf(folder: string, name: string, elevators: number): Promise<readonly Buffer[]> {
  const at = (file: string): string => join(folder, file);
  mkdirSync(folder);
  writeFileSync(at('pass.txt'), 'a passphrase of the test\n');
  const run = async (...argv: readonly string[]): Promise<void> => {
    await command(process.execPath, [CLI, ...argv]).catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== 1) throw error; // some elevator is not in order
    });
  };
  await run('sample', '--elevators', String(elevators), '--years', '1', '--seed', '7', '--out', folder);
  const identity = ['--identity', at('signer.p12'), '--passphrase-file', at('pass.txt')];
  await run('identity', 'create', '--name', name, '--out', at('signer.p12'), '--passphrase-file', at('pass.txt'));
  const tables = ['--register', at('elevators.csv'), '--visits', at('visits.csv'), '--as-of', '2026-11-23'];
  const paper = ['--elevator', 'all', '--kind', 'compliance', '--locale', 'zh-CN', '--out', at('reports')];
  await run('report', ...tables, ...paper, ...identity);
  const names = readdirSync(at('reports')).filter((file) => file.endsWith('.pdf'));
  return names.map((file) => readFileSync(join(at('reports'), file)));
}

describe('two hundred files at once', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'verify-many-'));
  const files = join(scratch, '收到的');
  const app = new LoopbackApp();
  let page: Page;

  beforeAll(async () => {
    mkdirSync(files);
    const [firm, other] = [
      await reportsOf(join(scratch, 'firm'), '恒升电梯工程有限公司', 7),
      await reportsOf(join(scratch, 'other'), '=通达机电', 3),
    ];
    const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(files, name), bytes);
    for (let at = 0; at < FIRM; at++) put(`合规_A${at}.pdf`, firm[at % firm.length]!);
    for (let at = 0; at < OTHER; at++) put(`通达_${at}.pdf`, other[at % other.length]!);
    for (let at = 0; at < TAMPERED; at++) {
      const bytes = Buffer.from(firm[at]!);
      bytes[bytes.indexOf('stream\n') + 40]! ^= 1;
      put(`-改过_${at}.pdf`, bytes);
    }
    for (let at = 0; at < PLAIN; at++) put(`扫描_${at}.pdf`, Buffer.from('%PDF-1.7 no report'));
    await app.startHost();
    page = await app.openPage();
    await go(page, '#/verify');
  });
  afterAll(async () => {
    await app.end();
    rmSync(scratch, { recursive: true, force: true });
  });

  const counted = (word: string): Promise<string> =>
    page.locator('.result-counts > button', { hasText: word }).locator('.figure').innerText();
  const allVerified = (): Promise<void> => page.getByText('200 份，离开本页结果仍在').waitFor();
  const countCalls = (): (() => number) => {
    let calls = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/api/call') && request.postDataBuffer()?.includes('verify.file') === true) calls++;
    });
    return () => calls;
  };

  it('are verified while another page is looked at, with counts, and can be stopped and gone on with', async () => {
    const calls = countCalls();
    const names = readdirSync(files).map((name) => join(files, name));
    await page.locator('input[type=file][accept*=".pdf"]').setInputFiles(names);
    await page.getByText(/已核验 [1-9]\d* \/ 200 份/).waitFor();
    await page.getByRole('button', { name: '停止' }).click();
    const rest = page.getByRole('button', { name: /^继续核验 \d+ 份$/ });
    const left = Number(/\d+/.exec(await rest.innerText())?.[0]);
    expect(left).toBeGreaterThan(100);
    await expect.poll(() => counted('未核验')).toBe(String(left));
    await rest.click();
    await go(page, '#/settings');
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor();
    await go(page, '#/verify');
    await allVerified();
    await expect
      .poll(() => Promise.all(['未信任', '已被改动', '读不了'].map(counted)))
      .toEqual([String(FIRM + OTHER), String(TAMPERED), String(PLAIN)]);
    expect(calls()).toBeGreaterThanOrEqual(200); // each is the host's work, none the page's own
  });

  it('show the heavy ones first, by keys too', async () => {
    const first = page.getByRole('grid').getByRole('row').nth(1);
    await expect.poll(() => first.innerText()).toContain('已被改动');
    await page.getByRole('grid').focus();
    await page.keyboard.press('4');
    await page.keyboard.press('5');
    await expect.poll(() => page.locator('.result-counts [aria-pressed=true]').innerText()).toContain('已被改动');
    await page.keyboard.press('1');
    await page.getByRole('searchbox').fill('通达_7.pdf');
    await expect.poll(() => page.getByRole('grid').getByRole('row').count()).toBe(2); // the head and one
    await page.getByRole('searchbox').fill('');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('turn by one decision for all of a signer, which can be taken back; what was changed does not', async () => {
    const trust = async (signer: string, count: number): Promise<void> => {
      const group = page.locator('.signer-group', { hasText: signer });
      await group.getByRole('button', { name: `指纹一致，信任并重验 ${count} 份` }).click();
      await page.getByText(/已核验 \d+ \/ 200 份/).waitFor();
      await allVerified();
    };
    await trust('恒升电梯工程有限公司', FIRM);
    await expect
      .poll(() => Promise.all(['有效', '未信任', '已被改动'].map(counted)))
      .toEqual([String(FIRM), String(OTHER), String(TAMPERED)]);
    await trust('=通达机电', OTHER);
    await go(page, '#/');
    await go(page, '#/verify');
    await expect.poll(() => counted('有效')).toBe(String(FIRM + OTHER));
    const other = page.locator('.signer-group', { hasText: '=通达机电' });
    await other.getByRole('button', { name: '撤销信任' }).click();
    await page.getByText(/已核验 \d+ \/ 200 份/).waitFor();
    await allVerified();
    await expect.poll(() => Promise.all(['有效', '未信任'].map(counted))).toEqual([String(FIRM), String(OTHER)]);
  });

  it('are saved as a table with digest and result of each, in which no cell runs as a formula', async () => {
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    const path = await (await download).path();
    const text = readFileSync(path, 'utf8');
    const rows = text.split('\r\n').filter((line) => /,"?sha256:[0-9a-f]{64}"?$/.test(line));
    expect(rows).toHaveLength(200);
    expect(text).toContain(`'=通达机电`);
    expect(text).toContain(`'-改过_0.pdf`);
    expect(text).not.toMatch(/(?:^|,)"?[=+@]/m);
    expect(app.faults).toEqual([]);
  });
});
