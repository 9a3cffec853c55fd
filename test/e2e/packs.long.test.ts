import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go } from '../support/app-steps';
import { LoopbackApp } from '../support/loopback-app';
import { overPack, requirement, smallPack } from '../support/small-pack';

describe("packs in the user's folder, in a real browser", () => {
  const app = new LoopbackApp();
  const folder = join(app.profileDir, 'packs');
  let page: Page;
  const mine = overPack('mine', 'cn', {
    requirements: [requirement('q.near', { kind: 'response', area: 'urban', maxMinutes: 20, from: 'reported' })],
  });

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'mine.json'), JSON.stringify(mine));
    writeFileSync(join(folder, 'broken.json'), '{\n  "id": "broken",\n}');
    writeFileSync(
      join(folder, 'nowhere.json'),
      JSON.stringify(smallPack('nowhere', { zone: 'Asia/Atlantis' }), null, 2),
    );
    await app.startHost();
    page = await app.openPage();
  });
  afterAll(() => app.end());

  it('are listed beside those of the program; the default one judges', async () => {
    await go(page, '#/packs');
    await page.getByRole('heading', { name: '规则包', exact: true }).waitFor();
    await page.getByRole('row', { name: /中国大陆.*在用.* cn / }).waitFor();
    await page.getByRole('row', { name: /Pack mine.*扩展自 cn.*自己的 mine\.json/ }).waitFor();
    await expect.poll(() => page.locator('code.packs-folder').textContent()).toBe(folder);
  });

  it('are refused with line and reason, in the language of the reader', async () => {
    const refused = page.getByRole('region', { name: '没有采用的规则包' });
    await expect.poll(() => refused.innerText()).toMatch(/broken\.json[\s\S]*第 3 行第 1 列[\s\S]*多了一个逗号/);
    await expect
      .poll(() => refused.innerText())
      .toMatch(/nowhere\.json[\s\S]*没有名为 Asia\/Atlantis 的时区。 *\/zone/);
    await page.getByRole('button', { name: 'EN' }).click();
    const english = page.getByRole('region', { name: 'Packs that were refused' });
    await expect
      .poll(() => english.innerText())
      .toMatch(/line 3, column 1[\s\S]*There is no time zone called Asia\/Atlantis\./);
  });

  it('show their rules with counting in words, requirements, doubts, and sources without a link to the network', async () => {
    await page.getByRole('link', { name: 'Pack mine' }).click();
    await page.getByRole('heading', { name: 'Pack mine' }).waitFor();
    await page.getByText('From the last act; the clock stands still while out of service').first().waitFor();
    await page.getByText('Urban: arrival within 20 minutes of the report').waitFor();
    await page.getByRole('heading', { name: 'Open doubts' }).waitFor();
    await page.getByText('https://github.com/LawRefBook/Laws').first().waitFor();
    await expect.poll(() => page.locator('a[href^="http"]').count()).toBe(0);
  });

  it('show what they inherit of hazards: classes, the matrix drawn, components and lists, each with its weight', async () => {
    await page.getByRole('heading', { name: 'What makes a hazard severe or major' }).waitFor();
    const bridged = page.getByRole('row', { name: /major-4\.6-b/ });
    await expect.poll(() => bridged.innerText()).toMatch(/All kinds but .*Escalator[\s\S]*4\.6 b\)[\s\S]*law/);
    const rows = await page.getByRole('table', { name: 'Risk matrix' }).locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s+/).slice(-6).join(' '))).toEqual([
      'Ⅰ Ⅰ Ⅰ Ⅰ Ⅱ Ⅲ',
      'Ⅰ Ⅰ Ⅰ Ⅱ Ⅱ Ⅲ',
      'Ⅰ Ⅰ Ⅱ Ⅱ Ⅲ Ⅲ',
      'Ⅱ Ⅱ Ⅲ Ⅲ Ⅲ Ⅲ',
    ]);
    const situations = page.getByText('74 hazardous situations of existing elevators');
    await situations.focus();
    await page.keyboard.press('Enter');
    const row = page.getByRole('row', { name: /^53 Machine allows movement with doors open/ });
    await expect.poll(() => row.innerText()).toMatch(/5\.9\.4, 5\.12\.1[\s\S]*High unverified[\s\S]*memory/);
    const rope = page.getByRole('row', { name: /suspension-rope/ });
    await expect.poll(() => rope.isVisible()).toBe(false);
    await page.getByText('Components and when they are condemned').click();
    await expect.poll(() => rope.first().innerText()).toContain('Diameter below 90% of nominal.');
  });

  it('judge once they are chosen, and give way to the default one, which is said, once they are gone', async () => {
    await page.getByRole('button', { name: 'Use this pack' }).click();
    await page.getByText('Rule pack mine 1', { exact: true }).waitFor();
    await page.close();
    await app.stopHost();
    rmSync(join(folder, 'mine.json'));
    await app.startHost();
    page = await app.openPage();
    await page.getByText('The chosen rule pack mine is no longer there; everything is judged by cn.').waitFor();
    await page.getByRole('link', { name: 'Choose a pack' }).click();
    await page.getByRole('button', { name: 'Stay with cn' }).click();
    await page.getByText('The chosen rule pack mine is no longer there').waitFor({ state: 'detached' });
    await expect.poll(() => page.getByLabel('Rule pack').inputValue()).toBe('cn');
  });

  it('let nothing leave the machine and no page complain', () => {
    expect(app.faults).toEqual([]);
  });
});
