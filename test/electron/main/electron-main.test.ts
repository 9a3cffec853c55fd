import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOut, startIn } from '../../support/electron-stand-in/lay-out';

interface Reply {
  ok: boolean;
  error?: { code: string };
}
interface Seen {
  orderBeforeReady: string[];
  order: string[];
  schemes: { scheme: string; privileges: Record<string, boolean> }[];
  urls: string[];
  menu: null;
  webPreferences: Record<string, unknown>;
  handlers: string[];
  windowOpen: { action: string };
  navigation: Record<string, boolean>;
  webviewPrevented: boolean;
  permission: Record<string, boolean>;
  network: Record<string, boolean>;
  calls: Record<string, Reply>;
  pages: Record<string, { status: number; csp: string | null }>;
}

describe('the built main process', () => {
  let home: string;
  let seen: Seen;
  const start = (env: Record<string, string> = {}): Promise<Seen> =>
    startIn(home, { args: ['--profile', join(home, 'profile')], env });

  beforeAll(async () => {
    home = layOut();
    seen = await start();
  });
  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it('registers its scheme and the sandbox before ready, and opens the window after', () => {
    expect(seen.orderBeforeReady).toEqual([
      'requestSingleInstanceLock',
      'registerSchemesAsPrivileged',
      'enableSandbox',
    ]);
    expect(seen.order.indexOf('window')).toBeGreaterThan(seen.order.indexOf('ready'));
    expect(seen.urls).toEqual(['app://elevator-audit/']);
    expect(seen.menu).toBeNull();
  });

  it('gives its scheme no more than it needs', () => {
    expect(seen.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('opens the page isolated, sandboxed and without Node', () => {
    expect(seen.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
  });

  it('denies new windows, foreign navigation and webviews', () => {
    expect(seen.windowOpen).toEqual({ action: 'deny' });
    expect(seen.navigation).toEqual({ own: false, foreign: true, lookalike: true, file: true });
    expect(seen.webviewPrevented).toBe(true);
  });

  it('refuses every permission and every request that would leave the machine', () => {
    expect(seen.permission).toEqual({ request: false, check: false, device: false });
    expect(seen.network).toEqual({ own: false, foreign: true, websocket: true, file: true });
  });

  it('answers its own page and refuses every other sender', () => {
    expect(seen.handlers).toEqual(['bridge.call']);
    expect(seen.calls['own']?.ok).toBe(true);
    for (const who of ['foreignOrigin', 'subFrame', 'nullFrame'])
      expect(seen.calls[who], who).toEqual({ ok: false, error: { code: 'forbidden', details: {} } });
  });

  it('refuses surplus fields and unknown channels', () => {
    for (const what of ['surplusMember', 'surplusField', 'unknownChannel', 'prototypeChannel', 'noMessage'])
      expect(seen.calls[what]?.error?.code, what).toBe('bad-request');
  });

  it('serves its pages under the policy and nothing beside them', () => {
    expect(seen.pages['index']?.status).toBe(200);
    expect(seen.pages['index']?.csp).toContain("default-src 'none'; script-src 'self';");
    expect(seen.pages['index']?.csp).not.toContain('unsafe');
    for (const path of ['traversal', 'otherHost', 'post']) expect(seen.pages[path]?.status, path).toBe(404);
  });

  it('a second instance leaves at once', async () => {
    const second = await start({ STAND_IN_LOCKED: '1' });
    expect(second.order).toContain('quit');
    expect(second.urls).toEqual([]);
  });
});
