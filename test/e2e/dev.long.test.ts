import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_HANG_MS } from '../../scripts/test-length.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCES = [
  'domain',
  'electron',
  'renderer',
  'resources',
  'scripts',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]{64}/g;

describe('npm run dev', () => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'dev-')));
  const said = { out: '', err: '' };
  let child: ChildProcess;
  let browser: Browser | undefined;
  const addresses = (): readonly string[] => said.out.match(ADDRESS) ?? [];
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) {
      if (child.exitCode !== null) throw new Error(`ended: ${said.out}${said.err}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  beforeAll(async () => {
    for (const name of SOURCES) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(copy, 'node_modules'), 'dir');
    const words = ['--loopback', '--profile', join(copy, '资 料'), '--port', '0'];
    child = spawn(process.execPath, [join(copy, 'scripts', 'dev.mjs'), ...words], { cwd: copy });
    child.stdout!.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    await until(() => addresses().length > 0);
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    expect(existsSync(join(copy, '资 料', 'lock'))).toBe(false);
    rmSync(copy, { recursive: true, force: true });
  });

  it('shows a component as it is saved, in the page as it stands, and a host built anew', async () => {
    const page = await browser!.newPage({ locale: 'zh-CN' });
    page.setDefaultTimeout(PAGE_HANG_MS);
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(addresses()[0]!);
    await page.getByRole('heading', { level: 1, name: '电梯台账' }).waitFor();
    await page.evaluate('window.stands = true');

    const component = join(copy, 'renderer/pages/fleet/empty-fleet.tsx');
    const source = readFileSync(component, 'utf8');
    writeFileSync(component, source.replace("{t('fleet.empty')}", "{t('fleet.empty')}<b>刚刚改的字</b>"));
    await page.getByText('刚刚改的字').waitFor();
    await expect.poll(() => page.evaluate('window.stands')).toBe(true);
    expect(faults).toEqual([]);

    const host = join(copy, 'electron/loopback/server.ts');
    writeFileSync(host, readFileSync(host, 'utf8').replace("'only GET'", "'GET and nothing else'"));
    await until(() => addresses().length > 1);
    const refused = await fetch(new URL(addresses()[1]!).origin, { method: 'PUT' });
    expect(await refused.text()).toBe('GET and nothing else');
  });
});
