import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { runCommandLine } from '../cli/run-command-line';
import { createHandlers } from '../handlers/create-handlers';
import { openProfile } from '../handlers/open-profile';
import { installedPaths } from '../handlers/installed-paths';
import { APP_ORIGIN, handleAppScheme, registerAppScheme } from './app-protocol';
import { commandLineOf } from './command-line-of';
import { guardWebContents, refuseNetwork, refusePermissions } from './guards';
import { openIpcGate } from './ipc-gate';
import { windowOptions } from './window-options';

const paths = installedPaths(import.meta.dirname);
const commandLine = commandLineOf(process.argv, app.isPackaged);

if (commandLine !== null) void answerCommandLine(commandLine);
else if (!app.requestSingleInstanceLock()) app.quit();
else startWindow();

async function answerCommandLine(argv: readonly string[]): Promise<void> {
  app.exit(await runCommandLine(argv));
}

function startWindow(): void {
  registerAppScheme(protocol);
  app.enableSandbox();
  guardWebContents(app);
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => {
    app.quit();
  });
  // Not `await`: the ready event comes only after this module has finished, so awaiting it here would hang for ever.
  app.whenReady().then(openWindow).catch(refuseToStart);
}

async function openWindow(): Promise<void> {
  Menu.setApplicationMenu(null);
  refusePermissions(session.defaultSession);
  refuseNetwork(session.defaultSession);
  handleAppScheme(protocol, paths.rendererDir);
  const ports = await openProfile({
    profileDir: join(app.getPath('userData'), 'profile'),
    paths,
    host: 'electron',
    version: app.getVersion(),
    now: () => new Date(),
  });
  openIpcGate(ipcMain, createHandlers(ports));
  app.on('will-quit', () => void ports.close());
  const window = new BrowserWindow(windowOptions(paths.preloadPath, paths.iconPath));
  window.once('ready-to-show', () => {
    window.show();
  });
  await window.loadURL(`${APP_ORIGIN}/`);
}

/** The profile is in use, or the disk refuses: said in both languages, for no setting could be read. */
function refuseToStart(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(
    '梯审 Elevator Audit',
    `资料夹打不开，什么也没有改动。\nThe profile cannot be opened; nothing was changed.\n\n${reason}`,
  );
  app.exit(1);
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
