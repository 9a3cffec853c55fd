import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';
import { callHost } from '../support/window-bridge';

const [A, B] = ['梯11浙A12077(08)', '梯11浙A12078(08)'] as const;
const DAY_MS = 86_400_000;
/** By another zone it may be a day more; visits of the last three days are not late. */
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

describe('the confirmation of visits, in a browser', () => {
  const app = new LoopbackApp();
  let page: Page;
  const ask = (channel: string, request: unknown) => callHost(app.address, channel, request);
  const grid = () => page.getByRole('grid', { name: '维保确认' });
  const rows = () => grid().getByRole('row', { name: /浙A/ });
  const dialog = () => page.getByRole('dialog');
  const waiting = (state: string) => page.getByRole('group', { name: '确认情况' }).getByRole('button', { name: state });

  beforeAll(async () => {
    await app.startHost();
    for (const [registrationNo, propertyManager] of [
      [A, '绿源物业'],
      [B, '万安物业'],
    ] as const)
      // prettier-ignore
      await ask('elevator.register', { elevator: { registrationNo, propertyManager, kind: '3110', regime: 'standard' } });
    const late = { reason: '纸面记录后到' };
    const visit = (registrationNo: string, days: number, more = {}) =>
      ask('visit.log', {
        visit: { registrationNo, date: daysAgo(days), task: 'half-month', technicians: ['张建国'], ...more },
        ...(days > 3 && { late }),
      });
    await visit(A, 1);
    await visit(A, 17);
    await visit(A, 20, { confirmedBy: '周敏' });
    await visit(B, 2);
    page = await app.openPage();
    await go(page, '#/confirm');
    await rows().first().waitFor();
  });
  afterAll(() => app.end());

  it('the page lists what waits, by manager and state, and not what the record says is confirmed', async () => {
    await expect.poll(() => rows().count()).toBe(3);
    await waiting('未确认 3').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('物业或使用单位', { exact: true }).selectOption('万安物业');
    await expect.poll(() => rows().count()).toBe(1);
    await page.getByLabel('物业或使用单位', { exact: true }).selectOption('');
    await expect.poll(() => rows().count()).toBe(3);
  });

  it('several are confirmed at once by keys, each bound to the hash of its entry', async () => {
    await page.keyboard.press('Space');
    await grid().getByRole('checkbox', { checked: true }).waitFor();
    await page.keyboard.press('j');
    await expect.poll(() => grid().locator('[role=row][aria-current]').getAttribute('aria-rowindex')).toBe('3');
    await page.keyboard.press('Space');
    await expect.poll(() => grid().getByRole('checkbox', { checked: true }).count()).toBe(2);
    await page.keyboard.press('c');
    await dialog().getByRole('heading', { name: '确认 2 次维保' }).waitFor();
    await expect.poll(() => dialog().locator('code').count()).toBe(2);
    await dialog().getByLabel('使用单位安全管理人员').fill('周敏');
    const pad = dialog().getByRole('img', { name: /^手写签名/ });
    await pad.hover();
    const box = (await pad.boundingBox())!;
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 4, box.y + box.height / 4, { steps: 4 });
    await page.mouse.up();
    await dialog().locator('polyline').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => rows().count()).toBe(1);
  });

  it('one is refused with its reason, which the list then tells', async () => {
    await page.keyboard.press('r');
    await dialog().locator('code').first().waitFor();
    await dialog().getByLabel('使用单位安全管理人员').fill('周敏');
    await page.keyboard.press('Control+Enter');
    await dialog().getByText('请填理由').waitFor();
    await dialog().getByLabel('拒绝理由').fill('当日无人到场');
    await page.keyboard.press('Control+Enter');
    await dialog().waitFor({ state: 'detached' });
    await waiting('拒绝确认 1').waitFor();
    await rows().getByText('当日无人到场').waitFor();
  });

  it('a visit that is corrected afterwards is told as confirmed before it was corrected', async () => {
    await go(page, `#/elevator/${encodeURIComponent(A)}`);
    const line = page.getByRole('row', { name: /张建国/ }).getByRole('button').first(); // prettier-ignore
    await line.click();
    const facts = page.getByRole('region', { name: '使用单位确认' });
    await facts.getByText('已确认', { exact: true }).waitFor();
    await facts.getByRole('img', { name: '周敏的手写签名' }).waitFor();
    await page.locator('.detail-line').getByRole('button', { name: '更正', exact: true }).click();
    await dialog().getByLabel('备注').fill('已换门机皮带');
    await dialog().getByLabel('理由').fill('漏记');
    await page.keyboard.press('Control+Enter');
    await dialog().waitFor({ state: 'detached' });
    await facts.getByText('更正前已确认', { exact: true }).waitFor();
    await facts.getByText(/针对更正前的记录/).waitFor();
    await go(page, '#/confirm');
    await waiting('更正前已确认 1').waitFor();
    await expect.poll(() => rows().count()).toBe(2);
  });

  it('in English nothing is left of the other language', async () => {
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.getByRole('heading', { name: 'Confirmations' }).waitFor();
    await page.getByText('2 visits within 30 days that the user unit has not confirmed').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(app.faults).toEqual([]);
  });
});
