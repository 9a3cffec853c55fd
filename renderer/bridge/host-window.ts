import type { WindowEvent, WindowRequest } from '../../domain/bridge/window';
import { electronBridge } from './electron-bridge';

/** The window that the page is in; null in a browser, which has find, downloads and files of its own. */
export interface HostWindow {
  readonly ask: (request: WindowRequest) => void;
  /** Hears what the window tells. Returns how to stop. */
  readonly listen: (listener: (event: WindowEvent) => void) => () => void;
  /** A file that the program was opened with; null when it can no longer be read. */
  readonly opened: (name: string, ticket: string) => Promise<File | null>;
}

const listeners = new Set<(event: WindowEvent) => void>();
let host: HostWindow | null | undefined;

export function hostWindow(): HostWindow | null {
  if (host !== undefined) return host;
  const bridge = electronBridge();
  if (bridge === null) return (host = null);
  bridge.onWindow((event) => {
    for (const listener of listeners) listener(event);
  });
  return (host = {
    ask: bridge.ask,
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    opened: async (name, ticket) => {
      const bytes = await bridge.opened(ticket);
      return bytes === null ? null : new File([bytes as Uint8Array<ArrayBuffer>], name);
    },
  });
}
