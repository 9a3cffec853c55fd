import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { tabTo } from '../support/keyboard';
import { LoopbackApp } from '../support/loopback-app';

const app = new LoopbackApp();
const folder = mkdtempSync(join(tmpdir(), 'mapping-e2e-'));
const tables = join(import.meta.dirname, '..', 'fixtures', 'field-tables');
let page: Page;

beforeAll(async () => {
  await app.startHost();
  page = await app.openPage();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.end();
});

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

async function choose(...files: string[]): Promise<void> {
  await go(page, '#/settings');
  await page.getByRole('heading', { level: 1, name: /设置|Settings/ }).waitFor();
  await go(page, '#/import');
  await page.locator('input[type=file][multiple]').setInputFiles(files);
}

const picture = (name: string): Promise<unknown> =>
  process.env['MAPPING_PICTURES'] === undefined
    ? Promise.resolve()
    : page.screenshot({ path: join(process.env['MAPPING_PICTURES'], `${name}.png`) });

describe('a table that says too little goes in from the page by keyboard', () => {
  it('a station’s list of equipment: its column of numbers is proposed, adopted and kept', async () => {
    await choose(join(tables, '47-metro-asset-list.csv'));
    const adopt = page.getByRole('button', { name: /采用 1 项建议/ });
    await adopt.waitFor();
    const kept = page.getByRole('combobox', { name: '“设备ID”对应到' });
    await expect.poll(() => kept.inputValue()).toBe('');
    await picture('station-zh');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await adopt.waitFor({ state: 'detached' });
    await expect.poll(() => kept.inputValue()).toBe('registration_no');
    await page.getByRole('textbox', { name: '存为' }).fill('地铁台账');
    await page.getByRole('button', { name: '存下' }).click();
    await page.getByText('已存为“地铁台账”').waitFor();
    await page.keyboard.press('Control+Enter');
    const rows = page.getByRole('region', { name: '将写入的行' });
    await rows.getByText('SMPL001').first().waitFor();
    await picture('station-preview-zh');
    const view = (name: RegExp) => rows.getByRole('button', { name, pressed: true });
    const cells = rows.locator('tbody tr').first().locator('td');
    const both = await cells.count();
    await page.keyboard.press('k');
    await view(/写入后/).waitFor();
    await expect.poll(() => cells.count()).toBe(3);
    await page.keyboard.press('k');
    await view(/原样/).waitFor();
    await expect.poll(() => cells.count()).toBe(both - 1);
    await page.keyboard.press('k');
    await view(/并排/).waitFor();
    await choose(join(tables, '47-metro-asset-list.csv'));
    await page.getByRole('region', { name: '将写入的行' }).getByText('SMPL001').first().waitFor();
    await page.getByRole('button', { name: '认列' }).click();
    await page.getByText('按“地铁台账”读：17 列中 17 列相同').waitFor();
  });

  it('a hand-made list: columns and one category for all rows are said with Tab and arrow keys', async () => {
    const visits = file('手工.csv', '哪一台,哪天,谁去的\nT1,26/11/3,样一\nT1,26/11/17,样二\n');
    await choose(join(tables, 'register.csv'), visits);
    const wanted: readonly (readonly [string, string])[] = [
      ['哪一台', '使用登记证编号'],
      ['哪天', '维保日期'],
      ['谁去的', '维保人员'],
    ];
    await page.getByRole('button', { name: '手工.csv' }).click();
    await page.getByLabel('这张表是').selectOption({ label: '维保记录' });
    for (const [column, field] of wanted) {
      const select = page.getByRole('combobox', { name: `“${column}”对应到` });
      await select.selectOption({ label: field });
      await expect.poll(() => page.locator('.mapping-step[aria-busy=true]').count()).toBe(0);
    }
    await tabTo(page, '加上');
    await page.keyboard.press('Enter');
    await page.getByText('维保类别 = 半月').waitFor();
    await page.getByRole('combobox', { name: '“哪天”的日期怎样写' }).selectOption('short-year');
    await page.getByText(/2 行对不上/).waitFor();
    await picture('hand-made-zh');
  });

  it('words that are near to known ones are asked, and nothing is taken before they are answered', async () => {
    const words = file(
      'words.csv',
      `使用登记证编号,维保日期,维保类别\n梯11浙A90001(20),2026-11-03,半月例保\n梯11浙A90001(20),2026-11-17,抽检\n`,
    );
    await choose(join(tables, 'register.csv'), words);
    await page.getByRole('button', { name: '是不是“半月”？' }).waitFor();
    await picture('words-zh');
    await page.getByRole('combobox', { name: '“抽检”是指' }).selectOption('quarter');
    await page.getByRole('combobox', { name: '“抽检”是指' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '是不是“半月”？' }).click();
    await page.getByRole('button', { name: /采用/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.getByText('2 次维保').waitFor();
  });

  it('a platform’s export and a workbook of paper forms need no word at all', async () => {
    await choose(
      ...['register.csv', '43-platform-export.csv', '62-paper-form-per-sheet.xlsx'].map((name) => join(tables, name)),
    );
    await page
      .getByText(/次维保/)
      .first()
      .waitFor();
    await page.getByRole('region', { name: '将写入的行' }).waitFor();
    await picture('platform-zh');
  });

  it('a unit that nobody names is asked with the one its figures speak for, and both values are shown', async () => {
    await choose(file('单位.csv', '使用登记证编号,品种,额定速度\n梯11浙A98001(20),3110,105\n'));
    await page.getByText('1 行没写单位，看不出是哪种').waitFor();
    await picture('unit-zh');
    await page.getByRole('button', { name: /采用 1 项建议/ }).click();
    const unit = page.getByRole('combobox', { name: '“额定速度”的单位' });
    await expect.poll(() => unit.inputValue()).toBe('m/min');
    await page.keyboard.press('Control+Enter');
    await page.getByText('（原为 105 m/min）').waitFor();
    await picture('unit-preview-zh');
  });

  it('an encoding that a file does not prove is asked with samples of each', async () => {
    await choose(join(tables, '35-big5-values.csv'));
    await page
      .getByText(/臺北市信義區/)
      .first()
      .waitFor();
    await picture('encoding-zh');
    await page.getByRole('button', { name: 'Big5' }).click();
    await page.getByRole('button', { name: 'Big5', pressed: true }).waitFor();
    await page.getByText('臺北市信義區松仁路1號').first().waitFor();
  });

  it('a file that is no mapping is refused, and what is kept stays', async () => {
    await choose(join(tables, '47-metro-asset-list.csv'));
    await page.getByRole('button', { name: '认列' }).click();
    await page.locator('input[type=file][accept=".json"]').setInputFiles(file('bad.json', '{"format":"x"}'));
    await page.getByText('这不是列对应文件，或太大。').waitFor();
    const kept = JSON.parse(readFileSync(join(app.profileDir, 'mappings.json'), 'utf8')) as { mappings: unknown[] };
    expect(kept.mappings).toHaveLength(1);
  });

  it('speaks English too', async () => {
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await choose(join(tables, '22-two-digit-year.csv'), join(tables, 'register.csv'));
    await page.getByText('Years of two digits: 5 rows').waitFor();
    await picture('days-en');
    expect(await violationsOf(page)).toEqual([]);
  });
});
