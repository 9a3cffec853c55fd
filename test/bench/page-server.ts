import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { processorTimeOf } from './processor-time';

export function chromiumPath(): string | null {
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ?? null;
}

/** Builds one page of `test/bench` into the folder and serves it, beside whatever files stand there. */
export async function servePage(root: string, entry: string, folder: string): Promise<Server> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    base: './',
    worker: { format: 'es' },
    build: {
      lib: { entry: join(root, 'test', 'bench', entry), formats: ['es'], fileName: () => 'page.js' },
      outDir: folder,
      emptyOutDir: false,
    },
  });
  const page = '<!doctype html><meta charset="utf-8"><script type="module" src="page.js"></script>';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = basename(pathname);
    const found = [name, join('assets', name)].find((file) => name !== '' && existsSync(join(folder, file)));
    const type = name.endsWith('.js') ? 'text/javascript' : name.endsWith('.json') ? 'application/json' : 'text/html';
    response.setHeader('Content-Type', type);
    response.end(name === '' ? page : found === undefined ? '' : readFileSync(join(folder, found)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export interface FreshBrowser {
  readonly executablePath: string;
  readonly profile: string;
  readonly address: string;
  /** Name on `window` that says the page is ready. */
  readonly ready: string;
}

/** A browser started anew on the same profile, so that nothing of the last run is warm but the disk. */
export async function inFreshBrowser<A, T>(
  { executablePath, profile, address, ready }: FreshBrowser,
  work: (argument: A) => Promise<T>,
  argument: A,
  /** Told the processor milliseconds that the browser spent on the work, null where nothing tells. */
  onProcessorTime: (milliseconds: number | null) => void = () => undefined,
): Promise<T> {
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: ['--no-sandbox'] });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction((name) => name in window, ready);
    const before = processorTimeOf(profile);
    const answer = await page.evaluate(work as (argument: unknown) => Promise<T>, argument);
    const after = processorTimeOf(profile);
    onProcessorTime(before === null || after === null ? null : after - before);
    return answer;
  } finally {
    await context.close();
  }
}
