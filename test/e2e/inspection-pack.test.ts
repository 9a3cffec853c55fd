import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { go, written } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';

const CLI = join(import.meta.dirname, '..', '..', 'scripts', 'cli.mjs');
const NO = '梯11浙A12056(04)';
const app = new LoopbackApp();
const folder = mkdtempSync(join(tmpdir(), 'inspection-pack-e2e-'));
let page: Page;

beforeAll(async () => {
  const pass = ['--passphrase-file', written(folder, 'passphrase', '梯审 2026 passphrase\n')];
  const place = 'registration_no,kind,address,internal_no,in_service_on';
  const register = written(folder, 'elevators.csv', `${place}\n${NO},3110,翠柏路18号翠柏苑,1幢A梯,2026-10-01\n`);
  const visits = written(
    folder,
    'visits.csv',
    `registration_no,date,task,start,end,technicians,confirmed_by\n${NO},2026-10-12,year,09:00,09:40,张建国;李明,孙丽华\n`,
  );
  const identity = ['--identity', join(folder, 'id.p12'), ...pass];
  const run = (...args: string[]): unknown => execFileSync(process.execPath, [CLI, ...args], { stdio: 'pipe' });
  run('identity', 'create', '--name', '样例维保公司', '--out', join(folder, 'id.p12'), ...pass);
  run(
    ...['report', '--register', register, '--visits', visits, '--as-of', '2026-11-23', ...identity],
    ...['--kind', 'inspection-pack', '--elevator', 'all', '--locale', 'zh-CN', '--out', join(folder, 'out')],
  );
  await app.startHost();
  page = await app.openPage();
});
afterAll(async () => {
  await app.end();
  rmSync(folder, { recursive: true, force: true });
});

it('a pack is verified with every paper in it, each named with its own result', async () => {
  const pack = join(folder, 'out', readdirSync(join(folder, 'out'))[0]!);
  await go(page, '#/verify');
  await page.locator('input[type=file][accept*=".pdf"]').setInputFiles(pack);
  const papers = page.getByRole('region', { name: '资料包内2件，逐件核验' });
  await papers.getByText('维护保养记录单').first().waitFor();
  await expect.poll(() => papers.getByRole('row').count()).toBe(3); // the head, the report and one record
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page
    .getByRole('region', { name: '2 papers inside, each checked by itself' })
    .getByText('Visit record')
    .first()
    .waitFor();
  expect(app.faults).toEqual([]);
});
