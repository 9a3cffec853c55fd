import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go, judgeFrom, written } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const NO = '梯11浙A12014(04)';
const ELEVATORS = `registration_no,kind,area,accepted_on,in_service_on\n${NO},3110,城区,2019-05-01,2019-06-01\n`;
const VISITS = `registration_no,date,task\n${NO},2026-11-10,年度\n`;
const CALLOUTS =
  'registration_no,kind,报告时间,派遣时间,到达时间,原因分类\n' +
  `${NO},困人,2026/9/3 8:05,2026/9/3 8:10,2026/9/3 8:50,门系统\n${NO},故障,2026-10-03 08:05,,2026-10-03 08:31,雷击\n`;

describe('call-outs and inspections, in a browser', () => {
  const app = new LoopbackApp();
  const scratch = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-callouts-'));
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
  });
  afterAll(async () => {
    await app.end();
    rmSync(scratch, { recursive: true, force: true });
  });

  const closed = () => page.getByRole('dialog').waitFor({ state: 'detached' });

  it('a table of call-outs is imported beside the others', async () => {
    await go(page, '#/import');
    await page.setInputFiles('input[type=file]', [
      written(scratch, 'elevators.csv', ELEVATORS),
      written(scratch, 'visits.csv', VISITS),
      written(scratch, 'callouts.csv', CALLOUTS),
    ]);
    await page.getByText('另新增 2 次故障或困人').waitFor();
    await judgeFrom(page, 'proposed');
    await page.keyboard.press('Control+Enter');
    await page.getByText('另有 2 次故障或困人').waitFor();
  });

  it('an arrival past the limit is late, with its minutes and clause', async () => {
    const asOf = page.getByLabel('截至日期');
    await asOf.fill('2026-11-23'); // the host's own clock decides what is today
    await asOf.press('Enter');
    await go(page, `#/elevator/${encodeURIComponent(NO)}`);
    const line = page.getByRole('row', { name: /2026-09-03 08:05 困人/ });
    await line.waitFor();
    await expect.poll(() => line.innerText()).toContain('40 分钟到场，期限 30 分钟，超 10 分钟');
    await expect.poll(() => line.innerText()).toContain('TSG T5002-2017');
    await expect.poll(() => page.getByRole('row', { name: /2026-10-03 08:05 故障/ }).innerText()).toContain('26 分钟');
  });

  it('a call-out is recorded by keyboard alone, wrong times told in place', async () => {
    await page.keyboard.press('f');
    await page.getByRole('dialog', { name: '记故障困人' }).waitFor();
    for (const text of ['2026/11/5 8:05', '0807', '0825', '0820']) {
      await page.keyboard.type(text);
      if (text !== '0820') await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: '早于前一个时间' }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('0841');
    await page.getByText('18 分钟到场，期限 30 分钟').waitFor();
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.getByRole('row', { name: /2026-11-05 08:05.*困人.*08:07 08:25 08:41/ }).waitFor();
  });

  it('it is corrected and withdrawn with a reason, and both stay to be seen', async () => {
    await page.getByRole('button', { name: '2026-11-05 08:05' }).click();
    const open = () => page.getByRole('button', { name: '更正或撤回' }).first().click();
    await open();
    await page.getByLabel('受伤人数').fill('1');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: '要写理由' }).waitFor();
    await page.getByLabel('理由').fill('医院回告');
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.getByText('理由：医院回告').waitFor();
    await open();
    await page.getByLabel('理由').fill('记在别台');
    await page.getByRole('button', { name: '撤回这次记录' }).click();
    await closed();
    await page.getByText('理由：记在别台').waitFor();
    await page.getByText('近12个月：故障 1，困人 1').waitFor();
  });

  it('an inspection is recorded with the names of the pack, and corrected', async () => {
    await page.keyboard.press('i');
    const dialog = page.getByRole('dialog', { name: '记检验、试验或检查' });
    await dialog.getByLabel('类别').selectOption({ label: '限速器动作速度校验' });
    await dialog.getByLabel('日期').fill('2026.11.2');
    await dialog.getByLabel('报告编号').fill('GV-7');
    await dialog.getByLabel('补录原因').fill('报告后到');
    await page.keyboard.press('Control+Enter');
    await closed();
    const line = page.getByRole('row', { name: /限速器动作速度校验.*GV-7/ });
    await line.getByRole('button', { name: '2026-11-02' }).click();
    await page.getByLabel('结论').selectOption({ label: '不合格' });
    await page.getByLabel('理由').fill('报告更正');
    await page.keyboard.press('Control+Enter');
    await closed();
    await page.getByText('理由：报告更正').waitFor();
    await expect.poll(() => line.innerText()).toContain('不合格');
  });

  it('the months of the fleet are found by the name of their page', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('故障与困人');
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /每月故障与困人柱状图/ }).waitFor();
    await page.getByText(/故障与困人 2 次，其中故障 1、困人 1；.*困人到场超时 1 次/).waitFor();
    await page.getByRole('row', { name: /^2026-09 1 0 1 0 1 0 40 40$/ }).waitFor();
    await page.getByRole('heading', { name: '要看的困人' }).waitFor();
    await page.keyboard.press('d');
    await expect.poll(() => page.getByRole('button', { name: '近24个月' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('link', { name: NO }).click();
    await page.getByRole('heading', { name: '故障与困人' }).waitFor();
  });

  it.each(['#/callouts', `#/elevator/${encodeURIComponent(NO)}`, `#/elevator/${encodeURIComponent(NO)}/correct`])(
    'axe finds no WCAG A or AA violation on %s',
    async (hash) => {
      await go(page, hash);
      await page.locator('h1').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
    },
  );

  it('nothing left the machine and no page complained', () => {
    expect(app.faults).toEqual([]);
  });
});
