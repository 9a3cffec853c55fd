import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { watchPages } from '../support/watched-page';
import { commandLine } from './app-command-line';
import { hostBytes, hostMemory, hostProcessor, journalBytes, longestLine, type Spent } from './app-gauges';
import { importTables, type Imported } from './app-import';
import { keys, openings, pagesOf, rowsShown, sorted } from './app-page';
import { papers } from './app-papers';
import { savedAfterStart, savedInPage } from './app-saves';
import { joined, kilobytes, megabytes, printTable, printTold, timed, told, within, type Told } from './app-told';
import { CountedApp } from './counted-app';
import { makeTables, YEARS } from './fleet-tables';
import { chromiumPath } from './page-server';
import { ms, print } from './timing';

/** Others are asked for by `npm run bench -- app --sizes=36,100000`. */
const SIZES = [36, 10_000];
const SLOWEST_MS = 3_600_000;
const USUAL_ELEVATORS = 10_000;

/** What a person waits for, in the built application over the loopback host and a real Chromium. */
export async function appBench(root: string, switches: readonly string[]): Promise<void> {
  if (chromiumPath() === null) {
    print('The application', [{ what: 'not measured', result: 'there is no Chromium on this machine' }]);
    return;
  }
  const load = loadavg()[0]!.toFixed(1);
  process.stdout.write(`${availableParallelism()} cores, load ${load} at the beginning\n`);
  const empty = await CountedApp.with(root, emptyProfile);
  printTold('The application with an empty profile', toldOf(empty));
  const fleets: [string, Told][] = [['empty', toldOf(empty)]];
  for (const elevators of sizesIn(switches)) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-app-'));
    try {
      makeTables(root, folder, elevators);
      const used = await CountedApp.with(root, (app) => usedProfile(app, { folder, elevators, empty }));
      const all = joined([used, await commandLine(root, folder, elevators < USUAL_ELEVATORS)]);
      printTold(`The application with ${elevators} elevators × ${YEARS} years`, all);
      fleets.push([`${elevators} × ${YEARS} years`, all]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  printTable(fleets);
}

function sizesIn(switches: readonly string[]): readonly number[] {
  const asked = switches.find((word) => word.startsWith('--sizes='));
  return asked === undefined ? SIZES : asked.slice('--sizes='.length).split(',').map(Number);
}

interface Empty {
  readonly listening: Spent;
  readonly page: number;
  readonly memory: number;
  /** Bytes that the host reads until it listens. */
  readonly starting: number;
}

async function emptyProfile(app: CountedApp): Promise<Empty> {
  await app.startHost(); // makes the profile
  await app.stopHost();
  const listening = await started(app);
  const { read: starting } = hostBytes(app);
  const page = await timed(async () => {
    await (await app.openPage()).locator('.status-bar').waitFor();
  });
  return { listening, page, memory: hostMemory(app), starting };
}

function toldOf({ listening, page, memory }: Empty): Told {
  return {
    waits: [
      { what: LISTENING, result: told(listening) },
      { what: 'first page', result: ms(page) },
    ],
    counts: [{ what: MEMORY, result: megabytes(memory) }],
  };
}

const LISTENING = 'a start until it listens';
const MEMORY = 'host memory after opening, peak';
const MOST_LATER_MS = 600;
const MOST_REBUILT_MS = 6_000;
const MOST_IMPORTED_MS = 12_000;
const MOST_MEMORY = { usual: 200, large: 600 };
const MEGABYTE = 1024 * 1024;

interface Fleet {
  readonly folder: string;
  readonly elevators: number;
  readonly empty: Empty;
}

/** One life of a profile: an import, openings, pages, saves in the page, a start anew and its first save, papers. */
async function usedProfile(app: CountedApp, { folder, elevators, empty }: Fleet): Promise<Told> {
  await app.startHost();
  const imported = await importTables(app, folder);
  await app.stopHost();
  const listening = await started(app);
  const { read } = hostBytes(app);
  const { journalRead } = await app.counts();
  const page = await app.openPage();
  page.setDefaultTimeout(SLOWEST_MS);
  const following = await timed(() => settled(page));
  await watchPages(page);
  const opened = await openings(app, page, elevators > USUAL_ELEVATORS);
  const memory = hostMemory(app);
  const most = elevators > USUAL_ELEVATORS ? MOST_MEMORY.large : MOST_MEMORY.usual;
  const start: Told = {
    waits: [
      {
        what: LISTENING,
        result: told(listening),
        ratio: `${ms(Math.max(0, listening.wall - empty.listening.wall))} over an empty profile`,
        aim: {
          text: `≤ ${ms(MOST_LATER_MS)} over an empty profile`,
          reached: listening.wall - empty.listening.wall <= MOST_LATER_MS,
        },
      },
    ],
    counts: [
      within('bytes of the journal read until it listens', journalRead, 10 * 1024, kilobytes),
      {
        what: 'all bytes read until it listens',
        result: kilobytes(read - empty.starting),
        ratio: `over an empty profile; the index is ${kilobytes(journalBytes(app).index)}`,
      },
      within(MEMORY, memory, most * MEGABYTE, megabytes, `${megabytes(memory - empty.memory)} over an empty profile`),
    ],
  };
  const used = [start, opened, await keys(page), await sorted(page), await pagesOf(page)];
  const numbers = registrationNos(folder);
  used.push(await savedInPage(app, page, numbers[0]!));
  await app.closeBrowser();
  await app.stopHost();
  await app.startHost();
  used.push(await savedAfterStart(app, numbers), await papers(app, numbers), built(imported, following, app));
  return joined(used);
}

function built({ previewed, committed, memory, rows }: Imported, following: number, app: CountedApp): Told {
  const together = committed.wall + following;
  return {
    waits: [
      { what: 'an import tried', result: told(previewed), ratio: `${rows} rows` },
      { what: 'an import written', result: told(committed) },
      within('the read model built from nothing', following, MOST_REBUILT_MS, ms),
      within('written and followed', together, MOST_IMPORTED_MS, ms),
    ],
    counts: [
      within('host memory after the import, peak', memory, 700 * MEGABYTE, megabytes),
      within('longest line of the journal', longestLine(app), 1.1 * MEGABYTE, megabytes),
      { what: 'journal', result: megabytes(journalBytes(app).journal) },
    ],
  };
}

/** Of the processor: all that the new host has taken until it listens. */
async function started(app: CountedApp): Promise<Spent> {
  const from = performance.now();
  await app.startHost();
  return { wall: performance.now() - from, processor: hostProcessor(app) };
}

/** Until the read model has followed the journal and rows are on the page. */
async function settled(page: Page): Promise<void> {
  await rowsShown(page);
  await page.locator('.busy-line').waitFor({ state: 'detached' });
}

/** Of the sample: the first column is never quoted. */
function registrationNos(folder: string): string[] {
  const lines = readFileSync(join(folder, 'elevators.csv'), 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => line.slice(0, line.indexOf(',')));
}
