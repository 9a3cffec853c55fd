import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Route } from 'playwright-core';
import { PAGE_HANG_MS } from '../../scripts/test-length.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

/** Started without its own network chatter, in a sandboxless headless mode that works for root. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * `SLOW_PAGES=4` in the environment: pages compute four times slower, and each request waits up to so many times 100 ms,
 * so that what a test does not wait for comes too late on a fast machine too.
 */
const SLOWER = Number(process.env['SLOW_PAGES'] ?? 1);
const aWhile = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * SLOWER));

/** The built program over the loopback host and a real browser before it; both can be killed and started again. */
export class LoopbackApp {
  readonly profileDir = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-'));
  readonly browserDir = mkdtempSync(join(tmpdir(), 'elevator-audit-chromium-'));
  /** Console errors, page errors and requests that would have left the machine. */
  readonly faults: string[] = [];
  readonly #root: string;
  readonly #author: string | null;
  readonly #flags: readonly string[];
  #host: ChildProcess | null = null;
  #context: BrowserContext | null = null;
  /**
   * Stands between page and host: true takes a request, to be let go or aborted later. It is the only way to hold one: a
   * handler of a page that is taken off while a request is under way has it let through twice.
   */
  between: ((route: Route) => boolean | Promise<boolean>) | null = null;
  address = '';

  /**
   * `root`: the folder of the project. `author`: who writes, as the settings say at the first start; null = nobody yet.
   * `flags`: of Node, for the host.
   */
  constructor(root = ROOT, author: string | null = '孙丽华', flags: readonly string[] = []) {
    this.#root = root;
    this.#author = author;
    this.#flags = flags;
  }

  async startHost(): Promise<void> {
    const settings = join(this.profileDir, 'settings.json');
    if (this.#author !== null && !existsSync(settings))
      writeFileSync(settings, JSON.stringify({ author: this.#author }));
    const program = [join(this.#root, 'out/main/loopback.js'), '--profile', this.profileDir];
    const host = spawn(process.execPath, [...this.#flags, ...program], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#host = host;
    host.stderr.on('data', (chunk: Buffer) => this.faults.push(`host: ${chunk.toString()}`));
    this.address = await new Promise<string>((resolve, reject) => {
      let text = '';
      host.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]{64}/.exec(text);
        if (found !== null) resolve(found[0]);
      });
      host.on('exit', (code) => reject(new Error(`the host ended with ${String(code)}`)));
    });
  }

  /** Number of the host's process. */
  get hostPid(): number {
    return this.#host?.pid ?? 0;
  }

  async stopHost(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const host = this.#host;
    if (host === null || host.exitCode !== null) return;
    const ended = new Promise((resolve) => host.once('exit', resolve));
    host.kill(signal);
    await ended;
  }

  async openPage(): Promise<Page> {
    this.#context ??= await chromium.launchPersistentContext(this.browserDir, {
      executablePath: '/usr/bin/chromium',
      args: CHROMIUM_FLAGS,
      viewport: { width: 1280, height: 720 },
      acceptDownloads: true,
      locale: 'zh-CN',
    });
    await this.#context.route('**/*', async (route) => {
      if (SLOWER > 1) await aWhile();
      if ((await this.between?.(route)) === true) return;
      const { hostname, protocol } = new URL(route.request().url());
      if (hostname === '127.0.0.1' || protocol === 'blob:' || protocol === 'data:') return route.continue();
      this.faults.push(`left the machine: ${route.request().url()}`);
      return route.abort();
    });
    const page = await this.#context.newPage();
    page.setDefaultTimeout(PAGE_HANG_MS);
    if (SLOWER > 1)
      await (await this.#context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`page: ${error.message}`));
    await page.goto(this.address);
    return page;
  }

  async closeBrowser(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  async end(): Promise<void> {
    await this.closeBrowser();
    await this.stopHost();
    rmSync(this.profileDir, { recursive: true, force: true });
    rmSync(this.browserDir, { recursive: true, force: true });
  }
}
