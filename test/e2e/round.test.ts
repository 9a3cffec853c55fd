import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toCivilDate, toEpochDay } from '../../domain/calendar/civil-date';
import type { Visit } from '../../domain/visit/visit';
import { civilDayIn } from '../../electron/host/local-time';
import { go } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { CountedKeys } from '../support/counted-keys';
import { entriesOnDisk } from '../support/entries-on-disk';
import { keptDrafts } from '../support/kept-drafts';
import { LoopbackApp } from '../support/loopback-app';
import { callHost } from '../support/window-bridge';

const ELEVATORS = 12;
const SITE = '翠柏苑';
const TODAY = civilDayIn('Asia/Shanghai', new Date());
const before = (days: number): string => toCivilDate(toEpochDay(TODAY) - days);
const numberOf = (index: number): string => `梯11浙A12${String(index).padStart(3, '0')}(04)`;

const app = new LoopbackApp();
let page: Page;

beforeAll(async () => {
  await app.startHost();
  for (let index = 0; index < ELEVATORS; index += 1) {
    const registrationNo = numberOf(index);
    const place = { address: `${SITE}${index + 1}幢`, internalNo: `${index + 1}号梯` };
    const elevator = { registrationNo, kind: '3110', regime: 'standard', recordsFrom: before(60), ...place };
    await callHost(app.address, 'elevator.register', { elevator });
    const visit = { registrationNo, date: before(14), task: 'half-month', technicians: ['赵志强', '周伟'] };
    await callHost(app.address, 'visit.log', { visit, late: { reason: '纸质记录转录' } });
  }
  page = await app.openPage();
  await page.locator('h1').first().waitFor();
});
afterAll(() => app.end());

const visitsOnDisk = (): Visit[] =>
  entriesOnDisk(app.profileDir, 'visit-logged')
    .map(({ body }) => body.visit)
    .filter(({ date }) => date === TODAY);

it('a single routine visit takes fewer than 25 keys with its times, and is undone by one', async () => {
  const keys = new CountedKeys(page);
  await go(page, `#/visit/${encodeURIComponent(numberOf(0))}`);
  await page.getByText('附件A').first().waitFor();
  await keys.press('a');
  await page.getByText('还有 1 项须单独作答').waitFor();
  await keys.press('y');
  await keys.type('8.5');
  await keys.press('Enter', 'Control+1', 'Control+2', 't');
  await keys.type('0905');
  await keys.press('Tab');
  await keys.type('0950');
  await keys.press('Control+Enter');
  await page.getByText('已存：翠柏苑1幢 1号梯 的维保记录').waitFor();
  expect(keys.pressed).toBe(19);
  expect(visitsOnDisk()).toMatchObject([{ startedAt: '09:05', endedAt: '09:50', technicians: ['赵志强', '周伟'] }]);
  expect(visitsOnDisk()[0]).not.toHaveProperty('filledTimes');
  await page.keyboard.press('Control+z');
  await page.getByText('已撤回这次维保记录').waitFor();
  expect(entriesOnDisk(app.profileDir, 'visit-withdrawn').map(({ body }) => body.reason)).toEqual(['保存后随即撤销']);
  await page.getByText(/已恢复 .* 的草稿/).waitFor();
  await expect.poll(() => page.locator('[data-field="startedAt"]').inputValue()).toBe('09:05');
});

it('a draft that is thrown away is given back', async () => {
  await page.getByRole('button', { name: '放弃草稿' }).click();
  await page.getByText('草稿已放弃。').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('草稿已还原。').waitFor();
  await page.locator('[data-field="startedAt"]').waitFor();
  await expect.poll(() => page.locator('[data-field="startedAt"]').inputValue()).toBe('09:05');
  await page.getByRole('button', { name: '放弃草稿' }).click();
  await page.getByRole('button', { name: '撤销' }).waitFor();
});

it('twelve visits of a round are one act of sixty keys, their filled times marked; the draft outlives a restart', async () => {
  const keys = new CountedKeys(page);
  await go(page, '#/round');
  await page.getByRole('link', { name: SITE }).waitFor();
  await keys.press('Enter');
  await page.getByRole('heading', { name: '登记一轮' }).waitFor();
  await page
    .locator('[data-row]')
    .nth(ELEVATORS - 1)
    .waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await keys.press('r', 'a', 't');
  await keys.type('0830');
  await keys.press('Enter');
  for (let index = 0; index < ELEVATORS; index += 1) {
    await keys.type('8.5');
    await keys.press('Enter');
  }
  await expect.poll(async () => (await keptDrafts(page)).split('8.5').length - 1).toBe(ELEVATORS);
  await page.reload();
  await page.getByText(/已恢复 .* 的草稿/).waitFor();
  await expect.poll(() => page.locator('input[data-cell="value"]').last().inputValue()).toBe('8.5');
  const seq = entriesOnDisk(app.profileDir, 'visit-logged').length;
  await keys.press('Control+Enter');
  await page.getByText(`已存：${SITE} 12 条维保记录`).waitFor();
  expect(keys.pressed).toBe(58);
  const entries = entriesOnDisk(app.profileDir, 'visit-logged').slice(seq);
  expect(entries.map(({ batch }) => batch)).toEqual(
    Array.from({ length: ELEVATORS }, (_, index) => ({ of: ELEVATORS, part: index + 1 })),
  );
  const visits = entries.map(({ body }) => body.visit);
  expect(visits.slice(0, 2)).toMatchObject([
    { startedAt: '08:30', endedAt: '09:00', filledTimes: 'end', technicians: ['赵志强', '周伟'] },
    { startedAt: '09:05', endedAt: '09:35', filledTimes: 'both' },
  ]);
  const [first] = visits[0]!.checklist!.results.filter(({ reading }) => reading === 8.5);
  expect(first).toMatchObject({ outcome: 'ok', set: 'each' });
});

it('the round is undone as one, and comes back as it was typed', async () => {
  await page.getByRole('button', { name: '撤销' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('已一并撤回 12 条维保记录').waitFor();
  const withdrawn = entriesOnDisk(app.profileDir, 'visit-withdrawn').slice(1);
  expect(withdrawn.map(({ batch }) => batch?.of)).toEqual(Array.from({ length: ELEVATORS }, () => ELEVATORS));
  await page
    .locator('[data-row]')
    .nth(ELEVATORS - 1)
    .waitFor();
  await expect.poll(() => page.locator('input[data-cell="value"]').first().inputValue()).toBe('8.5');
});

it('one that is on record already is named, nothing of the round is written, and without it the rest is', async () => {
  const visit = { ...visitsOnDisk().at(-1)!, registrationNo: numberOf(3) };
  await callHost(app.address, 'visit.log', { visit });
  const count = visitsOnDisk().length;
  await page.keyboard.press('Control+Enter');
  await page.getByText('已在记录中').or(page.getByText('与已有记录矛盾')).first().waitFor();
  expect(visitsOnDisk()).toHaveLength(count);
  await page
    .locator(`[data-row="${numberOf(3)}"]`)
    .getByRole('button', { name: /移出这一轮/ })
    .click();
  await page.keyboard.press('Control+Enter');
  await page.getByText(`已存：${SITE} 11 条维保记录`).waitFor();
  expect(visitsOnDisk()).toHaveLength(count + 11);
});

it('a filled time is told as about, and is measured once somebody corrects it', async () => {
  await go(page, `#/elevator/${encodeURIComponent(numberOf(5))}`);
  await page
    .getByText(/约\d\d:\d\d–约\d\d:\d\d/)
    .first()
    .waitFor();

  expect(app.faults).toEqual([]);
});
