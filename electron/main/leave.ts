import type { App, BrowserWindow } from 'electron';
import { closeInTime } from '../handlers/close-in-time';
import type { Ports } from '../host/ports';

/**
 * Leaves only when the profile is closed. Electron awaits no promise of `will-quit` (electron#27201) and ends within the
 * same turn, so leaving is put off once, and done when closing has ended or has taken too long.
 */
export function leaveWhenClosed(app: App, ports: Ports): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void closeInTime(ports).then((how) => {
      if (how === 'cut-off') ports.log.write({ event: 'closed-late' });
      app.exit(0);
    });
  });
}

/** At shutdown and log-off Windows sends this alone, neither `before-quit` nor `will-quit`, and waits for nobody. */
export function leaveAtSessionEnd(window: BrowserWindow, ports: Ports): void {
  window.on('session-end', () => ports.closeAtOnce());
}
