import { mkdirSync } from 'node:fs';
import { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, session, shell } from 'electron';
import type { WindowRequest } from '../../domain/bridge/window';
import { runCommandLine } from '../cli/run-command-line';
import { createHandlers } from '../handlers/create-handlers';
import { installedPaths } from '../host/installed-paths';
import { openProfile } from '../handlers/open-profile';
import type { Ports } from '../host/ports';
import { thisMachine } from '../handlers/profile-folder';
import { profileRefusal } from '../handlers/profile-refusal';
import { settleProfile } from '../handlers/settle-profile';
import { devServer } from '../pages/dev-pages';
import { pageSource } from '../pages/page-source';
import { APP_ORIGIN, handleAppScheme, registerAppScheme } from './app-protocol';
import { dialogAsker } from './ask-in-dialog';
import { commandLineOf } from './command-line-of';
import { followDownloads, SavedFiles } from './downloads';
import { guardWebContents, refuseNetwork, refusePermissions } from './guards';
import { isOwnPage, openIpcGate } from './ipc-gate';
import { leaveAtSessionEnd, leaveWhenClosed } from './leave';
import { menuBar } from './menus';
import { OfferedFiles } from './offered-files';
import { makeWindow, tell } from './open-window';
import { filesAmong, OPENABLE, OpenedFiles } from './opened-files';
import { profileAsked, windowFolder } from './profile-switch';
import { openWindowGate } from './window-gate';
import { windowWords } from './words';

const SAFE_MODE = 'safe-mode';
const READ_ONLY = 'read-only';

const paths = installedPaths(import.meta.dirname);
const commandLine = commandLineOf(process.argv, app.isPackaged);
const offered = new OfferedFiles();
const opened = new OpenedFiles(offered);
const saved = new SavedFiles();

if (commandLine !== null) void answerCommandLine(commandLine);
else startWindow();

async function answerCommandLine(argv: readonly string[]): Promise<void> {
  app.exit(await runCommandLine(argv));
}

function startWindow(): void {
  let profile: string | undefined;
  try {
    profile = profileAsked(process.argv);
  } catch (error) {
    return refuseToStart(error, null);
  }
  keepOnThisMachine(windowFolder(thisMachine(), profile));
  const files = filesAmong(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());
  if (!app.requestSingleInstanceLock({ files })) {
    app.quit(); // the first instance has the files and shows itself
    return;
  }
  opened.open([...files]);
  // On macOS files come as events, the first of them before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    opened.open([path]);
    focusWindow();
  });
  app.on('second-instance', (_event, _argv, _directory, handed) => {
    opened.open((handed as { files?: unknown } | null)?.files);
    focusWindow();
  });
  registerAppScheme(protocol);
  app.enableSandbox();
  if (app.commandLine.hasSwitch(SAFE_MODE)) app.disableHardwareAcceleration();
  guardWebContents(app);
  app.on('window-all-closed', () => {
    app.quit();
  });
  // Not `await`: the ready event comes only after this module has finished, so awaiting it here would hang for ever.
  app
    .whenReady()
    .then(() => open(profile))
    .catch((error: unknown) => refuseToStart(error, null));
}

/** Before the lock of the single instance is taken, which lies there too. */
function keepOnThisMachine(folder: string): void {
  if (app.commandLine.hasSwitch('user-data-dir')) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 }); // setPath wants it to be there
  app.setPath('userData', folder);
}

async function open(asked: string | undefined): Promise<void> {
  const place = await settleProfile(dialogAsker(dialog), asked);
  if (place === null) return app.exit(0);
  const readOnly = app.commandLine.hasSwitch(READ_ONLY);
  const host = { host: 'electron', version: app.getVersion(), now: () => new Date(), readOnly } as const;
  let ports: Ports;
  try {
    ports = await openProfile({ place, paths, ...host });
  } catch (error) {
    return refuseToStart(error, place.folder);
  }
  leaveWhenClosed(app, ports);
  lockWithMachine(ports);
  logFaults(ports);
  refusePermissions(session.defaultSession);
  refuseNetwork(session.defaultSession, devServer());
  handleAppScheme(protocol, pageSource(paths.rendererDir));
  app.setAboutPanelOptions({ applicationName: '梯审 Elevator Audit', applicationVersion: app.getVersion() });
  const window = makeWindow({
    preloadPath: paths.preloadPath,
    iconPath: paths.iconPath,
    safeMode: app.commandLine.hasSwitch(SAFE_MODE),
    log: ports.log,
    words: () => wordsOf(ports),
    restartInSafeMode,
  });
  leaveAtSessionEnd(window, ports);
  followDownloads(session.defaultSession, saved, (event) => tell(window, event));
  openGates(window, ports);
  showMenu(window, ports);
  await window.loadURL(`${APP_ORIGIN}/`);
}

/** What the page may call and ask; the menu follows the language that it sets. */
function openGates(window: BrowserWindow, ports: Ports): void {
  const settings = {
    ...ports.settings,
    write: async (change: Parameters<Ports['settings']['write']>[0]) => {
      const written = await ports.settings.write(change);
      showMenu(window, ports);
      return written;
    },
  };
  openIpcGate(ipcMain, createHandlers({ ...ports, settings }), offered, (id, error) =>
    ports.log.write({ event: 'internal', id, error }),
  );
  openWindowGate(ipcMain, { isOwnPage, offered, opened, act: (request) => act(window, request) });
}

function wordsOf(ports: Ports): ReturnType<typeof windowWords> {
  return windowWords(ports.settings.read().locale);
}

function showMenu(window: BrowserWindow, ports: Ports): void {
  const words = wordsOf(ports);
  const acts = {
    find: () => tell(window, { kind: 'find' }),
    open: () => void chooseFiles(window, words),
    showLog: () => shell.showItemInFolder(ports.log.file),
    safeMode: restartInSafeMode,
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuBar(words, process.platform, acts)));
}

async function chooseFiles(window: BrowserWindow, words: ReturnType<typeof windowWords>): Promise<void> {
  const { open: title, pdfOrBundle: name } = words;
  const filters = [{ name, extensions: [...OPENABLE] }];
  const properties = ['openFile' as const, 'multiSelections' as const];
  const { filePaths } = await dialog.showOpenDialog(window, { title, properties, filters });
  opened.open(filePaths);
}

/** What the page asks of its window. */
function act(window: BrowserWindow, request: WindowRequest): void {
  switch (request.kind) {
    case 'ready':
      return opened.listen((event) => tell(window, event));
    case 'find':
      window.webContents.findInPage(request.text, { forward: request.forward, findNext: !request.next });
      return;
    case 'end-find':
      return window.webContents.stopFindInPage('keepSelection');
    case 'show-saved': {
      const path = saved.pathOf(request.id);
      if (path !== undefined) shell.showItemInFolder(path);
    }
  }
}

function restartInSafeMode(): void {
  const args = process.argv.slice(1).filter((word) => word !== `--${SAFE_MODE}`);
  app.relaunch({ args: [...args, `--${SAFE_MODE}`] });
  app.quit();
}

/** Who locks the screen or sends the machine to sleep leaves it: no key stays open behind them. */
function lockWithMachine({ identities }: Ports): void {
  powerMonitor.on('lock-screen', () => identities.lock());
  powerMonitor.on('suspend', () => identities.lock());
}

function logFaults(ports: Ports): void {
  if (app.commandLine.hasSwitch(SAFE_MODE)) ports.log.write({ event: 'safe-mode' });
  process.on('uncaughtExceptionMonitor', (error) => ports.log.write({ event: 'uncaught', error }));
  app.on('child-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit') ports.log.write({ event: 'child-gone', reason, exitCode });
  });
}

/** The profile is in use, or the disk refuses: said in both languages, for no setting could be read. */
function refuseToStart(error: unknown, folder: string | null): void {
  const words = profileRefusal(error, folder);
  dialog.showErrorBox('梯审 Elevator Audit', `${words['zh-CN']}\n\n${words.en}`);
  app.exit(1);
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
