import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { LoopbackApp } from '../support/loopback-app';
import { chromiumPath } from './page-server';

const HAZARDS = 10_000;
const ELEVATORS = 5_000;
/** What a browser calls a long task, in milliseconds: three frames. */
const LONG = 50;

/** The board with ten thousand hazards in the built application: the tasks on the UI thread that a hand would feel. */
export async function boardBench(root: string): Promise<void> {
  if (chromiumPath() === null) {
    process.stdout.write('board: left out, no Chromium on this machine\n');
    return;
  }
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'ensure-built.mjs')], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the application could not be built');
  const app = new LoopbackApp(root);
  const folder = mkdtempSync(join(tmpdir(), 'elevator-audit-bench-'));
  try {
    await app.startHost();
    const page = await app.openPage();
    await fill(page, root, folder);
    await page.reload();
    await goTo(page, '#/', '[role=grid]');
    process.stdout.write(`board: ${HAZARDS} hazards on ${ELEVATORS} elevators, longest task on the UI thread\n`);
    await told(page, 'opening', () => goTo(page, '#/hazards', '[data-hazard]'));
    const head = (await page.locator('.page-head').innerText()).replaceAll(',', '');
    if (!head.includes(String(HAZARDS))) throw new Error(`the board does not tell of ${HAZARDS} hazards: ${head}`);
    await told(page, 'a group (1)', () => page.keyboard.press('1'));
    await told(page, 'no group (1)', () => page.keyboard.press('1'));
    await told(page, 'fifty cards down', async () => {
      for (let card = 0; card < 50; card++) await page.keyboard.press('ArrowDown');
    });
    await told(page, 'three columns along', async () => {
      for (let column = 0; column < 3; column++) await page.keyboard.press('ArrowRight');
    });
  } finally {
    await app.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(page: Page, root: string, folder: string): Promise<void> {
  const number = (index: number): string => `梯11浙A${String(index).padStart(5, '0')}(26)`;
  const elevators = Array.from(
    { length: ELEVATORS },
    (_, index) => `${number(index)},3110,翠柏路${1 + (index % 900)}号,${index % 9}幢,2004-08-22`,
  );
  const parts = componentsOf(root);
  const hazards = Array.from({ length: HAZARDS }, (_, index) => {
    const day = `2025-${String(1 + (index % 9)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const estimate = index % 4 === 0 ? ',' : `${1 + (index % 4)},${'ABCDEF'[index % 6]!}`;
    return `${number(index % ELEVATORS)},${day},王海,${parts[index % parts.length]!},第${index}项,maintainer,${estimate}`;
  });
  const files = [
    ['elevators.csv', ['registration_no,kind,address,internal_no,accepted_on', ...elevators]],
    ['hazards.csv', ['registration_no,found_on,found_by,component,what,responsible,severity,probability', ...hazards]],
  ] as const;
  for (const [name, lines] of files) writeFileSync(join(folder, name), lines.join('\n'));
  await goTo(page, '#/import', 'input[type=file]');
  await page.setInputFiles(
    'input[type=file]',
    files.map(([name]) => join(folder, name)),
  );
  await page
    .getByText(new RegExp(`新增 ${ELEVATORS} 台`))
    .first()
    .waitFor({ timeout: 120_000 });
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/已写入/)
    .first()
    .waitFor({ timeout: 120_000 });
}

function componentsOf(root: string): readonly string[] {
  const pack = JSON.parse(readFileSync(join(root, 'resources', 'regulations', 'cn.json'), 'utf8')) as {
    hazards: { components: { id: string }[] };
  };
  return pack.hazards.components.map(({ id }) => id);
}

async function goTo(page: Page, hash: string, shown: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator(shown).first().waitFor({ state: 'attached', timeout: 120_000 });
}

/** Does the work, waits until the page is quiet, and prints the longest task of that time. */
async function told(page: Page, what: string, work: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration);
    }).observe({ type: 'longtask' });
    (window as unknown as { longTasks: number[] }).longTasks = seen;
  });
  await work();
  await page.waitForTimeout(1_500);
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  const longest = tasks.length === 0 ? `none over ${LONG} ms` : `${Math.max(...tasks).toFixed(0)} ms`;
  process.stdout.write(`  ${what.padEnd(22)} ${longest}\n`);
}
