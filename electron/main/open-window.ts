import { app, BrowserWindow, dialog, Menu, screen } from 'electron';
import { windowOptions } from './window-options';
import type { WindowEvent } from '../../domain/bridge/window';
import { WINDOW_EVENT_CHANNEL } from '../../domain/bridge/channels';
import type { ErrorLog } from '../log/error-log';
import { contextMenu } from './menus';
import type { WindowWords } from './words';

export interface WindowContext {
  readonly preloadPath: string;
  readonly iconPath: string;
  readonly safeMode: boolean;
  readonly log: ErrorLog;
  /** In the language as it is set now. */
  readonly words: () => WindowWords;
  readonly restartInSafeMode: () => void;
}

/** The only window, with what a browser would have given it: context menu, find, a question before leaving, a way on after a hang or a crash. */
export function makeWindow(context: WindowContext): BrowserWindow {
  const { workAreaSize } = screen.getPrimaryDisplay();
  const { preloadPath, iconPath, safeMode } = context;
  const window = new BrowserWindow(windowOptions({ preloadPath, iconPath, workArea: workAreaSize, safeMode }));
  window.once('ready-to-show', () => {
    window.show();
  });
  offerContextMenu(window, context);
  askBeforeLeaving(window, context);
  const ours = { ending: false };
  reloadAfterHang(window, context, ours);
  reloadAfterCrash(window, context, ours);
  window.webContents.on('found-in-page', (_event, { activeMatchOrdinal, matches, finalUpdate }) => {
    if (finalUpdate) tell(window, { kind: 'found', at: activeMatchOrdinal, of: matches });
  });
  return window;
}

/** Tells the page; one that is gone hears nothing. */
export function tell(window: BrowserWindow, event: WindowEvent): void {
  if (!window.isDestroyed()) window.webContents.send(WINDOW_EVENT_CHANNEL, event);
}

function offerContextMenu(window: BrowserWindow, { words }: WindowContext): void {
  window.webContents.on('context-menu', (_event, clicked) => {
    const items = contextMenu(words(), clicked);
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}

/** The page holds the leaving while something is being written (`beforeunload`); here the person decides. */
function askBeforeLeaving(window: BrowserWindow, { words }: WindowContext): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { leave, leaveDetail, stay, leaveAnyway } = words();
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      buttons: [stay, leaveAnyway],
      defaultId: 0,
      cancelId: 0,
      message: leave,
      detail: leaveDetail,
    });
    if (answer === 1) event.preventDefault(); // prevents the page from preventing
  });
}

/** Whether the page's process is being ended here, to be started again. */
interface Ours {
  ending: boolean;
}

function reloadAfterHang(window: BrowserWindow, { words, log }: WindowContext, ours: Ours): void {
  let question: AbortController | null = null;
  window.on('unresponsive', () => {
    if (question !== null) return;
    log.write({ event: 'unresponsive' });
    const asked = (question = new AbortController());
    const { hung, hungDetail, wait, reload } = words();
    const options = { type: 'warning' as const, buttons: [wait, reload], defaultId: 0, cancelId: 0 };
    void dialog
      .showMessageBox(window, { ...options, message: hung, detail: hungDetail, signal: asked.signal })
      .then(({ response }) => {
        question = null;
        if (response !== 1 || window.isDestroyed()) return;
        ours.ending = true;
        window.webContents.forcefullyCrashRenderer(); // a page that hangs would never hear of a reload
        window.webContents.reload();
      });
  });
  window.on('responsive', () => question?.abort());
}

/** Crashes within this time of each other are of one kind; then the way on is safe mode. */
const AGAIN_MS = 120_000;

function reloadAfterCrash(window: BrowserWindow, context: WindowContext, ours: Ours): void {
  const { words, log, restartInSafeMode } = context;
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    const expected = reason === 'clean-exit' || ours.ending;
    ours.ending = false;
    if (expected) return;
    log.write({ event: 'page-gone', reason, exitCode });
    const again = performance.now() - last < AGAIN_MS;
    last = performance.now();
    const { gone, tooManyCrashes, goneDetail, reload, safeMode, quit } = words();
    const options = {
      type: 'error' as const,
      buttons: [reload, safeMode, quit],
      defaultId: again ? 1 : 0,
      cancelId: 0,
    };
    void dialog
      .showMessageBox(window, { ...options, message: again ? tooManyCrashes : gone, detail: goneDetail })
      .then(({ response }) => {
        if (response === 1) restartInSafeMode();
        else if (response === 2) app.quit();
        else if (!window.isDestroyed()) window.webContents.reload();
      });
  });
}
