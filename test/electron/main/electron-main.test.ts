import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StandInHome } from '../../support/stand-in-home';

interface Reply {
  ok: boolean;
  error?: { code: string };
}
interface Item {
  label?: string;
  role?: string;
  accelerator?: string;
  submenu?: Item[];
}
interface Seen {
  orderBeforeReady: string[];
  order: string[];
  schemes: { scheme: string; privileges: Record<string, boolean> }[];
  urls: string[];
  options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
  handlers: string[];
  listeners: string[];
  windowOpen: { action: string };
  navigation: Record<string, boolean>;
  webviewPrevented: boolean;
  permission: Record<string, boolean>;
  network: Record<string, boolean>;
  calls: Record<string, Reply>;
  files: Record<string, unknown>;
  pages: Record<string, { status: number; csp: string | null; text: string }>;
}

const home = new StandInHome();
beforeAll(() => home.layOut());
afterAll(() => home.remove());

describe('the built main process against a hostile page', () => {
  let seen: Seen;
  beforeAll(async () => {
    ({ seen } = await home.play<Seen>('attacks'));
  });

  it('registers its scheme and the sandbox before ready, and opens the window after', () => {
    expect(seen.orderBeforeReady).toEqual([
      'requestSingleInstanceLock',
      'registerSchemesAsPrivileged',
      'enableSandbox',
    ]);
    expect(seen.order.indexOf('window')).toBeGreaterThan(seen.order.indexOf('ready'));
    expect(seen.urls).toEqual(['app://elevator-audit/']);
  });

  it('gives its scheme no more than it needs', () => {
    expect(seen.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('opens the page isolated, sandboxed and without Node', () => {
    expect(seen.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
    });
  });

  it('denies new windows, foreign navigation and webviews', () => {
    expect(seen.windowOpen).toEqual({ action: 'deny' });
    expect(seen.navigation).toEqual({ own: false, foreign: true, lookalike: true, file: true, odd: true });
    expect(seen.webviewPrevented).toBe(true);
  });

  it('refuses every permission and every request that would leave the machine', () => {
    expect(seen.permission).toEqual({ request: false, check: false, device: false });
    expect(seen.network).toEqual({ own: false, foreign: true, websocket: true, file: true, odd: true });
  });

  it('answers its own page and refuses every other sender', () => {
    expect(seen.handlers).toEqual(['bridge.call', 'file.offer', 'file.opened']);
    expect(seen.listeners).toEqual(['task.cancel', 'window.request']);
    expect(seen.calls['own']?.ok).toBe(true);
    for (const who of ['foreignOrigin', 'subFrame', 'nullFrame'])
      expect(seen.calls[who], who).toEqual({ ok: false, error: { code: 'forbidden', details: {} } });
  });

  it('refuses surplus fields, unknown channels, and tickets that it has not given', () => {
    for (const what of ['surplusMember', 'surplusField', 'unknownChannel', 'prototypeChannel', 'noMessage'])
      expect(seen.calls[what]?.error?.code, what).toBe('bad-request');
    expect(seen.calls['unknownTicket']?.error?.code).toBe('bad-request');
  });

  it('hands files on by ticket and shows the page none that it was not opened with', () => {
    for (const [what, answer] of Object.entries(seen.files)) expect([what, answer]).toEqual([what, null]);
  });

  it('serves its pages under the policy and nothing beside them', () => {
    expect(seen.pages['index']?.status).toBe(200);
    expect(seen.pages['index']?.csp).toContain("default-src 'none'; script-src 'self';");
    expect(seen.pages['index']?.csp).not.toContain('unsafe');
    for (const path of ['missing', 'traversal', 'otherHost', 'post']) expect(seen.pages[path]?.status, path).toBe(404);
    for (const path of ['odd', 'nul']) expect(seen.pages[path]?.status, path).toBe(400);
  });

  it('a page that is not there is said to be, in both languages, with the way back', () => {
    expect(seen.pages['missing']?.text).toMatch(/没有这一页[^]*There is no such page/);
    expect(seen.pages['missing']?.text).toContain('href="/"');
  });

  it('the window is no larger than a screen of 1366 × 768 at 150 %', async () => {
    expect([seen.options['width'], seen.options['height']]).toEqual([1280, 800]);
    const small = await home.play<Seen>('attacks', { env: { STAND_IN_WORK_AREA: '910x472' } });
    const { width, height, minWidth, minHeight } = small.seen.options;
    expect([width, height, minWidth, minHeight]).toEqual([910, 472, 910, 472]);
    expect(small.seen.options).toMatchObject({ name: 'main', windowStatePersistence: true });
  });
});

describe('the end of the main process', () => {
  interface Left {
    lockedBefore: boolean;
    lockedAfter: boolean;
    order: string[];
    dialogs: { kind: string; text: string }[];
  }

  it('a quit waits until the profile is given free, though Electron awaits nothing', async () => {
    const { code, seen } = await home.play<Left>('quit');
    expect([code, seen.lockedBefore, seen.lockedAfter]).toEqual([0, true, false]);
    expect(seen.order.slice(-2)).toEqual(['quit', 'exit']);
    expect(seen.order).not.toContain('ended by quit');
  });

  it('the end of a session on Windows gives the profile free within the event', async () => {
    const { seen } = await home.play<Left>('session-end');
    expect([seen.lockedBefore, seen.lockedAfter]).toEqual([true, false]);
  });

  it('a profile in use is told with its holder and the way on, in both languages', async () => {
    const profile = join(home.home, 'in-use');
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { takeLock } = await import('../../../electron/journal/lock');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(join(profile, 'journal'), { recursive: true });
    const lock = await takeLock(join(profile, 'journal'), '2026-11-23T10:00:00+08:00');
    void held.then(() => lock.release());
    const { code, seen } = await home.play<Left>('wait', { args: ['--profile', profile] });
    release();
    await held;
    expect(code).toBe(1);
    expect(seen.dialogs[0]?.text).toContain(`进程 ${process.pid}`);
    expect(seen.dialogs[0]?.text).toContain(`process ${process.pid}`);
    expect(seen.dialogs[0]?.text).toContain('2026-11-23 10:00 +08:00');
  });

  it('a second instance hands its files over and leaves at once', async () => {
    const { code, seen } = await home.play<Seen & { handedOver: unknown }>('attacks', {
      args: ['/tmp/报告 1.pdf', '--some-switch.pdf', 'bundle.ZIP', 'notes.txt'],
      env: { STAND_IN_LOCKED: '1' },
    });
    expect([code, seen.urls]).toEqual([0, []]);
    expect(seen.order).toContain('ended by quit');
    expect(seen.handedOver).toEqual({ files: ['/tmp/报告 1.pdf', join(process.cwd(), 'bundle.ZIP')] });
  });
});

describe('what a browser would have given', () => {
  interface Shell {
    menuZh: Item[];
    menuEn: Item[];
    order: string[];
    sent: { message: { kind: string; outcome?: string; folder?: string; at?: number } }[];
    found: { text: string; findNext: boolean; forward: boolean }[];
    popups: Item[][];
    downloads: boolean[];
    shown: string[];
    dialogs: { kind: string; text: string; buttons: string[] }[];
    relaunched: string[];
    stayed: boolean;
  }
  let seen: Shell;
  beforeAll(async () => {
    ({ seen } = await home.play<Shell>('shell'));
  });
  const roles = (menu: Item[]): string[] =>
    menu.flatMap(({ submenu = [] }) => submenu.flatMap(({ role = '' }) => (role === '' ? [] : [role])));

  it('has menus in the language of the settings, changed with it', () => {
    expect(seen.menuZh.map(({ label }) => label)).toEqual(['文件', '编辑', '视图', '窗口', '帮助']);
    expect(seen.menuEn.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'quit'])
      expect(roles(seen.menuEn)).toContain(role);
  });

  it('finds in the page, begins a search anew and goes on in one, and hears nothing malformed or foreign', () => {
    expect(seen.sent[0]?.message).toEqual({ kind: 'find' });
    expect(seen.found).toEqual([
      { text: '电梯', findNext: true, forward: true },
      { text: '电梯', findNext: false, forward: false },
    ]);
    expect(seen.sent.filter(({ message }) => message.kind === 'found')).toHaveLength(1);
    expect(seen.order).toContain('stopFindInPage keepSelection');
  });

  it('has a context menu that pastes in fields, copies a selection, and is not there elsewhere', () => {
    expect(seen.popups.map((items) => items.flatMap(({ role }) => role ?? []))).toEqual([
      ['undo', 'cut', 'copy', 'paste', 'selectAll'],
      ['copy'],
    ]);
  });

  it('tells how each saving ended and where, shows only what it saved, and saves nothing foreign', () => {
    const told = seen.sent.flatMap(({ message }) => (message.kind === 'saved' ? [message] : []));
    expect(told.map(({ outcome, folder }) => [outcome, folder])).toEqual([
      ['saved', '/home/c/报告'],
      ['not-saved', ''],
      ['failed', ''],
    ]);
    expect(seen.downloads).toEqual([false, false, false, true]);
    expect(seen.shown.slice(0, -1)).toEqual(['/home/c/报告/r.pdf']);
  });

  it('reloads after a hang and a crash; crashes again and again lead to safe mode', () => {
    expect(seen.dialogs.map(({ kind, text }) => [kind, text.split('\n')[0]])).toEqual([
      ['message', 'The window does not respond'],
      ['message', 'The page has ended unexpectedly'],
      ['message', 'The page ends unexpectedly again and again'],
      ['message-sync', 'Some work is not finished'],
      ['message-sync', 'Some work is not finished'],
    ]);
    expect(seen.order.filter((what) => what === 'reload')).toHaveLength(2);
    expect(seen.relaunched.at(-1)).toBe('--safe-mode');
  });

  it('leaving while something is written asks, and the answer counts', () => {
    expect(seen.stayed).toBe(true);
    expect(seen.order.at(-1)).toBe('exit');
  });

  it('keeps a log of what went wrong, and shows it', async () => {
    const { readFileSync } = await import('node:fs');
    const log = seen.shown.at(-1)!;
    expect(log).toBe(join(home.profile, 'logs', 'elevator-audit.log'));
    const events = readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    expect(events.map(({ event }) => event)).toEqual(['unresponsive', 'page-gone', 'page-gone']);
  });

  it('safe mode draws without the graphics processor and forgets the window', async () => {
    const { seen: safe } = await home.play<Seen>('attacks', { args: ['--safe-mode', '--profile', home.profile] });
    expect(safe.order).toContain('disableHardwareAcceleration');
    expect(safe.options['windowStatePersistence']).toBe(false);
  });
});

describe('files that the system opens the program with', () => {
  it('are told once the page listens, and later at once; none but these can be read', async () => {
    const path = join(home.home, '报告.pdf');
    writeFileSync(path, '%PDF-1.7 报告');
    interface Opened {
      sent: { message: { kind: string; files: { name: string; ticket: string }[] } }[];
      beforeListening: number;
      openFilePrevented: boolean;
      read: string;
      readByStranger: null;
      order: string[];
    }
    const { seen } = await home.play<Opened>('opened', { args: ['--profile', home.profile, path] });
    expect(seen.beforeListening).toBe(0);
    const told = seen.sent.map(({ message }) => [message.kind, ...message.files.map(({ name }) => name)]);
    expect(told).toEqual([
      ['opened', '报告.pdf'],
      ['opened', '报告.pdf'],
      ['opened', '报告.pdf'],
    ]);
    expect(JSON.stringify(seen.sent)).not.toContain(home.home);
    expect([seen.openFilePrevented, seen.read, seen.readByStranger]).toEqual([true, '%PDF-1.7 报告', null]);
    expect(seen.order.filter((what) => what === 'focus')).toHaveLength(3);
  });
});
