import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ImportPreview } from '../../domain/bridge/replies';
import { fillPaperVisit, go } from '../support/app-steps';
import { LoopbackApp } from '../support/loopback-app';
import { readWatched, watchPages } from '../support/watched-page';
import { callHost } from '../support/window-bridge';
import {
  hostBytes,
  hostMemory,
  hostProcessor,
  journalBytes,
  longestLine,
  repliesDuring,
  spentByHost,
  UiThread,
  type Spent,
} from './app-gauges';
import { chromiumPath } from './page-server';
import { medianOf, ms, print, type Line } from './timing';

const FLEETS = [36, 10_000] as const;
/** Asked for by `npm run bench -- app --large`. */
const LARGE_FLEET = 100_000;
const YEARS = 3;
const TABLES = ['elevators.csv', 'visits.csv', 'outages.csv', 'inspections.csv'];
const OPENINGS = 3;
const SAVES = 3;
const FOUND_BY = 'A00';
const MOST_NODES = 5_000;
const SLOWEST_MS = 3_600_000;
const PAGES = ['/', '/visit', '/hazards', '/reports', '/callouts', '/stock', '/assess', '/insurance', '/notice'];
const MORE_PAGES = ['/import', '/verify', '/compare', '/packs', '/settings', '/register', '/clock'];

/** What a person waits for, in the built application over the loopback host and a real Chromium. */
export async function appBench(root: string, switches: readonly string[]): Promise<void> {
  if (chromiumPath() === null) {
    print('The application', [{ what: 'not measured', result: 'there is no Chromium on this machine' }]);
    return;
  }
  const empty = await withApp(root, emptyProfile);
  print('The application with an empty profile', [
    { what: 'listening after', result: told(empty.listening) },
    { what: 'first page', result: ms(empty.page) },
    { what: 'host memory, peak', result: megabytes(empty.memory) },
  ]);
  for (const elevators of switches.includes('--large') ? [...FLEETS, LARGE_FLEET] : FLEETS) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-app-'));
    try {
      makeTables(root, folder, elevators);
      const lines = await withApp(root, (app) => used(app, folder, empty));
      print(`The application with ${elevators} elevators × ${YEARS} years`, lines);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function makeTables(root: string, folder: string, elevators: number): void {
  const args = ['sample', '--elevators', String(elevators), '--years', String(YEARS), '--seed', '1', '--out', folder];
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'cli.mjs'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the sample fleet could not be made');
}

async function withApp<T>(root: string, work: (app: LoopbackApp) => Promise<T>): Promise<T> {
  const app = new LoopbackApp(root);
  try {
    return await work(app);
  } finally {
    await app.end();
  }
}

interface Empty {
  readonly listening: Spent;
  readonly page: number;
  readonly memory: number;
  /** Bytes that the host reads until it listens, then for a page. */
  readonly starting: number;
  readonly opening: number;
}

async function emptyProfile(app: LoopbackApp): Promise<Empty> {
  await app.startHost(); // makes the profile
  await app.stopHost();
  const listening = await started(app);
  const { read: starting } = hostBytes(app);
  const page = await timed(async () => {
    await (await app.openPage()).locator('.status-bar').waitFor();
  });
  return { listening, page, memory: hostMemory(app), starting, opening: hostBytes(app).read - starting };
}

/** One life of a profile: an import, openings, pages, saves in the page, a start anew and its first save. */
async function used(app: LoopbackApp, folder: string, empty: Empty): Promise<Line[]> {
  await app.startHost();
  const lines = await imported(app, folder);
  await app.stopHost();
  const listening = await started(app);
  const { read: starting } = hostBytes(app);
  const page = await app.openPage();
  page.setDefaultTimeout(SLOWEST_MS);
  const following = await timed(() => settled(page));
  await watchPages(page);
  const opened = await openings(app, page);
  lines.push(
    { what: 'the read model built from nothing', result: ms(following) },
    {
      what: 'listening',
      result: told(listening),
      ratio: `${ms(listening.wall - empty.listening.wall)} over an empty profile`,
    },
    {
      what: 'bytes read until it listens',
      result: kilobytes(starting - empty.starting),
      ratio: `over an empty profile; the index is ${kilobytes(journalBytes(app).index)}`,
    },
    ...opened,
    {
      what: 'host memory, peak',
      result: megabytes(hostMemory(app)),
      ratio: `${megabytes(hostMemory(app) - empty.memory)} over an empty profile`,
    },
    ...(await keys(page)),
    ...(await pages(page)),
  );
  const [, firstRow = ''] = readFileSync(join(folder, 'elevators.csv'), 'utf8').split('\n', 2);
  const registrationNo = firstRow.split(',')[0] ?? ''; // of the sample: the first column is never quoted
  lines.push(...(await savedInPage(app, page, registrationNo)));
  await app.stopHost();
  await app.startHost();
  const first = await spentByHost(app, () => callHost(app.address, 'visit.log', visitOf(registrationNo)));
  lines.push(
    { what: 'first save after a start', result: told(first) },
    {
      what: 'journal',
      result: megabytes(journalBytes(app).journal),
      ratio: `longest line ${kilobytes(longestLine(app))}`,
    },
  );
  return lines;
}

/** Of the processor: all that the new host has taken until it listens. */
async function started(app: LoopbackApp): Promise<Spent> {
  const from = performance.now();
  await app.startHost();
  return { wall: performance.now() - from, processor: hostProcessor(app) };
}

async function imported(app: LoopbackApp, folder: string): Promise<Line[]> {
  const files = TABLES.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const rows = files.reduce((sum, { bytes }) => sum + bytes.toString('latin1').split('\n').length - 2, 0);
  let preview!: ImportPreview;
  const previewed = await spentByHost(app, async () => {
    preview = (await callHost(app.address, 'import.preview', { files })) as ImportPreview;
  });
  const decline = preview.recordsFromProposals.map(({ registrationNo }) => registrationNo);
  const recordsFrom = { accept: [], decline };
  const committed = await spentByHost(app, () =>
    callHost(app.address, 'import.commit', { importId: preview.importId, recordsFrom, acceptUpdates: [] }),
  );
  return [
    { what: `preview of ${rows} rows`, result: told(previewed) },
    { what: 'writing the import', result: told(committed) },
    { what: 'host memory after the import, peak', result: megabytes(hostMemory(app)) },
  ];
}

/** Until the read model has followed the journal and rows are on the page. */
async function settled(page: Page): Promise<void> {
  await rowsShown(page);
  await page.locator('.busy-line').waitFor({ state: 'detached' });
}

async function rowsShown(page: Page): Promise<void> {
  await page.locator('[role=row] a').first().waitFor();
}

async function openings(app: LoopbackApp, page: Page): Promise<Line[]> {
  const times: number[] = [];
  const busy: number[] = [];
  const longest: number[] = [];
  const asked: number[] = [];
  let replies = 0;
  const before = hostBytes(app).read;
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
  const read = (hostBytes(app).read - before) / OPENINGS;
  return [
    { what: 'first rows, read model there', result: ms(medianOf(times)), ratio: `UI thread ${ms(medianOf(busy))}` },
    { what: 'longest task of an opening', result: longTask(medianOf(longest)) },
    counted('questions for the rows of the fleet an opening', Math.max(...asked), 1),
    { what: 'replies sent to the page an opening', result: kilobytes(replies / OPENINGS) },
    {
      what: 'bytes that the host reads an opening',
      result: kilobytes(read),
      ratio: 'the files of the program among them',
    },
  ];
}

/** Keys typed into the finder and into the search of the list: what the UI thread is busy with for each. */
async function keys(page: Page): Promise<Line[]> {
  const ui = await UiThread.of(page);
  const lines: Line[] = [];
  for (const [what, selector] of [
    ['a key in the finder', '.finder input'],
    ['a key in the search of the fleet', '.filters input[role=searchbox]'],
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
    lines.push({
      what,
      result: `UI thread ${ms(each)}`,
      ratio: `longest task ${longTask(Math.max(0, ...(await readWatched(page)).longTasks))}`,
    });
    await field.fill('');
  }
  return lines;
}

/** Every page of the navigation: how many nodes it has, and its longest task. */
async function pages(page: Page): Promise<Line[]> {
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
  return [
    counted('nodes of the page with the most', most, MOST_NODES, where),
    { what: 'longest task while a page is opened', result: longTask(longest), ratio: slowest },
  ];
}

/** Visits saved in the page, each until the page of its elevator shows it and the fleet's row is renewed. */
async function savedInPage(app: LoopbackApp, page: Page, registrationNo: string): Promise<Line[]> {
  const times: number[] = [];
  const longest: number[] = [];
  const written: number[] = [];
  for (let place = 1; place <= SAVES; place++) {
    await go(page, `#/visit/${encodeURIComponent(registrationNo)}`);
    await page.getByText('附件A').first().waitFor();
    await fillPaperVisit(page, '王海');
    const clock = `0${place}:0${place}`;
    await page.getByLabel('开始时间').fill(clock);
    await readWatched(page);
    const before = { ...hostBytes(app), ...journalBytes(app) };
    times.push(
      await timed(async () => {
        await page.keyboard.press('Control+Enter');
        await page.getByText(clock).first().waitFor();
        await page.locator('.busy-line').waitFor({ state: 'detached' });
      }),
    );
    const entry = journalBytes(app).journal - before.journal;
    await page.waitForTimeout(500);
    written.push((hostBytes(app).written - before.written) / entry);
    longest.push(Math.max(0, ...(await readWatched(page)).longTasks));
  }
  return [
    { what: 'a save in the page until it is shown', result: ms(medianOf(times)) },
    { what: 'longest task of a save', result: longTask(medianOf(longest)) },
    {
      what: 'bytes that the host writes a save',
      result: `${medianOf(written).toFixed(1)} × its entry`,
      ratio: 'replies to the page among them',
    },
  ];
}

function visitOf(registrationNo: string) {
  const visit = { registrationNo, date: '2026-11-23', task: 'half-month', technicians: ['王海'], startedAt: '05:05' };
  return { visit, late: { reason: '测量' } };
}

function counted(what: string, figure: number, most: number, where = ''): Line {
  return { what, result: String(figure), ratio: where, aim: { text: `at most ${most}`, reached: figure <= most } };
}

const told = ({ wall, processor }: Spent): string => `${ms(wall)}, of the processor ${ms(processor)}`;
/** A browser tells of tasks from 50 ms on. */
const longTask = (value: number): string => (value === 0 ? 'none over 50 ms' : ms(value));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 2 : 0)} MB`;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} kB`;
}
