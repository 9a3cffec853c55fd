import type { Page } from 'playwright-core';
import { go } from '../support/app-steps';
import { readWatched } from '../support/watched-page';
import { hostBytes, repliesDuring, UiThread } from './app-gauges';
import { kilobytes, longTask, timed, within, type Told } from './app-told';
import type { CountedApp } from './counted-app';
import { medianOf, ms, type Line } from './timing';

const OPENINGS = 3;
const FOUND_BY = 'A00';
const MOST_NODES = 5_000;
const MOST_OPENING_MS = { usual: 1_500, large: 3_000 };
const MOST_KEY_MS = 16;
const MOST_JOURNAL_READ = 10 * 1024;
const PAGES = ['/', '/visit', '/hazards', '/reports', '/callouts', '/stock', '/assess', '/insurance', '/notice'];
const MORE_PAGES = ['/import', '/verify', '/compare', '/packs', '/settings', '/register', '/clock', '/plan'];

export async function rowsShown(page: Page): Promise<void> {
  await page.locator('[role=row] a').first().waitFor();
}

/** The page opened anew while the read model is there. */
export async function openings(app: CountedApp, page: Page, isLarge: boolean): Promise<Told> {
  const times: number[] = [];
  const busy: number[] = [];
  const longest: number[] = [];
  const asked: number[] = [];
  let replies = 0;
  const before = hostBytes(app).read;
  const { journalRead } = await app.counted(async () => {
    for (let run = 0; run < OPENINGS; run++) {
      await page.goto('about:blank');
      const ui = await UiThread.of(page);
      const from = await ui.busy();
      replies += await repliesDuring(page, async () => {
        times.push(
          await timed(async () => {
            await page.goto(app.address);
            await rowsShown(page);
          }),
        );
        busy.push((await ui.busy()) - from);
        await page.waitForTimeout(1_000);
      });
      const seen = await readWatched(page);
      longest.push(Math.max(0, ...seen.longTasks));
      asked.push(seen.asked.filter((name) => name === 'rows').length);
    }
  });
  const read = (hostBytes(app).read - before) / OPENINGS;
  const most = isLarge ? MOST_OPENING_MS.large : MOST_OPENING_MS.usual;
  return {
    waits: [
      within('first rows after opening', medianOf(times), most, ms, `UI thread ${ms(medianOf(busy))}`),
      { what: 'longest task of an opening', result: longTask(medianOf(longest)) },
    ],
    counts: [
      within('bytes of the journal read an opening of the page', journalRead / OPENINGS, MOST_JOURNAL_READ, kilobytes),
      within('questions for the rows of the fleet an opening', Math.max(...asked), 1, String),
      { what: 'replies sent to the page an opening', result: kilobytes(replies / OPENINGS) },
      {
        what: 'all bytes that the host reads an opening',
        result: kilobytes(read),
        ratio: 'the files of the program among them',
      },
    ],
  };
}

/** Keys typed into the finder and into the search of the list: what the UI thread is busy with for each. */
export async function keys(page: Page): Promise<Told> {
  const ui = await UiThread.of(page);
  const waits: Line[] = [];
  for (const [what, selector] of [
    ['a key in the finder, UI thread', '.finder input'],
    ['a key in the search of the fleet, UI thread', '.filters input[role=searchbox]'],
  ] as const) {
    const field = page.locator(selector);
    await field.focus();
    await page.keyboard.type('x'); // the first asks for what is made once
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(500);
    await readWatched(page);
    const from = await ui.busy();
    for (const sign of FOUND_BY) {
      await page.keyboard.type(sign);
      await page.waitForTimeout(200);
    }
    const each = ((await ui.busy()) - from) / FOUND_BY.length;
    const longest = longTask(Math.max(0, ...(await readWatched(page)).longTasks));
    waits.push(within(what, each, MOST_KEY_MS, ms, `longest task ${longest}`));
    await field.fill('');
  }
  return { waits, counts: [] };
}

const SCROLLED_PAGES = 10;

/** The list of the fleet in another order, and gone through page by page. */
export async function sorted(page: Page): Promise<Told> {
  await rowsShown(page);
  await readWatched(page);
  const heads = page.locator('[role=columnheader] button');
  for (const head of await heads.all()) {
    await head.click();
    await page.waitForTimeout(300);
  }
  const { longTasks: sorting } = await readWatched(page);
  await page.locator('[role=row] a').first().hover();
  for (let screen = 0; screen < SCROLLED_PAGES; screen++) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(150);
  }
  const { longTasks: scrolling } = await readWatched(page);
  return {
    waits: [
      { what: 'longest task while the list is sorted', result: longTask(Math.max(0, ...sorting)) },
      { what: 'longest task while it is scrolled', result: longTask(Math.max(0, ...scrolling)) },
    ],
    counts: [],
  };
}

/** Every page of the navigation: how many nodes it has, and its longest task. */
export async function pagesOf(page: Page): Promise<Told> {
  let [most, where, longest, slowest] = [0, '', 0, ''];
  for (const path of [...PAGES, ...MORE_PAGES]) {
    await readWatched(page);
    await go(page, `#${path}`);
    await page.locator('main h1').first().waitFor();
    await page.waitForTimeout(1_500);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    if (nodes > most) [most, where] = [nodes, path];
    const task = Math.max(0, ...(await readWatched(page)).longTasks);
    if (task > longest) [longest, slowest] = [task, path];
  }
  await go(page, '#/');
  await rowsShown(page);
  return {
    waits: [{ what: 'longest task while a page is opened', result: longTask(longest), ratio: slowest }],
    counts: [within('nodes of the page with the most', most, MOST_NODES, String, where)],
  };
}
