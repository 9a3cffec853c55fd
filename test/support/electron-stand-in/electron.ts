// Stands in for the electron module where its binary is not to be had: records what the main process does and behaves as
// Electron documents it. `ready` comes only after the main module has finished; `quit` ends the process in the same turn
// unless `will-quit` is prevented. A name it lacks is a link error, so nothing can be used unseen, and the compiler holds
// each of its parts to Electron's own declarations.
import { EventEmitter } from 'node:events';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';

type AppUsed = Pick<
  Electron.App,
  | 'commandLine'
  | 'disableHardwareAcceleration'
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'quit'
  | 'relaunch'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setPath'
  | 'whenReady'
>;
type ContentsUsed = Pick<
  Electron.WebContents,
  | 'findInPage'
  | 'forcefullyCrashRenderer'
  | 'isDestroyed'
  | 'reload'
  | 'send'
  | 'setWindowOpenHandler'
  | 'stopFindInPage'
>;
type WindowUsed = Pick<
  Electron.BrowserWindow,
  'close' | 'destroy' | 'focus' | 'isDestroyed' | 'isMinimized' | 'loadURL' | 'restore' | 'show'
>;
type SessionUsed = Pick<
  Electron.Session,
  'setDevicePermissionHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'
> & { readonly webRequest: Pick<Electron.WebRequest, 'onBeforeRequest'> };

const env = process.env;
const commandLine = process.argv;
const did = (what: string): void => {
  seen.order.push(what);
};

export const seen = {
  order: [] as string[],
  schemes: [] as Electron.CustomScheme[],
  windows: [] as BrowserWindow[],
  urls: [] as string[],
  permission: {} as Record<string, (...given: never[]) => unknown>,
  handlers: new Map<string, (event: never, message: never) => unknown>(),
  listeners: new Map<string, (event: unknown, message: unknown) => void>(),
  protocolHandlers: new Map<string, (request: Request) => Promise<Response> | Response>(),
  beforeRequest: null as ((details: { url: string }, answer: (said: { cancel?: boolean }) => void) => void) | null,
  menu: null as Electron.MenuItemConstructorOptions[] | null,
  popups: [] as Electron.MenuItemConstructorOptions[][],
  dialogs: [] as { readonly kind: string; readonly text: string; readonly buttons?: readonly string[] | undefined }[],
  sent: [] as { readonly channel: string; readonly message: unknown }[],
  found: [] as {
    readonly text: string;
    readonly findNext: boolean | undefined;
    readonly forward: boolean | undefined;
  }[],
  shown: [] as string[],
  relaunched: null as readonly string[] | null,
  handedOver: null as unknown,
  /** What a person answers to the next questions of the system: the number of a button, or a folder. */
  answers: JSON.parse(env['STAND_IN_ANSWERS'] ?? '[]') as (number | string)[],
  /** Folders that the main process set. */
  paths: {} as Record<string, string>,
};
Object.assign(globalThis, { electronStandIn: seen });

/** An event that may be prevented, as Electron gives one. */
export function preventable(): { preventDefault: () => void; defaultPrevented: boolean } {
  const event = {
    defaultPrevented: false,
    preventDefault: (): void => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

class App extends EventEmitter implements AppUsed {
  readonly isPackaged = env['STAND_IN_PACKAGED'] === '1';
  fireReady: () => void = () => undefined;
  readonly #ready = new Promise<void>((resolve) => {
    this.fireReady = (): void => {
      did('ready');
      resolve();
    };
  });
  readonly commandLine = {
    hasSwitch: (name: string) => commandLine.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) =>
      commandLine.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
    appendArgument: () => undefined,
    appendSwitch: () => undefined,
    removeSwitch: () => undefined,
  };
  whenReady(): Promise<void> {
    return this.#ready;
  }
  enableSandbox(): void {
    did('enableSandbox');
  }
  disableHardwareAcceleration(): void {
    did('disableHardwareAcceleration');
  }
  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    did('requestSingleInstanceLock');
    seen.handedOver = additionalData;
    return env['STAND_IN_LOCKED'] !== '1';
  }
  getPath(name: string): string {
    return seen.paths[name] ?? join(env['STAND_IN_USER_DATA'] ?? tmpdir(), name === 'userData' ? '' : name);
  }
  setPath(name: string, path: string): void {
    statSync(path); // Electron refuses a folder that is not there
    seen.paths[name] = path;
  }
  getVersion(): string {
    return '0.0.0-test';
  }
  setAboutPanelOptions(): void {
    did('setAboutPanelOptions');
  }
  relaunch(options?: Electron.RelaunchOptions): void {
    seen.relaunched = options?.args ?? [];
  }
  /** Windows first, each of which may stay; then `will-quit`; then the end, in this very turn. */
  quit(): void {
    did('quit');
    const asked = preventable();
    this.emit('before-quit', asked);
    if (asked.defaultPrevented) return;
    for (const window of [...seen.windows]) window.close();
    if (seen.windows.some((window) => !window.isDestroyed())) return;
    const leaving = preventable();
    this.emit('will-quit', leaving);
    if (leaving.defaultPrevented) return;
    did('ended by quit');
    process.exit(0);
  }
  exit(code = 0): void {
    did('exit');
    process.exit(code);
  }
}
export const app = new App();

const sessionUsed = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler: (handler) => void (seen.permission['request'] = handler as never),
  setPermissionCheckHandler: (handler) => void (seen.permission['check'] = handler as never),
  setDevicePermissionHandler: (handler) => void (seen.permission['device'] = handler as never),
  webRequest: {
    onBeforeRequest: (handler: unknown) => void (seen.beforeRequest = handler as typeof seen.beforeRequest),
  },
} satisfies SessionUsed);
const sessionModule = { defaultSession: sessionUsed };
export { sessionModule as session };

export const protocol: Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged: (schemes) => {
    did('registerSchemesAsPrivileged');
    seen.schemes.push(...schemes);
  },
  handle: (scheme, handler) => void seen.protocolHandlers.set(scheme, handler),
};

const heard = (channel: string, listener: unknown): void => {
  if (seen.listeners.has(channel)) throw new Error(`heard twice: ${channel}`);
  seen.listeners.set(channel, listener as never);
};
export const ipcMain = {
  handle: (channel, handler) => {
    if (seen.handlers.has(channel)) throw new Error(`handled twice: ${channel}`);
    seen.handlers.set(channel, handler);
  },
  on: (channel: string, listener: unknown) => {
    heard(channel, listener);
    return undefined as never;
  },
} satisfies Pick<Electron.IpcMain, 'handle' | 'on'>;

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => ({
    template,
    popup: () => void seen.popups.push(template),
  }),
  setApplicationMenu: (menu: { template: Electron.MenuItemConstructorOptions[] } | null) => {
    seen.menu = menu?.template ?? null;
  },
};

const answered = (kind: string, options: Electron.MessageBoxOptions): number => {
  seen.dialogs.push({ kind, text: `${options.message}\n${options.detail ?? ''}`, buttons: options.buttons });
  const answer = seen.answers.shift();
  return typeof answer === 'number' ? answer : (options.cancelId ?? 0);
};
export const dialog = {
  showErrorBox: (title: string, content: string) =>
    void seen.dialogs.push({ kind: 'error', text: `${title}\n${content}` }),
  showMessageBox: (...given: [unknown, Electron.MessageBoxOptions] | [Electron.MessageBoxOptions]) =>
    Promise.resolve({
      response: answered('message', given.at(-1) as Electron.MessageBoxOptions),
      checkboxChecked: false,
    }),
  showMessageBoxSync: (_window: unknown, options: Electron.MessageBoxOptions) => answered('message-sync', options),
  showOpenDialog: () => {
    const folder = seen.answers.shift();
    return Promise.resolve({ canceled: folder === undefined, filePaths: folder === undefined ? [] : [String(folder)] });
  },
};

export const shell: Pick<Electron.Shell, 'showItemInFolder'> = {
  showItemInFolder: (path) => void seen.shown.push(path),
};

const [width = 1920, height = 1040] = (env['STAND_IN_WORK_AREA'] ?? '').split('x').filter(Boolean).map(Number);
export const powerMonitor = new EventEmitter();
export const screen = { getPrimaryDisplay: () => ({ workAreaSize: { width, height } }) };

class WebContents extends EventEmitter implements ContentsUsed {
  windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;
  destroyed = false;
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.windowOpenHandler = handler;
  }
  /** What is sent is cloned on its way, as between two processes. */
  send(channel: string, message: unknown): void {
    seen.sent.push({ channel, message: structuredClone(message) });
  }
  findInPage(text: string, options?: Electron.FindInPageOptions): number {
    seen.found.push({ text, findNext: options?.findNext, forward: options?.forward });
    return seen.found.length;
  }
  stopFindInPage(action: 'clearSelection' | 'keepSelection' | 'activateSelection'): void {
    did(`stopFindInPage ${action}`);
  }
  forcefullyCrashRenderer(): void {
    did('forcefullyCrashRenderer');
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
  }
  reload(): void {
    did('reload');
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
}

export class BrowserWindow extends EventEmitter implements WindowUsed {
  static getAllWindows(): BrowserWindow[] {
    return seen.windows.filter((window) => !window.isDestroyed());
  }
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents = new WebContents();
  /** The page holds its leaving (`beforeunload`). */
  holds = false;
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    did('window');
    this.options = options;
    seen.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    seen.urls.push(url);
    return Promise.resolve();
  }
  close(): void {
    if (this.webContents.destroyed) return;
    if (this.holds) {
      const held = preventable();
      this.webContents.emit('will-prevent-unload', held);
      if (!held.defaultPrevented) return;
    }
    const closing = preventable();
    this.emit('close', closing);
    if (!closing.defaultPrevented) this.destroy();
  }
  destroy(): void {
    this.webContents.destroyed = true;
    this.emit('closed');
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed;
  }
  show(): void {
    did('show');
  }
  focus(): void {
    did('focus');
  }
  restore(): void {
    did('restore');
  }
  isMinimized(): boolean {
    return false;
  }
}
