import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go, written } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

/** As of 2026-09-28, a Monday before the National Day holiday. */
const ELEVATORS = [
  'registration_no,kind,address,internal_no,accepted_on,records_from,maintainer',
  '梯11浙A12070(04),3110,翠柏路18号翠柏苑,5幢B梯,2019-05-01,2026-08-01,恒升电梯工程有限公司',
  '梯11浙A12014(04),3110,翠柏路18号翠柏苑,1幢B梯,2019-05-01,2026-08-01,恒升电梯工程有限公司',
  '梯11浙A12188(09),3110,湖墅南路356号听潮里,3幢A梯,2019-05-01,2026-08-01,恒升电梯工程有限公司',
].join('\n');
const VISITS = [
  'registration_no,date,task,technicians',
  '梯11浙A12070(04),2026-09-11,年度,赵志强;周伟',
  '梯11浙A12014(04),2026-09-16,年度,赵志强;周伟',
  '梯11浙A12188(09),2026-09-18,年度,李明;张建国',
].join('\n');
const INSPECTIONS = 'registration_no,date,kind,result\n梯11浙A12014(04),2025-10-20,定期检验,合格\n';

describe('the plan of visits, in a browser', () => {
  const app = new LoopbackApp();
  const scratch = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-plan-'));
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await go(page, '#/import');
    await page.setInputFiles('input[type=file]', [
      written(scratch, 'elevators.csv', ELEVATORS),
      written(scratch, 'visits.csv', VISITS),
      written(scratch, 'inspections.csv', INSPECTIONS),
    ]);
    await page.getByText('新增 3 台').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: /台账/ }).first().waitFor();
    const asOf = page.getByLabel('截至日期');
    await asOf.fill('2026-09-28');
    await asOf.press('Enter');
  });
  afterAll(async () => {
    await app.end();
    rmSync(scratch, { recursive: true, force: true });
  });

  const rowOf = (no: string) => page.getByRole('row').filter({ hasText: no });

  it('sends a crew where something is overdue, and takes along who may be visited there', async () => {
    await go(page, '#/plan');
    await rowOf('梯11浙A12070(04)').waitFor();
    await expect.poll(() => rowOf('梯11浙A12070(04)').innerText()).toContain('超 2 天');
    // Its periodic inspection is overdue, which no visit mends and which comes before any date.
    await expect.poll(() => rowOf('梯11浙A12014(04)').innerText()).toContain('不得使用');
    await expect.poll(() => rowOf('梯11浙A12188(09)').count()).toBe(0); // another site, not today
    await page.getByText('国庆 7 天内 2 台到最迟日，须赶在 09-30 前').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('visits due in the holiday come on a working day before it; one is put on another day by a key', async () => {
    await page.getByRole('button', { name: /两周 3/ }).click();
    const other = rowOf('梯11浙A12188(09)');
    await other.click();
    await expect.poll(() => other.innerText()).toMatch(/09-30/);
    await page.keyboard.press('ArrowLeft');
    await other.filter({ hasText: '人工排定' }).waitFor();
    await expect.poll(() => other.innerText()).toMatch(/09-29/);
    const kept = JSON.parse(readFileSync(join(app.profileDir, 'plan.json'), 'utf8')) as { moves: unknown[] };
    expect(kept.moves).toEqual([
      { registrationNo: '梯11浙A12188(09)', after: '2026-09-18', on: '2026-09-29', crew: null },
    ]);
  });

  it('goes out as a file for calendars, and the next visit is logged by one key', async () => {
    const download = page.waitForEvent('download');
    await page.keyboard.press('i');
    const path = join(scratch, 'plan.ics');
    await (await download).saveAs(path);
    expect(readFileSync(path, 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(3);
    await page.keyboard.press('n');
    await page.waitForURL(/#\/visit\//);
    expect(decodeURIComponent(page.url())).toContain('梯11浙A12188(09)');
  });

  it('lists apart what no visit answers', async () => {
    await go(page, '#/due');
    await page.getByRole('heading', { name: '检验与保险到期' }).waitFor();
    await page.getByRole('button', { name: /90 日内/ }).click();
    await page.getByRole('row').filter({ hasText: '梯11浙A12014(04)' }).first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(app.faults).toEqual([]);
  });

  it('crews, a limit and a site without access are kept; a line that cannot be read is told and keeps the dialogue', async () => {
    await go(page, '#/plan');
    await rowOf('梯11浙A12070(04)').waitFor();
    await page.keyboard.press('g');
    const terms = page.getByRole('dialog', { name: '班组与日历' });
    await terms.getByLabel('班组', { exact: true }).fill('一组：赵志强、周伟；六');
    await page.keyboard.press('Control+Enter');
    await terms.getByText('第 1 行读不懂').waitFor();
    await terms.getByLabel('班组', { exact: true }).fill('一组：赵志强、周伟；6');
    await page.keyboard.press('Control+Enter');
    await terms.waitFor({ state: 'detached' });
    await page.keyboard.press('s');
    const site = page.getByRole('dialog', { name: /翠柏苑/ });
    await site.getByLabel('班组').selectOption('一组');
    await page.keyboard.press('Control+Enter');
    await site.waitFor({ state: 'detached' });
    await page.reload();
    await rowOf('梯11浙A12070(04)').waitFor();
    await page.keyboard.press('g');
    await expect.poll(() => terms.getByLabel('班组', { exact: true }).inputValue()).toBe('一组：赵志强、周伟；6');
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await expect.poll(() => site.getByLabel('班组').inputValue()).toBe('一组');
    await page.keyboard.press('Escape');
  });
});
