// Every page of the program, with records on it: what the pictures and the checks of the pages walk through.
/* global document, location -- what runs in the page */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { PAGE_HANG_MS } from './test-length.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PASSPHRASE = 'page-tour-passphrase';

/** Name and address of every page; `{no}` stands for an elevator, `{hazard}` for the address of a hazard, `{round}` of a site's round. */
export const PAGES = [
  ['fleet', '#/'],
  ['elevator', '#/elevator/{no}'],
  ['elevator-correct', '#/elevator/{no}/correct'],
  ['register', '#/register'],
  ['plan', '#/plan'],
  ['month', '#/month'],
  ['desk', '#/desk'],
  ['due', '#/due'],
  ['confirm', '#/confirm'],
  ['routine', '#/routine'],
  ['people', '#/people'],
  ['doubts', '#/doubts'],
  ['doubts-joined', '#/doubts/joined'],
  ['visit', '#/visit'],
  ['visit-log', '#/visit/{no}'],
  ['rounds', '#/round'],
  ['round', '{round}'],
  ['hazards', '#/hazards'],
  ['hazard', '{hazard}'],
  ['reports', '#/reports'],
  ['callouts', '#/callouts'],
  ['stock', '#/stock'],
  ['passport', '#/stock/{no}'],
  ['assess', '#/assess'],
  ['assess-log', '#/assess/{no}'],
  ['insurance', '#/insurance'],
  ['notice', '#/notice'],
  ['import', '#/import'],
  ['verify', '#/verify'],
  ['compare', '#/compare'],
  ['compare-elevator', '#/compare/{no}'],
  ['packs', '#/packs'],
  ['pack', '#/packs/cn'],
  ['clock', '#/clock'],
  ['help', '#/help'],
  ['start', '#/start'],
  ['settings', '#/settings'],
  ['unknown', '#/no-such-page'],
];

/** The built program over the loopback host with the example fleet, a signed report and a real browser before it. */
export class PageTour {
  #root;
  #host;
  #browser;
  #folder = mkdtempSync(join(tmpdir(), 'elevator-audit-tour-'));
  #address = '';
  #places = { no: '', hazard: '', round: '' };
  #report = '';

  /** `root`: the folder of the project whose build is shown. */
  constructor(root = ROOT) {
    this.#root = root;
  }

  async start() {
    this.#host = spawn(
      process.execPath,
      [join(this.#root, 'out/main/loopback.js'), '--profile', join(this.#folder, 'profile')],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#address = await new Promise((resolve, reject) => {
      let text = '';
      this.#host.stdout.on('data', (chunk) => {
        text += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]{64}/.exec(text);
        if (found !== null) resolve(found[0]);
      });
      this.#host.on('exit', (code) => reject(new Error(`the host ended with ${code}`)));
    });
    this.#browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      ignoreDefaultArgs: ['--hide-scrollbars'], // as people see it
    });
    await this.#prepare();
  }

  /** A page of the program at a size in CSS pixels; `scale` = device pixels of one. */
  async open({ width, height, scale = 1, colorScheme = 'light' }) {
    const context = await this.#browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      locale: 'zh-CN',
      colorScheme,
      acceptDownloads: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PAGE_HANG_MS);
    await page.goto(this.#address);
    await page.locator('main').waitFor();
    return page;
  }

  /** Goes to one of `PAGES` and waits until nothing of it is still being read. */
  async go(page, hash) {
    const no = encodeURIComponent(this.#places.no);
    const to = hash.replace('{no}', no).replace('{hazard}', this.#places.hazard).replace('{round}', this.#places.round);
    await page.evaluate((wanted) => {
      location.hash = wanted;
    }, to);
    if (hash === '#/verify') {
      const shown = page.locator('main [aria-live]').first();
      await page.locator('main h1').waitFor();
      if ((await shown.count()) === 0)
        await page.locator('main input[type=file][accept*=".pdf"]').first().setInputFiles(this.#report);
      await shown.waitFor();
    }
    await settled(page);
  }

  /** The folder for files of the tour's own. */
  get folder() {
    return this.#folder;
  }

  /** A signed report of the example fleet. */
  get report() {
    return this.#report;
  }

  get registrationNo() {
    return this.#places.no;
  }

  async end() {
    await this.#browser?.close();
    if (this.#host !== undefined && this.#host.exitCode === null) {
      const ended = new Promise((resolve) => this.#host.once('exit', resolve));
      this.#host.kill('SIGTERM');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #prepare() {
    const page = await this.open({ width: 1280, height: 720 });
    const click = (name) => page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: /样例/ }).click();
    const author = page.getByRole('dialog', { name: '是谁在记录？' });
    await author.getByLabel('姓名', { exact: true }).fill('王海');
    await author.getByRole('button', { name: '继续保存' }).click();
    await page.locator('[role=grid] a').first().waitFor();
    this.#places.no = await page.locator('[role=grid] a').first().innerText();
    const go = (hash) =>
      page.evaluate((wanted) => {
        location.hash = wanted;
      }, hash);
    await go('#/settings');
    await click('创建证书');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('单位名称').fill('绿源物业服务有限公司');
    await dialog.getByLabel('口令（至少8位）').fill(PASSPHRASE);
    await dialog.getByLabel('再输一次').fill(PASSPHRASE);
    await dialog.getByRole('button', { name: '创建', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await go('#/reports');
    await page.getByLabel('电梯', { exact: true }).fill(this.#places.no);
    await page.getByLabel('证书口令').fill(PASSPHRASE);
    await page.getByLabel('证书口令').press('Enter');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '另存 PDF' }).first().click();
    this.#report = join(this.#folder, 'report.pdf');
    await (await saved).saveAs(this.#report);
    if (readFileSync(this.#report).length === 0) throw new Error('the report is empty');
    await go('#/hazards');
    const hazard = page.locator('main a[href^="#/hazards/"]').first();
    await hazard.waitFor();
    this.#places.hazard = (await hazard.getAttribute('href')) ?? '';
    await go('#/round');
    const round = page.locator('main a[href^="#/round/"]').first();
    await round.waitFor();
    this.#places.round = (await round.getAttribute('href')) ?? '';
    await page.context().close();
  }
}

/** Several looks in a row see the same page, and nothing says that it is still reading. */
async function settled(page) {
  let before = '';
  let same = 0;
  for (let look = 0; look < 60; look++) {
    await page.waitForTimeout(150);
    const now = await page.evaluate(() => {
      const main = document.querySelector('main');
      const isReading = main?.querySelector('.busy-line, progress') !== null;
      return isReading ? '' : `${location.hash} ${main?.innerHTML.length}`;
    });
    same = now !== '' && now === before ? same + 1 : 0;
    if (same === 4) return;
    before = now;
  }
}
