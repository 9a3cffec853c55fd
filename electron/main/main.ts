import { mkdirSync } from 'node:fs';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { runCommandLine } from '../cli/run-command-line';
import { createHandlers } from '../handlers/create-handlers';
import { openProfile } from '../handlers/open-profile';
import { installedPaths } from '../handlers/installed-paths';
import { thisMachine } from '../handlers/profile-folder';
import { settleProfile } from '../handlers/settle-profile';
import { APP_ORIGIN, handleAppScheme, registerAppScheme } from './app-protocol';
import { dialogAsker } from './ask-in-dialog';
import { commandLineOf } from './command-line-of';
import { guardWebContents, refuseNetwork, refusePermissions } from './guards';
import { openIpcGate } from './ipc-gate';
import { profileAsked, windowFolder } from './profile-switch';
import { windowOptions } from './window-options';

const paths = installedPaths(import.meta.dirname);
const commandLine = commandLineOf(process.argv, app.isPackaged);

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
    return refuseToStart(error);
  }
  keepOnThisMachine(windowFolder(thisMachine(), profile));
  if (!app.requestSingleInstanceLock()) return app.quit();
  registerAppScheme(protocol);
  app.enableSandbox();
  guardWebContents(app);
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => {
    app.quit();
  });
  // Not `await`: the ready event comes only after this module has finished, so awaiting it here would hang for ever.
  app
    .whenReady()
    .then(() => openWindow(profile))
    .catch(refuseToStart);
}

/** Before the lock of the single instance is taken, which lies there too. */
function keepOnThisMachine(folder: string): void {
  if (app.commandLine.hasSwitch('user-data-dir')) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 }); // setPath wants it to be there
  app.setPath('userData', folder);
}

async function openWindow(asked: string | undefined): Promise<void> {
  Menu.setApplicationMenu(null);
  refusePermissions(session.defaultSession);
  refuseNetwork(session.defaultSession);
  handleAppScheme(protocol, paths.rendererDir);
  const place = await settleProfile(dialogAsker(dialog), asked);
  if (place === null) return app.exit(0);
  const ports = await openProfile({
    place,
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
