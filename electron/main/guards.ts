import type { App, Session, WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol';

/** Stops pages from leaving the application, opening windows, or embedding others. */
export function guardWebContents(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** No camera, no notifications, no devices: every permission is refused, asked for or merely looked up. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/**
 * Nothing leaves the machine: every request that is not for the application's own pages is cancelled. `dev`: where the
 * pages of a development build hear that a source has changed.
 */
export function refuseNetwork(session: Session, dev: URL | null): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const hotReload = dev !== null && url.startsWith(`ws://${dev.host}/`);
    const own = isAppUrl(url) || /^(blob:app:\/\/|data:|devtools:)/.test(url) || hotReload;
    answer({ cancel: !own });
  });
}

export function isAppUrl(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}` === APP_ORIGIN;
  } catch {
    return false;
  }
}
