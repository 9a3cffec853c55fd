import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillPaperVisit, go, written } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const CASE = join(import.meta.dirname, '..', 'fixtures', 'doubts');
/** A day whose nine o'clock has passed, at whatever hour the tests run. */
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const FIRST = '梯11浙Z00001(24)';

/** Three elevators, the same two people at two sites with a minute between, on seven days. */
describe('doubts on the pages, in a browser', () => {
  const app = new LoopbackApp();
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await go(page, '#/import');
    await page.setInputFiles('input[type=file]', [join(CASE, 'elevators.csv'), join(CASE, 'visits.csv')]);
    await page.getByRole('region', { name: '写入之前：这些记录要问的' }).waitFor();
  });
  const folder = mkdtempSync(join(tmpdir(), 'doubts-'));
  afterAll(async () => {
    await app.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('before anything is written the rows that cannot be are told in plain words', async () => {
    const told = page.getByRole('region', { name: '写入之前：这些记录要问的' });
    await told.getByText('维保时间过短').waitFor();
    await told.getByText('7 处待答复').waitFor();
    await told.getByText('路上时间不够').click();
    const way = told.getByText(/样一、样二怎样在1分钟里从一处到另一处？/).first();
    await way.waitFor();
    await expect.poll(() => told.getByText(/09:30 离开甲路1号A单位.*09:31 在乙路88号B单位/).count()).toBe(7);
    await expect.poll(() => told.getByText(/visits\.csv 第 2、3 行/).count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '写入', exact: true }).click();
    await page.getByText(/^已写入/).waitFor();
  });

  it('the fleet counts, filters and sorts by what is to be answered', async () => {
    await go(page, '#/');
    const quick = page.getByRole('button', { name: /^有疑问 \d/ });
    await quick.waitFor();
    await quick.click();
    await expect
      .poll(() =>
        page
          .getByRole('grid')
          .getByRole('link', { name: /梯11浙Z/ })
          .count(),
      )
      .toBeGreaterThan(0);
  });

  it('the page of an elevator asks, with the records side by side, and takes the answer', async () => {
    await go(page, `#/elevator/${encodeURIComponent('梯11浙Z00002(24)')}`);
    const panel = page.locator('#doubts');
    await panel.getByRole('heading', { name: '维保时间过短' }).first().waitFor();
    await expect.poll(() => panel.getByText('7 处待答复').count()).toBe(1);
    await panel.getByText('维保时间过短：还有 5 处').click();
    await expect.poll(() => panel.getByText('5分钟里做了哪些项目？').count()).toBe(7);
    expect(await violationsOf(page)).toEqual([]);
    await panel.getByRole('button', { name: '答复' }).first().click();
    const form = page.getByRole('dialog');
    await page.keyboard.press('Control+Enter');
    await form.getByText('写明怎样说明').waitFor();
    await form.getByLabel('怎样说明').fill('开始按晚了，工单为 8:50');
    await form.getByLabel('凭据').fill('工单 2024-104');
    await page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await panel.getByText('6 处待答复').waitFor();
    await panel.getByText('开始按晚了，工单为 8:50').waitFor();
    await panel.getByText('（凭据 工单 2024-104）').waitFor();
  });

  it('the way between the sites is told for notice, and two elevators of one site are no alarm', async () => {
    await go(page, `#/elevator/${encodeURIComponent(FIRST)}`);
    const panel = page.locator('#doubts');
    await panel.getByText(/^供参考 \d/).click();
    await panel.getByRole('heading', { name: '路上时间不够' }).first().waitFor();
    await expect.poll(() => panel.getByText(/样一、样二怎样在1分钟里/).count()).toBe(7);
    await expect.poll(() => panel.locator('article').filter({ hasText: '梯11浙Z00003' }).count()).toBe(0);
  });

  it('one page has them all: by view, kind and person, answered by keys', async () => {
    await go(page, '#/doubts');
    const grid = page.getByRole('grid', { name: '疑点' });
    await grid.waitFor();
    await page.getByRole('button', { name: '待答复 6' }).waitFor();
    await page.getByRole('button', { name: /^供参考/ }).click();
    await page.getByLabel('种类').selectOption({ label: '路上时间不够' });
    await page.getByRole('button', { name: '供参考 7' }).waitFor();
    await page.getByText(/样一、样二怎样在1分钟里从一处到另一处？/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: /^待答复/ }).click();
    await page.getByLabel('种类').selectOption('');
    await page.getByRole('heading', { name: '疑点' }).click();
    await page.keyboard.press('a');
    const form = page.getByRole('dialog');
    await form.getByLabel('怎样说明').fill('两人分头做的');
    await page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '待答复 5' }).waitFor();
    await page.getByRole('button', { name: '已答复 2' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('dialog').getByText('所列 5 处疑点').waitFor();
    await page.keyboard.press('Control+Enter');
    expect((await download).suggestedFilename()).toMatch(/^疑点_.*\.xlsx$/);
  });

  it('the form of a visit asks while it is typed, and is saved all the same', async () => {
    await go(page, `#/visit/${encodeURIComponent(FIRST)}`);
    await fillPaperVisit(page, '样一');
    await page.locator('[data-field="date"]').fill(YESTERDAY);
    await page.locator('[data-field="startedAt"]').fill('9:00');
    await page.locator('[data-field="endedAt"]').fill('9:04');
    await page.locator('[data-field="endedAt"]').blur();
    await page.getByText('4分钟里做了哪些项目？').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: '记录中有 1 处待答复' }).waitFor();
  });

  it('weak signs that stand together are listed with their sum, and the half-year they stand in', async () => {
    await go(page, '#/import');
    await page.setInputFiles('input[type=file]', copiedRounds(folder));
    await page.getByRole('button', { name: '写入', exact: true }).click();
    await page.getByText(/^已写入/).waitFor();
    await go(page, '#/doubts');
    await page.getByRole('link', { name: '弱迹象合在一起' }).click();
    await page.getByRole('grid', { name: '值得看一看' }).waitFor();
    await page.getByRole('button', { name: /^电梯 \d/ }).click();
    await page.getByRole('grid', { name: '值得看一看' }).getByText('电梯：梯11浙Z10003(24)').click();
    const sum = page.getByRole('region', { name: '合计' });
    await sum.getByRole('heading', { name: '电梯：梯11浙Z10003(24)' }).waitFor();
    await sum.getByText('2026-01-01 至 2026-06-30，13 次维保').waitFor();
    const values = async (): Promise<number[]> => (await sum.locator('td:last-child').allTextContents()).map(Number);
    await expect.poll(async () => (await values()).length).toBeGreaterThan(2);
    const [whole = 0, ...terms] = (await values()).toReversed();
    expect(Math.abs(whole - terms.reduce((all, value) => all + value, 0))).toBeLessThan(0.3);
    expect(await violationsOf(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByText(/^所列 \d+ 行及其各项分值$/)
      .waitFor();
    await page.keyboard.press('Control+Enter');
    expect((await download).suggestedFilename()).toMatch(/^值得看一看_.*\.xlsx$/);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await sum.getByRole('link', { name: '丙路3号' }).click();
    await expect.poll(() => decodeURIComponent(page.url())).toContain('/elevator/梯11浙Z10003(24)');
  });
});

/** Twelve elevators a fortnight apart, no two visits alike, but for a half-year of one that was copied from visit to visit. */
function copiedRounds(folder: string): string[] {
  const clock = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const numbers = Array.from({ length: 12 }, (_, no) => `梯11浙Z${10_000 + no}(24)`);
  const visits = numbers.flatMap((number, no) =>
    Array.from({ length: 24 }, (_, nth) => {
      const day = new Date(Date.UTC(2026, 0, 5 + nth * 14)).toISOString().slice(0, 10);
      const start = 480 + ((no * 37 + nth * 61) % 400);
      const isCopied = no === 3 && nth >= 3 && nth <= 11;
      const [from, to] = isCopied ? ['09:03', '09:18'] : [clock(start), clock(start + 35 + ((no * 7 + nth * 11) % 25))];
      return `${number},${day},半月,${from},${to},甲${no};乙${no},${isCopied ? '同上' : `第${nth}次${no}`}`;
    }),
  );
  return [
    written(
      folder,
      'elevators.csv',
      ['registration_no,kind,address,in_service_on,records_from']
        .concat(numbers.map((number, no) => `${number},曳引驱动乘客电梯,丙路${no}号,2015-03-10,2026-01-01`))
        .join('\n'),
    ),
    written(
      folder,
      'visits.csv',
      ['registration_no,date,task,started_at,ended_at,technicians,note', ...visits].join('\n'),
    ),
  ];
}
