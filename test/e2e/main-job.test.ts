import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDayIn } from '../../electron/host/local-time';
import { go, judgeFrom, leaveWordsAsked, makeCertificate } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { tabTo } from '../support/keyboard';
import { keptDrafts } from '../support/kept-drafts';
import { LoopbackApp } from '../support/loopback-app';
import { preflight, pdfsig, trustingNssDatabase } from '../support/pdf/outside-tools';

const samples = join(import.meta.dirname, '..', 'fixtures', 'samples');
const FILES = ['register.xlsx', 'visits-2025.csv', 'visits-2026.csv', 'outages.csv', 'inspections.csv'];
const REGISTRATION_NO = '梯11浙A12014(04)';
const PASSPHRASE = '翠柏苑-e2e-口令-7';

/** The day the samples end on; the host's own clock decides what is today, so the page is told to judge that day. */
const AS_OF = '2026-11-23';

describe('the main job, in a browser, from an empty profile', () => {
  const app = new LoopbackApp();
  const scratch = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-files-'));
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
  });
  afterAll(async () => {
    await app.end();
    rmSync(scratch, { recursive: true, force: true });
  });

  const judgeSampleDay = async (): Promise<void> => {
    const asOf = page.getByLabel('截至日期');
    await asOf.fill(AS_OF);
    await asOf.press('Enter');
  };

  it('an empty fleet says what belongs here and how to fill it', async () => {
    await page.getByText('这里是电梯台账').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '导入台账' }).isVisible()).toBe(true);
  });

  it('the organisation is named and a signing identity made', async () => {
    await go(page, '#/settings');
    await page.getByLabel('单位名称').fill('绿源物业服务有限公司');
    await page.getByLabel('单位简称').fill('绿源梯审');
    await page.getByLabel('姓名', { exact: true }).fill('孙丽华');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存').waitFor();
    await makeCertificate(page, PASSPHRASE);
  });

  it('spreadsheets as people keep them are tried, seen and written', async () => {
    await go(page, '#/import');
    await page.setInputFiles(
      'input[type=file]',
      FILES.map((name) => join(samples, name)),
    );
    await leaveWordsAsked(page);
    await page.getByRole('heading', { name: '拒收 9 行' }).waitFor();
    await judgeFrom(page, 'proposed');
    await expect.poll(() => page.getByText('台账中没有这台电梯').first().isVisible()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('已写入：37 台电梯、1965 次维保、3 次停用、284 次检验。').waitFor();
    await page.getByText('请说明本机为哪些电梯保存检验记录').waitFor();
  });

  it('the fleet shows at once which elevators are outside the law', async () => {
    await go(page, '#/');
    await judgeSampleDay();
    await page.getByRole('button', { name: /不合规 6/ }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /曾超期 1/ }).count()).toBe(1);
    await expect.poll(() => page.getByRole('button', { name: /^合规 4/ }).count()).toBe(1);
  });

  it('two days are compared by keyboard alone, and the choice outlives a reload', async () => {
    await judgeSampleDay();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('对比');
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: '判定不同的电梯' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /：对比$/ }).waitFor();
    await page.getByText(/^结论：截至2026年11月23日为不合规；截至2025年11月23日为/).waitFor();
    await tabTo(page, /^这台电梯/);
    await page.keyboard.press('Tab'); // the rule pack of the left side
    await page.keyboard.press('Tab'); // its day
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2026.6.1');
    await page.keyboard.press('Tab');
    const lastDone = (days: RegExp) => page.getByText(days).first();
    await lastDone(/^最近一次：截至2026年6月1日为.*；截至2025年11月23日为/).waitFor();
    await page.keyboard.press('x');
    await lastDone(/^最近一次：截至2025年11月23日为.*；截至2026年6月1日为/).waitFor();
    await page.reload();
    await lastDone(/^最近一次：截至2025年11月23日为.*；截至2026年6月1日为/).waitFor();
  });

  it('importing the same files again says that nothing is new', async () => {
    await go(page, '#/import');
    await page.setInputFiles(
      'input[type=file]',
      FILES.map((name) => join(samples, name)),
    );
    await leaveWordsAsked(page);
    await page.getByText('其余的行都已在记录中').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '写入', exact: true }).isDisabled()).toBe(true);
  });

  it('a visit is logged by keyboard alone', async () => {
    await go(page, '#/');
    await page.getByRole('grid').waitFor();
    const asOf = page.getByLabel('截至日期'); // a visit of today is in time, whatever day the tests run on
    await asOf.fill(civilDayIn('Asia/Shanghai', new Date()));
    await asOf.press('Enter');
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('A12014');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: '登记维保' }).waitFor();
    await page.getByText('附件A').first().waitFor();
    await page.keyboard.press('a');
    await page.getByText('已一键记为正常 30 项；还有 1 项须单独作答：要填实测值 1 项。').waitFor();
    await page.keyboard.press('y');
    await page.keyboard.type('8.5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+1');
    await tabTo(page, /^开始时间/);
    await page.keyboard.type('0905');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0950');
    await page.keyboard.press('Control+Enter');
    await expectOnRecord(page, '09:05–09:50');
  });

  it('on a yearly visit the key for the rest leaves the five that ask, and goes to the first of them', async () => {
    await go(page, `#/visit/${encodeURIComponent('梯11浙A12028(04)')}`);
    await page.getByText('附件A').first().waitFor();
    await page.keyboard.press('4');
    await page.keyboard.press('a');
    await page.getByText('已一键记为正常 71 项；还有 5 项须单独作答：要填实测值 2 项、试验或校验 3 项。').waitFor();
    await page.getByText('检查项目：逐项作答 0 项，一键记为正常 71 项，未填 5 项').waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-item]')?.getAttribute('data-item'));
    await expect.poll(focused).toBe('A-4.5');
    const marked = (item: string) => page.locator(`[data-item="${item}"] [aria-checked="true"]`).count();
    const items = ['A-1.29', 'A-4.5', 'A-4.6', 'A-4.7', 'A-4.8'];
    await expect.poll(() => Promise.all(items.map(marked))).toEqual([0, 0, 0, 0, 0]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('还有 5 项没有填').waitFor();
    await page.getByRole('button', { name: '放弃草稿' }).click();
    await page.waitForFunction(() => location.hash.startsWith('#/elevator/'));
  });

  it('it tells what was set by itself and at once, and is corrected with a reason, the old value beside the new', async () => {
    await go(page, `#/elevator/${encodeURIComponent(REGISTRATION_NO)}`);
    await page
      .getByRole('row', { name: /09:05–09:50/ })
      .getByRole('button')
      .first()
      .click();
    await page.getByText('逐项作答 1 项，用“其余全部正常”一键记为正常 30 项。').waitFor();
    await page.getByRole('button', { name: '更正', exact: true }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('结束时间').fill('10:10');
    await dialog.getByLabel('理由').fill('录入笔误');
    await page.keyboard.press('Control+Enter');
    await expectOnRecord(page, '09:05–10:10');
    await page.getByText('录入笔误').first().waitFor();
  });

  let reportFile = '';
  it('a signed report is made with progress and saved', async () => {
    await go(page, `#/elevator/${encodeURIComponent('梯11浙A12056(04)')}`);
    await page.getByRole('heading', { name: /4幢B梯/ }).waitFor();
    await judgeSampleDay(); // lapsed on that day, late some days after it
    await page.keyboard.press('p');
    await page.getByLabel('证书口令').fill(PASSPHRASE);
    await page.getByRole('button', { name: '出具并签名' }).click();
    await page.getByText(/已出具 绿源梯审〔\d{4}〕合字第[0-9A-F]{8}-0001号/).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '另存 PDF' }).first().click();
    reportFile = join(scratch, 'report.pdf');
    await (await download).saveAs(reportFile);
    expect(readFileSync(reportFile).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('a wrong passphrase is said in words and makes nothing', async () => {
    await page.getByLabel('证书口令').fill('not the passphrase');
    await page.getByRole('button', { name: '出具并签名' }).click();
    await page.getByText('口令不对').waitFor();
    expect(readdirSync(join(app.profileDir, 'reports')).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
  });

  it('outside tools find the report intact, signed over every byte, and made to PDF/A', async () => {
    await go(page, '#/settings');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '存证书 .pem' }).click();
    const certificate = join(scratch, 'signer.pem');
    await (await download).saveAs(certificate);
    const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8' });
    const signed = pdfsig(reportFile, trustingNssDatabase(scratch, readFileSync(certificate, 'utf8')));
    expect(signed).toContain('Signature Type: ETSI.CAdES.detached');
    expect(signed).toContain('Total document signed');
    expect(signed).toContain('Signature is Valid');
    expect(signed).toContain('Certificate is Trusted');
    expect(run('qpdf', '--check', reportFile)).toContain('No syntax or stream encoding errors found');
    for (const line of run('pdffonts', reportFile)
      .split('\n')
      .slice(2)
      .filter((text) => text !== ''))
      expect(line).toMatch(/yes yes yes/);
    expect(run('pdfinfo', reportFile)).toMatch(/Tagged:\s+yes/);
    run('pdfdetach', '-save', '1', '-o', join(scratch, 'evidence.json'), reportFile);
    const evidence = JSON.parse(readFileSync(join(scratch, 'evidence.json'), 'utf8')) as {
      audit: { verdict: string };
      sources: { file: string }[];
    };
    expect(evidence.audit.verdict).toBe('lapsed');
    expect(evidence.sources.map(({ file }) => file)).toEqual(FILES);
    expect(preflight(reportFile)).toEqual([]);
  });

  it('the report is verified: untrusted first, valid once its certificate is trusted, tampered when a byte changes', async () => {
    await go(page, '#/verify');
    await page.locator('input[type=file][accept*=".pdf"]').setInputFiles(reportFile);
    await page.getByRole('heading', { name: '内容完好，签名人尚未受信任' }).waitFor();
    await page.locator('input[type=file][accept*=".pem"]').setInputFiles(join(scratch, 'signer.pem'));
    await page.getByText('绿源物业服务有限公司').first().waitFor();
    await page.locator('input[type=file][accept*=".pdf"]').setInputFiles(reportFile);
    await page.getByRole('heading', { name: '内容完好，签名人可信' }).waitFor();
    const bytes = readFileSync(reportFile);
    bytes[2000] = bytes[2000]! ^ 1;
    writeFileSync(join(scratch, 'changed.pdf'), bytes);
    await page.locator('input[type=file][accept*=".pdf"]').setInputFiles(join(scratch, 'changed.pdf'));
    await page.getByRole('heading', { name: '已被改动' }).waitFor();
  });

  it('a draft survives the browser being closed under it', async () => {
    await go(page, `#/visit/${encodeURIComponent(REGISTRATION_NO)}`);
    await page.getByText('附件A').first().waitFor();
    await expect.poll(() => page.getByText('已恢复').count()).toBe(0); // nothing is left of the visit that was saved
    await page.getByLabel('备注').fill('半张草稿');
    await expect.poll(() => keptDrafts(page)).toContain('半张草稿');
    await app.closeBrowser();
    page = await app.openPage();
    await go(page, `#/visit/${encodeURIComponent(REGISTRATION_NO)}`);
    await page.getByText('附件A').first().waitFor();
    await expect.poll(() => page.getByLabel('备注').inputValue()).toBe('半张草稿');
  });

  it('after a kill and a new start everything is found again', async () => {
    await app.closeBrowser();
    await app.stopHost('SIGKILL');
    await app.startHost();
    page = await app.openPage();
    await judgeSampleDay();
    await page.getByRole('button', { name: /不合规 6/ }).waitFor();
    await go(page, `#/elevator/${encodeURIComponent(REGISTRATION_NO)}`);
    await expectOnRecord(page, '09:05–10:10');
    await go(page, '#/reports');
    await page
      .getByText(/绿源梯审〔\d{4}〕合字第[0-9A-F]{8}-0001号/)
      .first()
      .waitFor();
  });

  it('a read model that is lost is built again from the journal', async () => {
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
    });
    await page.reload();
    await go(page, '#/');
    await judgeSampleDay();
    await page.getByRole('button', { name: /不合规 6/ }).waitFor();
  });

  it('every key of a page is one key away, and none of them acts behind that list', async () => {
    await go(page, '#/');
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: '全部按键' });
    await expect.poll(() => list.getByText('登记维保').isVisible()).toBe(true);
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.keyboard.press('f');
    await expect.poll(() => page.getByLabel('区县').evaluate((box) => box === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toBe('#/');
  });

  it('the system turning dark while the application is open turns the application dark', async () => {
    await page.locator('html[data-theme=light]').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme=dark]').waitFor();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('html[data-theme=light]').waitFor();
  });

  it('English is one switch away', async () => {
    await page.getByRole('button', { name: 'EN' }).click();
    await page.getByRole('heading', { name: 'Fleet' }).waitFor();
    await page.getByRole('button', { name: /non-compliant 6/i }).waitFor();
  });

  it.each([
    '#/',
    `#/elevator/${encodeURIComponent(REGISTRATION_NO)}`,
    '#/visit',
    '#/import',
    '#/reports',
    '#/verify',
    '#/compare',
    `#/compare/${encodeURIComponent('梯11浙A12028(04)')}`,
    '#/packs',
    '#/packs/cn',
    '#/settings',
    '#/register',
  ])('axe finds no WCAG A or AA violation on %s', async (hash) => {
    await go(page, hash);
    await page.locator('h1').first().waitFor();
    const violations = await violationsOf(page);
    expect(violations).toEqual([]);
  });

  it('nothing left the machine and no page complained', () => {
    expect(app.faults).toEqual([]);
  });
});

async function expectOnRecord(page: Page, times: string): Promise<void> {
  await page
    .getByRole('row', { name: new RegExp(times) })
    .first()
    .waitFor();
}
