import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go, judgeFrom, written } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { keptDrafts } from '../support/kept-drafts';
import { LoopbackApp } from '../support/loopback-app';

const OLD = '梯11浙A12014(04)';
const OLDER = '梯11浙A12028(04)';
const NEW = '梯11浙A12056(19)';
const ELEVATORS =
  'registration_no,kind,address,internal_no,accepted_on,in_service_on\n' +
  `${OLD},3110,翠柏路18号翠柏苑,1幢A梯,2008-05-01,2008-06-01\n` +
  `${OLDER},3110,翠柏路18号翠柏苑,2幢B梯,2004-08-22,2004-08-30\n` +
  `${NEW},3110,翠柏路18号翠柏苑,3幢A梯,2019-05-01,2019-06-01\n`;

describe('old elevators, in a browser, by keyboard', () => {
  const app = new LoopbackApp();
  const scratch = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-old-'));
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
  });
  afterAll(async () => {
    await app.end();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('elevators of three ages are imported', async () => {
    await go(page, '#/import');
    await page.setInputFiles('input[type=file]', [written(scratch, 'elevators.csv', ELEVATORS)]);
    await page.getByText(/新增 3 台电梯/).waitFor();
    await judgeFrom(page, 'in-service');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/已写入：3 台电梯/).waitFor();
  });

  it('the stock ranks the old ones, the older first, and its first opens with Enter', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('老旧排序');
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: '老旧电梯排序' }).waitFor();
    const rows = page.getByRole('row');
    await expect.poll(() => rows.count()).toBe(3);
    await expect.poll(() => rows.nth(1).innerText()).toContain(OLDER);
    await expect.poll(() => rows.nth(2).innerText()).toContain(OLD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '年限与参数' }).waitFor();
    await page.getByText(/老旧 22 年/).waitFor();
  });

  it('an assessment goes through its items by key, and a draft outlives a crash', async () => {
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: '评估项目' }).waitFor();
    await page.keyboard.press('y');
    await page.keyboard.press('n');
    await page.keyboard.type('减速箱漏油，油位低于下限');
    await expect.poll(() => keptDrafts(page)).toContain('减速箱漏油，油位低于下限');
    await page.reload();
    await page.getByText(/已恢复/).waitFor();
    await page.getByRole('button', { name: '继续填' }).click();
    await page.getByText(/未填 54，发现 1，转隐患 0/).waitFor();
  });

  it('one key turns the finding into a hazard; what is missing is told before anything is written', async () => {
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: '2 减速箱的状况' }).waitFor();
    await page.keyboard.press('h');
    await page.getByText(/发现 1，转隐患 1/).waitFor();
    await page.getByRole('button', { name: '1C', exact: false }).first().click();
    await page.getByLabel('1C 的理由').fill('断轴');
    await page.getByLabel('估价（元）').fill('3.8万');
    await page.locator('h1').click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: '没有填好' }).waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('a'); // all but what is measured, which is answered by its own key
    await page.getByText(/未填 1，发现 1，转隐患 1/).waitFor();
    await page.getByRole('button', { name: /限速器校验与制动试验/ }).click();
    await page.keyboard.press('y');
    await page.getByLabel('评估机构').fill('浙江省特科院');
    await page.getByLabel('评估人员').fill('张三、李四');
    await page.getByRole('button', { name: '修理' }).click();
    await page.getByLabel('理由', { exact: true }).fill('减速箱须修理');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '年限与参数' }).waitFor();
  });

  it('the passport shows the assessment, its hazard and the points that come from it', async () => {
    await page.getByText('减速箱漏油，油位低于下限').waitFor();
    await page.getByText('减速箱须修理').waitFor();
    const score = page.getByRole('row', { name: /^隐患 30 分/ });
    await score.waitFor();
    await score.getByRole('button').first().click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('减速箱漏油');
  });

  it('an assessment entered by mistake is withdrawn with a reason, and stays to be seen', async () => {
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /撤回 .* 的安全评估/ });
    await dialog.waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('要写理由').waitFor();
    await page.keyboard.type('评估报告编号录错');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('已撤回').waitFor();
    await page.getByText('评估报告编号录错').waitFor();
  });

  it('with a budget, those that it pays for come first; a cost is typed in place', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('grid', { name: '老旧电梯排序' }).waitFor();
    await page.keyboard.press('b');
    await page.keyboard.type('4万');
    await page.keyboard.press('Enter');
    await page.getByText(/先做 1 台，用 38.000 元，余 2.000 元/).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.keyboard.type('2000');
    await page.keyboard.press('Enter');
    await page.getByText(/请重排/).waitFor();
    await page.keyboard.press('b');
    await page.keyboard.press('Enter');
    await page.getByText(/先做 2 台，用 40.000 元，余 0 元/).waitFor();
  });

  it('a policy over two elevators is recorded, its end seen, and a claim made under it', async () => {
    await go(page, '#/insurance');
    await page.getByText('还没有保单').waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('保险人').fill('人保财险');
    await page.getByLabel('保单号').fill('PZ-2025');
    await page.getByLabel('保障').fill('责任险');
    await page.getByLabel('起期').fill('2025/3/1');
    await page.getByLabel('止期').fill('2026/2/28');
    await page.getByRole('checkbox', { name: `选中 ${OLD}` }).check();
    await page.getByRole('checkbox', { name: `选中 ${OLDER}` }).check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /断保 2/ }).waitFor();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('哪一台').selectOption(OLD);
    await dialog.getByLabel('事由').fill('进水');
    await dialog.getByLabel('出险日期').fill('2025-07-02');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /2025-07-02.*进水.*已报案/ }).waitFor();
  });

  it.each([
    ['zh-CN', '#/stock'],
    ['zh-CN', `#/stock/${encodeURIComponent(OLDER)}`],
    ['zh-CN', `#/assess/${encodeURIComponent(OLD)}`],
    ['zh-CN', '#/insurance'],
    ['en', '#/stock'],
    ['en', `#/stock/${encodeURIComponent(OLDER)}`],
    ['en', `#/assess/${encodeURIComponent(OLD)}`],
    ['en', '#/insurance'],
  ])('axe finds no WCAG A or AA violation, %s %s', async (locale, hash) => {
    await page.getByRole('button', { name: locale === 'en' ? 'EN' : '中文', exact: true }).click();
    await go(page, hash);
    await page.locator('h1').first().waitFor();
    const violations = await violationsOf(page);
    expect(violations).toEqual([]);
  });

  it('nothing left the machine and no page complained', () => {
    expect(app.faults).toEqual([]);
  });
});
