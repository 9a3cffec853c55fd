import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go, judgeFrom, makeCertificate, written } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { choose, tabTo, typeInto } from '../support/keyboard';
import { LoopbackApp } from '../support/loopback-app';
import { colourPng } from '../support/pdf/pictures';

const NO = '梯11浙A12028(04)';
const ELEVATORS =
  'registration_no,kind,address,internal_no,user_unit,maintainer,accepted_on,in_service_on\n' +
  `${NO},3110,翠柏路18号翠柏苑,2幢B梯,翠柏苑业主委员会,恒升电梯工程有限公司,2004-08-22,2004-08-30\n`;
const PASSPHRASE = '翠柏苑-隐患-口令-9';
const OTHERS = ['王海', '陈立新'] as const;

describe('a severe hazard from finding to return to use, by keyboard', () => {
  const app = new LoopbackApp();
  const scratch = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-hazards-'));
  let page: Page;
  let hazardHash = '';

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await go(page, '#/import');
    await page.setInputFiles('input[type=file]', [written(scratch, 'elevators.csv', ELEVATORS)]);
    await page
      .getByText(/新增 1 台/)
      .first()
      .waitFor();
    await judgeFrom(page, 'in-service');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/已写入：1 台电梯/).waitFor();
    await go(page, '#/settings');
    await makeCertificate(page, PASSPHRASE);
  });
  afterAll(async () => {
    await app.end();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** Opens the next step with its key once the page proposes it. */
  const next = async (said: string): Promise<void> => {
    await page.locator('.steps-panel button').first().filter({ hasText: said }).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: `YH-01 ${said}` }).waitFor();
  };
  const save = async (): Promise<void> => {
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  /** Another step than the proposed one, reached with Tab. */
  const take = async (step: string): Promise<void> => {
    await tabTo(page, new RegExp(`^${step}`));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: `YH-01 ${step}` }).waitFor();
  };
  /** Awaits the number of this very paper: that of the one before stands there until then. */
  const signPaper = async (kind: string, number: RegExp): Promise<void> => {
    await choose(page, '种类', kind);
    await typeInto(page, '证书口令', PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: number }).waitFor();
  };
  /** Keys belong to the page that is shown, so the board is awaited before the first one. */
  const openBoard = async (): Promise<void> => {
    await go(page, '#/hazards');
    await page.getByRole('heading', { name: '隐患', exact: true, level: 1 }).waitFor();
  };

  it('is recorded from the board, and what is missing is told first', async () => {
    await openBoard();
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: '记隐患' });
    await dialog.waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('要填写').first().waitFor();
    await tabTo(page, /^电梯/);
    await page.keyboard.insertText('12028');
    await page.keyboard.press('Enter');
    await typeInto(page, /^发现人/, OTHERS[0]);
    await choose(page, /^部位/, '门锁');
    await typeInto(page, /^位置/, '2层层门');
    await typeInto(page, /^隐患描述/, '门锁啮合长度实测5.5 mm，不足7 mm');
    await choose(page, /^严重事故隐患/, '安全附件');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /门锁啮合长度/ }).waitFor();
  });

  it('is stopped, told and reported, each with its signed paper', async () => {
    await next('停用');
    await typeInto(page, /经办/, OTHERS[0]);
    await save();
    await signPaper('告知书', /〔\d{4}〕告字/);
    await take('告知使用单位');
    await typeInto(page, /经办/, OTHERS[0]);
    await save();
    await signPaper('严重隐患', /〔\d{4}〕报字/);
    await take('报告监管部门');
    await typeInto(page, '报告对象', '拱墅区市场监督管理局');
    await typeInto(page, /经办/, OTHERS[0]);
    await save();
    await page.getByText('拱墅区市场监督管理局').first().waitFor();
  });

  it('has its papers in the list of papers, each leading back to it', async () => {
    const path = await page.evaluate(() => location.hash);
    await go(page, '#/reports');
    const notice = page.getByRole('row', { name: /〔\d{4}〕告字/ });
    await notice.getByRole('link', { name: 'YH-01', exact: true }).press('Enter');
    await page.getByRole('heading', { name: /门锁啮合长度/ }).waitFor();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(path);
  });

  it('is rectified with a document and a photo as evidence', async () => {
    await next('开始整改');
    await typeInto(page, /经办/, OTHERS[0]);
    await save();
    await next('整改完成');
    await typeInto(page, '整改内容', '更换2层层门锁组件');
    await typeInto(page, /整改人/, OTHERS[0]);
    await typeInto(page, '见证材料', '更换件凭证 HS-2210');
    writeFileSync(
      join(scratch, 'lock.png'),
      colourPng(64, 48, (x, y) => [x * 4, y * 5, 60]),
    );
    await page.setInputFiles('dialog input[type=file]', [join(scratch, 'lock.png')]);
    await page.getByRole('dialog').getByRole('img').first().waitFor();
    await save();
  });

  it('is not re-checked by who did the work, and the reason is told in words', async () => {
    await next('复查');
    await typeInto(page, /复查人/, OTHERS[0]);
    await typeInto(page, '见证材料', '测量表1');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: /整改/ }).waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
    await typeInto(page, /复查人/, OTHERS[1]);
    await save();
  });

  it('is closed after the re-check and given back to use', async () => {
    await next('销号');
    await typeInto(page, /经办/, OTHERS[1]);
    await save();
    await take('恢复使用');
    await typeInto(page, /经办/, OTHERS[1]);
    await save();
    await page.getByText('销号').first().waitFor();
  });

  it('stands with its whole life after the program and the browser were ended', async () => {
    await app.closeBrowser();
    await app.stopHost('SIGKILL');
    await app.startHost();
    page = await app.openPage();
    await openBoard();
    await page
      .getByText(/门锁啮合长度/)
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /门锁啮合长度/ }).waitFor();
    hazardHash = await page.evaluate(() => location.hash);
    const life = page.locator('main');
    for (const step of ['停用', '告知使用单位', '报告监管部门', '开始整改', '整改完成', '复查', '销号', '恢复使用'])
      await expect.poll(() => life.innerText()).toContain(step);
    await expect.poll(() => life.innerText()).toContain('更换件凭证 HS-2210');
    const journal = readFileSync(join(app.profileDir, 'journal', 'journal.ndjson'), 'utf8');
    expect(journal.match(/"type":"hazard-advanced"/g)).toHaveLength(8);
    expect(journal.match(/"type":"report-signed"/g)).toHaveLength(2);
    expect(journal.match(/"endsOutage":\{/g)).toHaveLength(1);
    expect(journal).not.toContain(PASSPHRASE);
  });

  it('goes over to a new maintainer with the correction that names it, never silently', async () => {
    await openBoard();
    await page.keyboard.press('n');
    await page.getByRole('dialog', { name: '记隐患' }).waitFor();
    await tabTo(page, /^电梯/);
    await page.keyboard.insertText('12028');
    await page.keyboard.press('Enter');
    await typeInto(page, /^发现人/, OTHERS[0]);
    await choose(page, /^部位/, '制动器');
    await typeInto(page, /^隐患描述/, '制动器衬片磨损到限');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /制动器衬片/ }).waitFor();
    await go(page, `#/elevator/${encodeURIComponent(NO)}/correct`);
    await page.getByRole('heading', { name: '更正登记' }).waitFor();
    await typeInto(page, /^维保单位/, '通达机电设备有限公司');
    await page.getByText('同时移交这台电梯未销号的 1 项隐患').waitFor();
    await typeInto(page, /^移交经办人/, OTHERS[1]);
    await typeInto(page, /^理由|^更正理由/, '维保合同换签');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '翠柏路18号翠柏苑 2幢B梯' }).waitFor();
    const journal = readFileSync(join(app.profileDir, 'journal', 'journal.ndjson'), 'utf8');
    const entry = journal.split('\n').find((line) => line.includes('"type":"elevator-corrected"'));
    expect(entry).toMatch(/"act":"transfer".*"unit":"通达机电设备有限公司"/); // one entry: neither stands alone
  });

  it('is filtered by keys: a group that nobody estimated empties the board, Escape brings it back', async () => {
    await openBoard();
    const cards = page.locator('[data-hazard]');
    await cards.first().waitFor();
    const all = await cards.count();
    expect(all).toBeGreaterThan(1);
    await page.keyboard.press('1');
    await page.getByText('没有符合当前筛选的隐患。').waitFor();
    await expect.poll(() => cards.count()).toBe(0);
    await expect.poll(() => page.locator('button.choice[aria-pressed=true]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await cards.first().waitFor();
    await expect.poll(() => cards.count()).toBe(all);
    await tabTo(page, /翠柏苑\d*$/);
    await page.keyboard.press('Enter');
    await page.locator('button.choice[aria-pressed=true]').waitFor();
    await expect.poll(() => cards.count()).toBe(all);
    await page.keyboard.press('Escape');
    await page.locator('button.choice[aria-pressed=true]').waitFor({ state: 'detached' });
  });

  it.each([
    ['zh-CN', false],
    ['zh-CN', true],
    ['en', false],
    ['en', true],
  ])('axe finds no WCAG A or AA violation, %s, one hazard: %s', async (locale, one) => {
    await page.getByRole('button', { name: locale === 'en' ? 'EN' : '中文', exact: true }).click();
    await go(page, one ? hazardHash : '#/hazards');
    const shown = one ? page.getByRole('heading', { name: /门锁啮合长度/ }) : page.getByText(/门锁啮合长度/);
    await shown.first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('nothing left the machine and no page complained', () => {
    expect(app.faults).toEqual([]);
  });
});
