import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ImportPreview } from '../../domain/bridge/replies';
import { LoopbackApp } from '../support/loopback-app';
import { callHost } from '../support/window-bridge';
import { chromiumPath } from './page-server';
import { medianOf, ms, print, type Line } from './timing';

const FLEETS = [36, 10_000] as const;
const YEARS = 3;
const TABLES = ['elevators.csv', 'visits.csv', 'outages.csv', 'inspections.csv'];
const SAVES = 5;
const OPENINGS = 3;

/** What a person waits for, in the built application over the loopback host and a real Chromium. */
export async function appBench(root: string): Promise<void> {
  if (chromiumPath() === null) {
    print('The application', [{ what: 'not measured', result: 'there is no Chromium on this machine' }]);
    return;
  }
  const empty = await withApp(root, async (app) => ({
    listening: await timed(() => app.startHost()),
    memory: memoryOf(app).peak,
  }));
  print('The application with an empty profile', [
    { what: 'listening after', result: ms(empty.listening) },
    { what: 'host memory, peak', result: megabytes(empty.memory) },
  ]);
  for (const elevators of FLEETS) {
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
  readonly listening: number;
  readonly memory: number;
}

/** One life of a profile: an import, openings before and after somebody logs, saves, a start anew. */
async function used(app: LoopbackApp, folder: string, empty: Empty): Promise<Line[]> {
  await app.startHost();
  const files = TABLES.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const rows = files.reduce((sum, { bytes }) => sum + bytes.toString('latin1').split('\n').length - 2, 0);
  let preview!: ImportPreview;
  const previewed = await timed(async () => {
    preview = (await callHost(app.address, 'import.preview', { files })) as ImportPreview;
  });
  const decline = preview.recordsFromProposals.map(({ registrationNo }) => registrationNo);
  const recordsFrom = { accept: [], decline };
  const committed = await timed(() =>
    callHost(app.address, 'import.commit', { importId: preview.importId, recordsFrom, acceptUpdates: [] }),
  );
  const importing = memoryOf(app).peak;
  await app.stopHost();
  const journal = join(app.profileDir, 'journal', 'journal.ndjson');
  const lines = readFileSync(journal).length;

  const listening = await timed(() => app.startHost());
  const first = await opened(app);
  const following = await timed(() => settled(first));
  const warm = await openings(app, first);
  const opening = memoryOf(app).peak;

  await app.stopHost();
  await app.startHost();
  const [, firstRow = ''] = readFileSync(join(folder, 'elevators.csv'), 'utf8').split('\n');
  const registrationNo = firstRow.split(',')[0] ?? ''; // of the sample: the first column is never quoted
  const save = (place: number) => visitOf(registrationNo, place);
  const before = statSync(journal).size;
  const firstSave = await timed(() => callHost(app.address, 'visit.log', save(0)));
  const grown = statSync(journal).size - before;
  const saves: number[] = [];
  for (let place = 1; place <= SAVES; place++)
    saves.push(await timed(() => callHost(app.address, 'visit.log', save(place))));
  const page = await first.context().newPage();
  const caught = await timed(async () => {
    await page.goto(app.address);
    await rowsShown(page);
  });
  await page.close();
  const longest = longestLine(journal);
  return [
    { what: `preview of ${rows} rows`, result: ms(previewed) },
    { what: 'writing the import', result: ms(committed) },
    { what: 'host memory after the import, peak', result: megabytes(importing) },
    { what: 'listening', result: ms(listening), ratio: `${ms(listening - empty.listening)} over an empty profile` },
    { what: 'the read model built from nothing', result: ms(following) },
    { what: 'first rows, read model there', result: ms(medianOf(warm)) },
    {
      what: 'host memory after opening, peak',
      result: megabytes(opening),
      ratio: `${megabytes(opening - empty.memory)} over an empty profile`,
    },
    { what: 'first save after a start', result: ms(firstSave) },
    { what: 'each later save', result: ms(medianOf(saves)) },
    { what: 'first rows after those saves', result: ms(caught) },
    { what: 'journal', result: megabytes(lines), ratio: `longest line ${megabytes(longest)}, a visit ${grown} bytes` },
  ];
}

function visitOf(registrationNo: string, place: number) {
  const date = '2026-11-23';
  const startedAt = `0${place}:00`;
  return {
    visit: { registrationNo, date, task: 'half-month', technicians: ['王海', '李强'], startedAt },
    late: { reason: '测量' },
  };
}

async function opened(app: LoopbackApp): Promise<Page> {
  return app.openPage();
}

/** Until the read model has followed the journal and rows are on the page. */
async function settled(page: Page): Promise<void> {
  page.setDefaultTimeout(600_000);
  await rowsShown(page);
  await page.locator('.busy-line').waitFor({ state: 'detached' });
}

async function rowsShown(page: Page): Promise<void> {
  await page.locator('[role=row] a').first().waitFor();
}

async function openings(app: LoopbackApp, page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < OPENINGS; run++) {
    await page.goto('about:blank');
    times.push(
      await timed(async () => {
        await page.goto(app.address);
        await rowsShown(page);
      }),
    );
  }
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Bytes that the host has taken at most. */
function memoryOf(app: LoopbackApp): { readonly peak: number } {
  const status = readFileSync(`/proc/${app.hostPid}/status`, 'utf8');
  return { peak: Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) * 1024 };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 2 : 0)} MB`;
}

function longestLine(path: string): number {
  const text = readFileSync(path);
  let longest = 0;
  for (let from = 0, end = text.indexOf(10); end >= 0; from = end + 1, end = text.indexOf(10, from))
    longest = Math.max(longest, end - from);
  return longest;
}
